/** What will happen in each environment, what guards it, and what has to be typed. */
import { Box } from 'ink';
import type { ReactElement } from 'react';
import type { RunAnswer } from '../../../application/useCases.js';
import type { EnvironmentOverview } from '../../../application/ports/directoryStore.js';
import { guardKey, unraisableIn } from '../../../domain/guards/guard.js';
import { toldGuard, type FileFault } from '../../../domain/guards/wholeFile.js';
import { count, say, type Theme } from '../../../presentation/theme.js';
import { GAP, wrapLines, wrapSpans, type Line, type Span } from '../../../presentation/lines.js';
import { environmentKind } from '../../../presentation/environmentKind.js';
import type { ScreenProps } from '../../shell/wizard.js';
import { asksFile, changesNothing, waitsForApproval, type ConfirmStep, type Question } from './state.js';
import type { View } from '../../view.js';
import { fieldSpans } from '../../widgets/fieldSpans.js';
import { Lines } from '../../widgets/Lines.js';
import { outcomeSpans } from '../../../presentation/outcomes.js';
import { SmallTable } from '../../widgets/SmallTable.js';
import {
  staysLines,
  settingsLines,
  guessLines,
  uncertainLines,
  whatLines,
  defaultLines,
} from '../../../presentation/runDetail.js';
import { guardTable } from '../../../presentation/guardTable.js';
import { rulesLines } from '../../widgets/rulesLines.js';
import { kindLines } from './kinds.js';

export function ConfirmScreen({ step, wizard, view }: ScreenProps<ConfirmStep>): ReactElement {
  const { theme } = view;
  const asked = askedLines(step, view);
  const rows = environmentRows(step.answer, wizard.environments, theme);
  const tableHeight = rows.length + 4;
  const free = view.height - asked.length - tableHeight - 1;
  const details = detailLines(step, wizard.environments ?? [], view);
  const top = Math.min(step.top, Math.max(0, details.length - free));
  const shown = details.slice(top, top + Math.max(0, free));
  const hidden = details.length - top - shown.length;
  const more: Line =
    hidden > 0 ? [[`${GAP}${theme.glyphs.more} ${say(theme, 'wizard.more', { count: hidden })}`, 'dim']] : [];
  return (
    <Box flexDirection="column" height={view.height} overflow="hidden">
      <SmallTable
        view={view}
        columns={[
          { title: say(theme, 'wizard.confirm.environment') },
          { title: say(theme, 'wizard.environment.type') },
          { title: say(theme, 'wizard.environment.name') },
          { title: say(theme, 'wizard.confirm.changing'), align: 'right' },
        ]}
        rows={rows}
      />
      <Lines lines={shown} view={view} height={Math.max(0, free)} />
      <Lines lines={[more]} view={view} height={1} />
      <Lines lines={asked} view={view} />
    </Box>
  );
}

function environmentRows(
  { run }: RunAnswer,
  environments: readonly EnvironmentOverview[] | null,
  theme: Theme,
): readonly (readonly string[])[] {
  const codes = new Set([run.environment, ...Object.keys(run.summary.environments)]);
  return [...codes].map((code) => {
    const known = environments?.find((environment) => environment.code === code);
    const type = known?.type ?? run.environmentType;
    const kind = environmentKind(type, theme);
    return [code, kind, known?.name ?? '', count(theme, run.summary.environments[code]?.users ?? 0)];
  });
}

/** What is easily overlooked comes first, then what stops the plan, what cannot be taken back, the kinds of change, the other guards, and what new users may enter. */
function detailLines(step: ConfirmStep, environments: readonly EnvironmentOverview[], view: View): readonly Line[] {
  const { answer } = step;
  const { run } = answer;
  if (run.settingsChange) return settingsLines(run.settingsChange, view);
  const raised = new Set<string>(
    step.questions.slice(0, step.asked).map(({ kind, ...of }) => guardKey({ guard: kind, ...of })),
  );
  const guards = guardTable(answer.guards, raised, view.theme);
  const tripped = answer.guards.filter((guard) => guard.tripped).length;
  // The heading with those that stop the plan, which come first.
  const stopping = tripped === 0 ? 0 : 1 + tripped;
  return [
    ...wrapSpans(outcomeSpans(run.summary.outcomes, view.theme), view.columns),
    ...whyLines(step, view),
    ...guessLines(run, view),
    ...staysLines(run.summary, view),
    ...uncertainLines(answer, view),
    ...guards.slice(0, stopping),
    ...whatLines(run, view),
    ...kindLines(step.kinds ?? [], view),
    ...guards.slice(stopping),
    ...alwaysLines(run, environments, view),
    ...defaultLines(run, view),
  ];
}

/** Why, as it is said so far; where an environment asks for it, that it is still to be said. */
function whyLines({ answer: { run, reasonNeeded }, reason }: ConfirmStep, { theme, columns }: View): readonly Line[] {
  const said = reason ?? run.reason;
  if (said !== null) return wrapLines(say(theme, 'wizard.confirm.reason', { reason: said }), columns);
  if (reasonNeeded === undefined) return [];
  return wrapLines(say(theme, 'wizard.confirm.reasonNeeded', { environment: reasonNeeded }), columns);
}

/** What the environments that it reaches never allow; how many licences it uses, and that a reason is to be said, is told apart. */
function alwaysLines(
  { environment, summary }: RunAnswer['run'],
  environments: readonly EnvironmentOverview[],
  { theme, columns }: View,
): readonly Line[] {
  const reached = environments.filter(({ code }) => code === environment || code in summary.environments);
  return reached.flatMap(({ code, rules }) =>
    rules ? rulesLines({ code, rules: { ...rules, licences: null, requireReason: false } }, theme, columns) : [],
  );
}

type QuestionText =
  | `wizard.ask.${Question['kind'] | `shrunk.${FileFault}`}`
  | `wizard.ask.${'undo' | 'settings' | 'first'}${'' | '.production'}`;

/** An undo is asked as what it is, and so are settings, and some rows of a plan. */
function questionText({ kind }: Question, { answer: { run, guards }, first }: ConfirmStep): QuestionText {
  const shrunk = guards.find(({ guard }) => guard === kind && guard === 'shrunk');
  if (shrunk) return `wizard.ask.${toldGuard('shrunk', shrunk.limit)}`;
  if (first !== null && kind === 'production') return 'wizard.ask.first.production';
  if (first !== null && kind === 'apply') return 'wizard.ask.first';
  if (run.kind === 'settings' && kind === 'production') return 'wizard.ask.settings.production';
  if (run.kind === 'settings' && kind === 'apply') return 'wizard.ask.settings';
  if (run.kind !== 'undo') return `wizard.ask.${kind}`;
  if (kind === 'production') return 'wizard.ask.undo.production';
  return kind === 'apply' ? 'wizard.ask.undo' : `wizard.ask.${kind}`;
}

/** What is asked now, in a box of lines at the bottom. */
function askedLines(step: ConfirmStep, { theme, columns }: View): readonly Line[] {
  const { answer, questions, asked, field } = step;
  const rule: Line = [[theme.glyphs.line.repeat(columns), 'dim']];
  if (waitsForApproval(step)) {
    const text = say(theme, 'wizard.confirm.waits', { operator: answer.run.operator, run: answer.run.id });
    return [rule, ...wrapLines(text, columns, 'warning')];
  }
  const question = questions[asked];
  if (changesNothing(answer)) return [rule, [[say(theme, 'wizard.confirm.nothing'), 'strong']]];
  const lost = unraisableIn(answer.guards);
  if (lost) {
    const { guard, environment = '', limit, count: counted } = lost;
    const params = { environment, limit, count: counted };
    return [rule, ...wrapLines(say(theme, `wizard.confirm.${guard}`, params), columns, 'danger')];
  }
  if (asksFile(step)) {
    const text = say(theme, 'wizard.confirm.file', { environment: answer.run.environment });
    return [rule, ...wrapLines(text, columns, 'strong')];
  }
  if (!question) return [rule];
  const dangerous = question.kind !== 'apply' && question.kind !== 'approve';
  const text = say(theme, questionText(question, step), {
    parent: answer.run.parent ?? '',
    count: question.count,
    shown: count(theme, question.count),
    allowed: count(theme, question.allowed),
    environment: question.environment ?? answer.run.environment,
    days: question.days ?? '',
    check: question.check ?? '',
    first: step.first ?? 0,
  });
  const number = questions.length > 1 ? `${asked + 1}/${questions.length}  ` : '';
  const typeThis: readonly Span[] = [
    `${say(theme, 'wizard.confirm.type')} `,
    [question.expected, 'strong'],
    ` ${theme.glyphs.chevron} `,
    ...fieldSpans(field, theme),
  ];
  const rows = rowsText(question, step, theme);
  return [rule, ...wrapLines(number + text + rows, columns, dangerous ? 'danger' : 'plain'), typeThis];
}

/** The rows that are asked about, as far as they are few. */
function rowsText({ kind, ...of }: Question, { named }: ConfirmStep, theme: Theme): string {
  if (kind === 'production' || kind === 'apply' || kind === 'approve') return '';
  const found = named[guardKey({ guard: kind, ...of })];
  if (!found) return '';
  const { rows, users, more } = found;
  const told = (key: 'wizard.confirm.rows' | 'wizard.confirm.users', list: readonly (number | string)[]): string => {
    if (list.length === 0) return '';
    const isCut = more && (key === 'wizard.confirm.users' || users.length === 0);
    const text = list.join(', ') + (isCut ? theme.glyphs.ellipsis : '');
    return ` ${say(theme, key, { count: list.length, rows: text })}`;
  };
  return told('wizard.confirm.rows', rows) + told('wizard.confirm.users', users);
}
