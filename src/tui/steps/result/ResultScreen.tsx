/** What was done, and what can follow. */
import { Box } from 'ink';
import type { ReactElement } from 'react';
import { isMutationCode } from '../../../domain/mutationCodes.js';
import { OUTCOMES } from '../../../domain/outcomes.js';
import type { Run } from '../../../domain/run.js';
import { count, say, sayRef, type TextRef } from '../../../presentation/theme.js';
import { cutLines } from '../../../presentation/cutLines.js';
import { wrapLines, type Line, type Tone } from '../../../presentation/lines.js';
import { textRef } from '../../shell/messages.js';
import type { ScreenProps } from '../../shell/wizard.js';
import type { ResultStep } from './state.js';
import type { View } from '../../view.js';
import { Lines } from '../../widgets/Lines.js';
import { outcomeName } from '../../../presentation/outcomes.js';
import { SmallTable } from '../../widgets/SmallTable.js';
import { staysLines, settingsLines, clearedText } from '../../../presentation/runDetail.js';

/** What a run is called by; an act by what it does. */
function kindOf({ kind, settings }: Run): TextRef {
  return textRef(settings.act ? `hand.${settings.act.act}` : `kind.${kind}`, {});
}

/** Borders and heading of the table. */
const TABLE_FRAME = 4;

export function ResultScreen({ step, view }: ScreenProps<ResultStep>): ReactElement {
  const { theme } = view;
  const { run } = step.answer;
  const title: Line = [
    [`${theme.glyphs.yes} `, 'good'],
    [
      say(theme, doneText(run), {
        run: run.id,
        environment: run.environment,
        kind: sayRef(theme, kindOf(run)),
      }),
      'strong',
    ],
  ];
  if (run.settingsChange)
    return <Lines lines={[title, [], ...settingsLines(run.settingsChange, view)]} view={view} height={view.height} />;
  const outcomes = OUTCOMES.filter((outcome) => run.summary.outcomes[outcome] > 0);
  const codes = Object.entries(run.summary.codes).filter(([, counts]) =>
    outcomes.some((outcome) => counts[outcome] > 0),
  );
  const titles = [
    ...codes.map(([code]) => codeName(code, codes.length === 1, view)),
    ...(codes.length > 1 ? [say(theme, 'wizard.result.all')] : []),
  ];
  const below = resultLines(step, view);
  const room = view.height - 1 - outcomes.length - TABLE_FRAME;
  const fits = below.length < room;
  return (
    <Box flexDirection="column" height={view.height} overflow="hidden">
      <Lines lines={fits ? [title, []] : [title]} view={view} />
      <SmallTable
        view={view}
        columns={[
          { title: say(theme, codes.length > 1 ? 'wizard.result.byCode' : 'wizard.preview.outcome') },
          ...titles.map((title) => ({ title, align: 'right' as const })),
        ]}
        rows={outcomes.map((outcome) => [
          outcomeName(outcome, theme),
          ...codes.map(([, counts]) => (counts[outcome] === 0 ? '' : count(theme, counts[outcome]))),
          ...(codes.length > 1 ? [count(theme, run.summary.outcomes[outcome])] : []),
        ])}
      />
      <Lines lines={fits ? below : cutLines(withoutBlanks(below), Math.max(0, room), theme)} view={view} />
    </Box>
  );
}

/** Empty lines are the first to go where there is little room. */
function withoutBlanks(lines: readonly Line[]): readonly Line[] {
  return lines.filter((line) => line.length > 0);
}

function doneText({
  kind,
  status,
  settingsChange,
}: Run): `wizard.result.${'settings' | 'delivered' | 'done' | 'otherDone'}` {
  if (settingsChange) return 'wizard.result.settings';
  if (status === 'delivered') return 'wizard.result.delivered';
  return kind === 'import' ? 'wizard.result.done' : 'wizard.result.otherDone';
}

/** One number by itself would be taken for a count; rows that no file has, have no code. */
function codeName(code: string, alone: boolean, { theme }: View): string {
  if (code === 'mutation' || code === 'invalid') return say(theme, `wizard.result.${code}`);
  if (!isMutationCode(code)) return say(theme, 'wizard.confirm.count');
  return alone ? say(theme, 'wizard.row.code', { code }) : code;
}

function resultLines({ answer, written }: ResultStep, view: View): readonly Line[] {
  const { theme, columns } = view;
  const { run } = answer;
  const wrapped = (text: string, tone: Tone): Line[] => wrapLines(text, columns, tone);
  const cleared = clearedText(run.summary, 'wizard.result.cleared', theme);
  const environments = Object.entries(run.summary.environments).map(([code, { users }]) =>
    say(theme, 'wizard.result.environment', { code, users, shown: count(theme, users) }),
  );
  const lines: Line[] = [
    [],
    ...(run.rest === null ? [] : wrapped(say(theme, 'wizard.result.rest', { rest: run.rest }), 'warning')),
    ...wrapped(environments.join(', '), 'plain'),
    ...(cleared === undefined ? [] : wrapped(cleared, 'warning')),
    ...staysLines(run.summary, view),
    [],
  ];
  if (run.summary.outcomes.rejected > 0)
    lines.push(...wrapped(say(theme, 'wizard.result.rejected', { count: run.summary.outcomes.rejected }), 'danger'));
  if (run.summary.tokensRevoked > 0)
    lines.push(...wrapped(say(theme, 'wizard.result.tokens', { count: run.summary.tokensRevoked }), 'warning'));
  if (run.deferredUpns > 0 && run.secondPass === null)
    lines.push(...wrapped(say(theme, 'wizard.result.secondPass', { count: run.deferredUpns }), 'warning'));
  if (run.secondPass)
    lines.push(...wrapped(say(theme, 'wizard.result.secondPassRun', { run: run.secondPass.run }), 'dim'));
  for (const { path } of written) lines.push(...wrapped(say(theme, 'wizard.written', { path }), 'good'));
  return lines;
}
