/** A run as a document for a ticket: kinds of change, counts and guards first, then what changes, folded, row by row as it is read. */
import type { KindOfPlan } from '../../application/rowGroups.js';
import type { ReportParts } from '../../application/runFiles.js';
import type { RunAnswer } from '../../application/useCases.js';
import { NO_LIMIT } from '../../domain/guards/limits.js';
import { OUTCOMES, type Outcome, type OutcomeCounts } from '../../domain/outcomes.js';
import { dateAndTime, groupNames, sayIn, translateRef, type Say } from '../../language/index.js';
import type { Language } from '../../language/text.js';
import { guardName, raisingFlag } from '../guardLines.js';
import { fewKinds, kindsWithoutValues } from '../kindSummary.js';
import { environmentsText, kindText } from '../kindText.js';
import { runFacts } from '../runFacts.js';
import { clearedFields, guessText, importedBefore, staysTexts, unknownTexts } from '../runParts.js';
import { htmlReport } from './htmlReport.js';
import { markdownReport } from './markdownReport.js';
import { reportEntry } from './reportEntry.js';
import type { ReportMarkup } from './reportMarkup.js';

export interface ReportOptions {
  /** Old and new values are left out, and whatever else tells one. */
  readonly withoutValues: boolean;
  /** Rows that are told by outcome, where that is not all of the run. */
  readonly counts?: Readonly<Partial<OutcomeCounts>>;
  /** Who mended cells of the plan. */
  readonly mendedBy?: readonly string[];
}

/** Kinds of change that are told before the rows. */
const MOST_KINDS = 30;

const MARKUPS = { md: markdownReport, html: htmlReport } as const satisfies Readonly<Record<string, ReportMarkup>>;

/** What has to be mended comes first, and what does nothing last. */
const ORDER: readonly Outcome[] = [
  'rejected',
  ...OUTCOMES.filter((outcome) => !['rejected', 'unchanged', 'excluded'].includes(outcome)),
  'excluded',
  'unchanged',
];

export async function* reportDocument(
  as: keyof typeof MARKUPS,
  language: Language,
  answer: RunAnswer,
  { kinds, rowsOf }: ReportParts,
  options: ReportOptions,
): AsyncGenerator<string> {
  const markup = MARKUPS[as];
  const say = sayIn(language);
  const outcomes = options.counts ?? answer.run.summary.outcomes;
  yield head(markup, say, language, answer, await kinds(), options);
  yield markup.heading(say('report.rows'));
  for (const outcome of ORDER.filter((one) => (outcomes[one] ?? 0) > 0)) {
    const title = `${say(`outcome.${outcome}`)}: ${outcomes[outcome]}`;
    yield markup.fold(`${title.slice(0, 1).toUpperCase()}${title.slice(1)}`, outcome === 'rejected');
    for await (const rows of rowsOf(outcome))
      yield rows.map((row) => markup.entry(reportEntry(language, row, options))).join('');
    yield markup.unfold();
  }
  yield markup.end();
}

/** All that is told before the rows. */
function head(
  markup: ReportMarkup,
  say: Say,
  language: Language,
  answer: RunAnswer,
  kinds: readonly KindOfPlan[],
  { withoutValues }: ReportOptions,
): string {
  const { run, approvalNeeded } = answer;
  const kind = say(run.status === 'applied' ? 'summary.run' : 'summary.plan');
  const before = answer.importedBefore && importedBefore(answer.importedBefore);
  const guess = withoutValues ? undefined : guessText(language, run);
  const parts = [
    markup.begin(`${say('summary.title', { kind, run: run.id, status: run.status })} · ${run.environment}`, language),
    ...(run.environmentType === 'production' ? [markup.paragraph(say('report.production'), 'danger')] : []),
    ...(run.status === 'applied' ? [] : [markup.paragraph(say('report.notApplied'), 'warning')]),
    ...(approvalNeeded ? [markup.paragraph(say('report.approval'), 'warning')] : []),
    markup.facts(runFacts(language, run, dateAndTime)),
    ...(before ? [markup.paragraph(translateRef(language, before), 'warning')] : []),
    ...(guess === undefined ? [] : [markup.paragraph(guess, 'warning')]),
    markup.heading(say(run.status === 'applied' ? 'summary.happened' : 'summary.happens')),
    ...kindTable(markup, language, withoutValues ? kindsWithoutValues(kinds) : kinds),
    ...counts(markup, say, answer),
    ...asides(say, language, answer, withoutValues).map((text) => markup.paragraph(text, 'plain')),
    markup.heading(say('summary.guards')),
    ...guards(markup, language, answer),
    ...(withoutValues ? [markup.paragraph(say('report.withoutValues'), 'plain')] : []),
  ];
  return parts.join('');
}

/** What few rows have in common is as easily overlooked as what many have: both are told, within a page. */
function kindTable(markup: ReportMarkup, language: Language, kinds: readonly KindOfPlan[]): readonly string[] {
  const say = sayIn(language);
  const { biggest, between, rarest } = fewKinds(kinds, MOST_KINDS);
  if (biggest.length === 0) return [];
  const rowOf = (kind: KindOfPlan): readonly string[] => [
    kindText(language, kind),
    environmentsText(kind.environments),
    String(kind.rows),
  ];
  const left = [[say('kind.between', { count: between.kinds }), '', String(between.rows)]];
  return [
    markup.table(
      [say('list.happens'), say('list.environments'), say('list.rows')],
      [...biggest.map(rowOf), ...(between.kinds > 0 ? left : []), ...rarest.map(rowOf)],
    ),
  ];
}

function counts(markup: ReportMarkup, say: Say, { run: { summary } }: RunAnswer): readonly string[] {
  const told = OUTCOMES.filter((outcome) => summary.outcomes[outcome] > 0);
  const reached = Object.entries(summary.environments);
  return [
    ...(told.length === 0
      ? [markup.paragraph(say('summary.none'), 'plain')]
      : [
          markup.table(
            [say('report.outcome'), say('report.rows')],
            told.map((outcome) => [say(`outcome.${outcome}`), String(summary.outcomes[outcome])]),
          ),
        ]),
    ...(reached.length === 0
      ? []
      : [
          markup.table(
            [say('list.environment'), say('list.users')],
            reached.map(([code, { users }]) => [code, String(users)]),
          ),
        ]),
  ];
}

/** What cannot be taken back, and who stays active or blocked. */
function asides(say: Say, language: Language, { run }: RunAnswer, withoutValues: boolean): readonly string[] {
  const { summary, status } = run;
  const { tokensRevoked, groupsCreated, newGroups = [] } = summary;
  const applied = status === 'applied';
  const groups = say(applied ? 'summary.groupsDone' : 'summary.groups', { count: groupsCreated });
  const named = withoutValues || newGroups.length === 0 ? '' : ` (${groupNames(language, newGroups, groupsCreated)})`;
  return [
    ...clearedFields(summary).map(
      ([field, users]) => `${say('summary.cleared')}: ${say('summary.clearedUsers', { field, users })}`,
    ),
    ...(groupsCreated > 0 ? [`${groups}${named}`] : []),
    ...(tokensRevoked > 0 ? [say(applied ? 'summary.tokensDone' : 'summary.tokens', { count: tokensRevoked })] : []),
    ...staysTexts(summary, {
      active: (environment, users) => say('summary.staysActive', { environment, users }),
      blocked: (users) => say('summary.staysBlocked', { users }),
    }),
    ...unknownTexts(language, summary),
  ];
}

/** What stops the plan is told in words, with the flag that raises it; all of them in numbers. */
function guards(markup: ReportMarkup, language: Language, { run, guards: all }: RunAnswer): readonly string[] {
  const say = sayIn(language);
  const tripped = all.filter((guard) => guard.tripped);
  const limited = all.filter(({ limit }) => limit !== NO_LIMIT);
  return [
    ...tripped.map((guard) =>
      markup.paragraph(
        say('report.trips', { guard: guardName(language, guard), flag: raisingFlag(guard, run) }),
        'danger',
      ),
    ),
    markup.table(
      [say('report.guard'), say('report.count'), say('report.allowed')],
      limited.map((guard) => [guardName(language, guard), String(guard.count), String(guard.allowed)]),
    ),
  ];
}
