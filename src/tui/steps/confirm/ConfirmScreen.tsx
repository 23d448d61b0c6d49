/** What will happen in each environment, what guards it, and what has to be typed. */
import { Box } from 'ink';
import type { ReactElement } from 'react';
import type { FileLayout } from '../../../application/ports/importFiles.js';
import type { RunAnswer } from '../../../application/useCases.js';
import type { EnvironmentOverview } from '../../../application/ports/directoryStore.js';
import { encodingGuessText, fieldLabel, groupNames } from '../../../language/index.js';
import { ACCESS_FIELDS, IDENTITY_FIELDS } from '../../../domain/fields.js';
import { NO_LIMIT, type Guard } from '../../../domain/guards.js';
import { count, say, sayRef, type Theme, type WizardText } from '../../../presentation/theme.js';
import { cell, GAP, wrapSpans, type Line, type Span } from '../../../presentation/lines.js';
import type { ConfirmStep, Question } from '../state.js';
import { waitsForApproval } from './update.js';
import { widthOf, wrapText } from '../../../presentation/textWidth.js';
import type { View } from '../../view.js';
import { fieldSpans } from '../../shell/chrome.js';
import { Lines } from '../../widgets/Lines.js';
import { settingsLines } from '../../../presentation/settingsLines.js';
import { outcomeSpans } from '../../../presentation/outcomes.js';
import { SmallTable } from '../../widgets/SmallTable.js';
import { staysLines } from '../../../presentation/staysLines.js';

export interface ConfirmProps {
  readonly step: ConfirmStep;
  readonly environments: readonly EnvironmentOverview[] | null;
  readonly view: View;
}

export function ConfirmScreen({ step, environments, view }: ConfirmProps): ReactElement {
  const { theme } = view;
  const asked = askedLines(step, view);
  const rows = environmentRows(step.answer, environments, theme);
  const tableHeight = rows.length + 4;
  const free = view.height - asked.length - tableHeight - 1;
  const details = detailLines(step, view);
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
    const kind =
      type === 'production' ? say(theme, 'wizard.production') : sayRef(theme, { key: `type.${type}`, params: {} });
    return [code, kind, known?.name ?? '', count(theme, run.summary.environments[code]?.users ?? 0)];
  });
}

/** What is easily overlooked comes first, then what stops the plan, the other guards, what it does, and what new users may enter. */
function detailLines(step: ConfirmStep, view: View): readonly Line[] {
  const { answer } = step;
  if (answer.run.settingsChange) return settingsLines(answer.run.settingsChange, view);
  const outcomes = wrapSpans(outcomeSpans(answer.run.summary.outcomes, view.theme), view.columns);
  return [
    ...outcomes,
    ...guessLines(answer, view),
    ...staysLines(answer.run.summary, view),
    ...guardLines(step, view.theme),
    ...whatLines(answer, view),
    ...defaultLines(answer, view),
  ];
}

/** How the file was read, where that is a guess. */
function guessLines({ run }: RunAnswer, { theme, columns }: View): readonly Line[] {
  const text = encodingGuessText(theme.language, run.layout as FileLayout | null);
  return text === undefined ? [] : wrapText(text, columns).map((line): Line => [[line, 'warning']]);
}

/** What cannot be taken back, and what comes after. */
function whatLines({ run }: RunAnswer, { theme, columns }: View): readonly Line[] {
  const { cleared, tokensRevoked, groupsCreated, newGroups = [] } = run.summary;
  const lines: Line[] = [];
  const gone = IDENTITY_FIELDS.filter((field) => cleared[field] > 0).map((field) =>
    say(theme, 'wizard.confirm.clearedField', {
      label: fieldLabel(theme.language, field),
      users: cleared[field],
      shown: count(theme, cleared[field]),
    }),
  );
  if (gone.length > 0) lines.push([[say(theme, 'wizard.confirm.cleared', { fields: gone.join(', ') }), 'danger']]);
  if (tokensRevoked > 0) lines.push([[say(theme, 'wizard.confirm.tokens', { count: tokensRevoked }), 'warning']]);
  if (groupsCreated > 0) {
    const names = newGroups.length === 0 ? '' : `: ${groupNames(theme.language, newGroups, groupsCreated)}`;
    const text = say(theme, 'wizard.confirm.groups', { count: groupsCreated, names });
    lines.push(...wrapText(text, columns).map((line): Line => [line]));
  }
  if (run.deferredUpns > 0) lines.push([say(theme, 'wizard.confirm.deferred', { count: run.deferredUpns })]);
  return lines;
}

/** Guards with their counts: those that stop the plan come first and jump out, raised ones are told. */
function guardLines({ answer, questions, asked }: ConfirmStep, theme: Theme): readonly Line[] {
  const limited = answer.guards.filter(({ limit }) => limit !== NO_LIMIT);
  const untouched = limited.filter(({ count: found }) => found === 0).length;
  const guards = [
    ...limited.filter(({ tripped }) => tripped),
    ...limited.filter(({ tripped, count: found }) => !tripped && found > 0),
  ];
  const raised = new Set<string>(questions.slice(0, asked).map(({ kind }) => kind));
  const name = (guard: Guard['guard']): string => say(theme, `wizard.guard.${guard}`);
  const width = Math.max(0, ...guards.map(({ guard }) => widthOf(name(guard))));
  const titles = [say(theme, 'wizard.confirm.count'), say(theme, 'wizard.confirm.allowed')];
  const line = (label: string, numbers: readonly string[]): string =>
    [
      cell(label, width, theme),
      ...numbers.map((text, index) => cell(text, Math.max(6, widthOf(titles[index] ?? '')), theme, 'right')),
    ].join(GAP);
  return [
    [[`${GAP}${line(say(theme, 'wizard.confirm.guards'), titles)}`, 'strong']],
    ...guards.map(({ guard, count: found, allowed, tripped }): Line => {
      const text = line(name(guard), [count(theme, found), count(theme, allowed)]);
      if (!tripped) return [[`${theme.glyphs.yes} ${text}`, found > 0 ? 'plain' : 'dim']];
      if (raised.has(guard))
        return [[`${theme.glyphs.yes} ${text}${GAP}${say(theme, 'wizard.confirm.raised')}`, 'good']];
      return [
        [`${theme.glyphs.danger} ${text}${GAP}`, 'danger'],
        [` ${say(theme, 'wizard.confirm.tripped')} `, 'alarm'],
      ];
    }),
    ...(untouched === 0
      ? []
      : [[[`${theme.glyphs.yes} ${say(theme, 'wizard.confirm.untouched', { count: untouched })}`, 'dim']] as const]),
  ];
}

/** What a new user may enter: always shown, because the import decides that. */
function defaultLines({ run }: RunAnswer, { theme, columns }: View): readonly Line[] {
  if (run.summary.outcomes.create === 0) return [];
  const { defaults } = run.settings;
  const named = (value: boolean): string =>
    ACCESS_FIELDS.filter((field) => defaults[field] === value)
      .map((field) => fieldLabel(theme.language, field))
      .join(', ') || sayRef(theme, { key: 'value.empty', params: {} });
  const text = say(theme, 'wizard.confirm.defaults', {
    yes: named(true),
    no: named(false),
    language: defaults.siteLanguage,
  });
  return wrapText(text, columns).map((line): Line => [line]);
}

/** An undo is asked as what it is, and so are settings. */
function questionText({ kind }: Question, { run }: RunAnswer): WizardText {
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
    return [rule, ...wrapText(text, columns).map((line): Line => [[line, 'warning']])];
  }
  const question = questions[asked];
  if (!question) return [rule];
  const dangerous = question.kind !== 'apply' && question.kind !== 'approve';
  const text = say(theme, questionText(question, answer), {
    parent: answer.run.parent ?? '',
    count: question.count,
    shown: count(theme, question.count),
    allowed: count(theme, question.allowed),
    environment: answer.run.environment,
  });
  const number = questions.length > 1 ? `${asked + 1}/${questions.length}  ` : '';
  const typeThis: readonly Span[] = [
    `${say(theme, 'wizard.confirm.type')} `,
    [question.expected, 'strong'],
    ` ${theme.glyphs.chevron} `,
    ...fieldSpans(field, theme),
  ];
  return [
    rule,
    ...wrapText(number + text, columns).map((line): Line => [[line, dangerous ? 'danger' : 'plain']]),
    typeThis,
  ];
}
