/** A run as people read it: what will happen, per outcome, code and environment; what stops it; what to type next. */
import { rowName } from './rowName.js';
import type { RunAnswer } from '../application/useCases.js';
import { ACCESS_FIELDS } from '../domain/fields.js';
import { OUTCOMES, type OutcomeCounts } from '../domain/outcomes.js';
import type { PlannedRow } from '../domain/plannedRow.js';
import { UNDECIDED, type Run } from '../domain/run.js';
import { fieldLabel, groupName, groupNames, sayIn, translate, translateRef, wordFor } from '../language/index.js';
import type { Language } from '../language/text.js';
import { licenceTexts, trippedLines } from './guardLines.js';
import { aligned, section, wrapped, wrappedLines } from './layout.js';
import type { Line } from './lines.js';
import { nextCommands } from './nextCommands.js';
import { listedOutcome } from './rowLines.js';
import { runFacts } from './runFacts.js';
import { clearedFields, guessText, importedBefore, staysTexts, unknownTexts } from './runParts.js';
import { pulledTexts } from './pulledTexts.js';
import { settingTexts } from './settingTexts.js';
import { errorsText, valueText } from './values.js';

/** Rejected rows that are told with the summary; the rest with `show --rows`. */
export const REJECTED_TOLD = 10;

/** Of its rows, what the summary tells. */
export interface ToldRows {
  readonly rejected: readonly PlannedRow[];
  /** Of an undo: groups that the run created, which go where nobody else is in them. */
  readonly groupsThatGo: readonly string[];
  /** Of an undo: the second pass whose UPNs stay. */
  readonly upnsThatStay: number | null;
}

export function runSummary(
  language: Language,
  answer: RunAnswer,
  { rejected, groupsThatGo, upnsThatStay }: ToldRows,
): readonly Line[] {
  const { run } = answer;
  const before = answer.importedBefore && importedBefore(answer.importedBefore);
  const guess = guessText(language, run);
  const say = sayIn(language);
  return [
    [
      [
        say('summary.title', {
          kind: say(UNDECIDED.includes(run.status) ? 'summary.plan' : 'summary.run'),
          run: run.id,
          status: run.status,
        }),
        'strong',
      ],
    ],
    ...plain(aligned(runFacts(language, run).map(([term, text]) => [`  ${term}`, text]))),
    ...(before ? remark(translateRef(language, before)) : []),
    ...(guess === undefined ? [] : remark(guess)),
    ...(answer.undecided ?? []).flatMap(({ run: other, users }) =>
      remark(say('summary.undecided', { run: other, users })),
    ),
    ...section(say(run.status === 'applied' ? 'summary.happened' : 'summary.happens'), outcomeLines(language, run)),
    ...staysLines(language, run),
    ...groupsThatGoLines(language, run, groupsThatGo),
    ...(upnsThatStay === null ? [] : remark(say('summary.upnsStay', { run: upnsThatStay }))),
    ...section(say('summary.codes'), codeLines(language, run)),
    ...section(say(environmentsHeading(run)), environmentLines(language, run)),
    ...section(say('summary.cleared'), clearedLines(language, run)),
    ...section(say('summary.defaults'), defaultLines(language, run)),
    ...(run.status === 'planned' ? guardLines(language, answer) : []),
    ...section(say('summary.rejected'), rejectedLines(language, run, rejected)),
    ...(run.pruned ? [[''], [say('summary.pruned')]] : []),
    [''],
    ...plain(nextCommands(language, answer)),
  ];
}

const plain = (lines: readonly string[]): readonly Line[] => lines.map((line) => [line]);

function outcomeLines(language: Language, { summary, status, kind, settingsChange }: Run): readonly Line[] {
  if (settingsChange) return plain(settingTexts(language, settingsChange).flatMap((text) => wrapped(text, 4, 2)));
  if (kind === 'pull') return plain(pulledTexts(language, summary).flatMap((text) => wrapped(text, 4, 2)));
  const lines: readonly Line[] = OUTCOMES.filter((outcome) => summary.outcomes[outcome] > 0).map((outcome) => [
    `  ${String(summary.outcomes[outcome]).padStart(7)}  `,
    listedOutcome(language, outcome),
  ]);
  const applied = status === 'applied';
  const more = [
    ...(summary.groupsCreated > 0
      ? [newGroupsText(language, summary, applied ? 'summary.groupsDone' : 'summary.groups')]
      : []),
    ...(summary.tokensRevoked > 0
      ? [translate(language, applied ? 'summary.tokensDone' : 'summary.tokens', { count: summary.tokensRevoked })]
      : []),
  ];
  return lines.length === 0
    ? [[`  ${translate(language, 'summary.none')}`]]
    : [...lines, ...plain(more.flatMap((text) => wrapped(text, 4, 2)))];
}

/** How many, and which: a list of groups in one cell would make a group of that name. */
function newGroupsText(
  language: Language,
  { groupsCreated, newGroups = [] }: Run['summary'],
  key: 'summary.groups' | 'summary.groupsDone',
): string {
  const counted = translate(language, key, { count: groupsCreated });
  return newGroups.length === 0 ? counted : `${counted} (${groupNames(language, newGroups, groupsCreated)})`;
}

function staysLines(language: Language, { summary, rest }: Run): readonly Line[] {
  const texts = staysTexts(summary, {
    active: (environment, users) => translate(language, 'summary.staysActive', { environment, users }),
    blocked: (users) => translate(language, 'summary.staysBlocked', { users }),
  });
  const others = rest === null ? [] : [translate(language, 'summary.rest', { rest })];
  return [...others, ...texts, ...absentTexts(language, summary), ...unknownTexts(language, summary)].flatMap(remark);
}

/** Users whom no row names are told of, whatever is done about them: somebody may have been forgotten. */
function absentTexts(language: Language, { absent }: Run['summary']): readonly string[] {
  if (!absent || absent.users === 0) return [];
  return [
    translate(language, absent.action === 'none' ? 'summary.absent' : 'summary.absentBlocked', { count: absent.users }),
  ];
}

function groupsThatGoLines(language: Language, { status }: Run, groups: readonly string[]): readonly Line[] {
  if (groups.length === 0) return [];
  const key = status === 'applied' ? 'summary.groupsGone' : 'summary.groupsGo';
  return remark(translate(language, key, { groups: groups.map(groupName).join(', ') }));
}

const remark = (text: string): readonly Line[] => wrappedLines(text, 'warning', 4, 2);

/** An undo has no mutation codes, and neither has an act. */
function codeLines(language: Language, { summary, type, kind, settings }: Run): readonly Line[] {
  if (type === 'mutation' || kind === 'pull' || kind === 'undo' || settings.act) return [];
  return Object.entries(summary.codes).flatMap(([code, counts]) => {
    const told = countsOf(language, counts);
    if (told === '') return [];
    const label = code === 'invalid' ? '?' : code;
    return plain(wrapped(`${label}  ${wordFor(language, `code.${code}`)}: ${told}`, 6, 2));
  });
}

function countsOf(language: Language, counts: Partial<OutcomeCounts>): string {
  return OUTCOMES.flatMap((outcome) =>
    (counts[outcome] ?? 0) > 0 ? [`${counts[outcome]} ${translate(language, `outcome.${outcome}`)}`] : [],
  ).join(', ');
}

/** A plan of settings changes no user; a removal leaves them behind, or takes them back. */
function environmentsHeading({ settingsChange }: Run): `summary.${'environments' | 'leftBehind' | 'comeBack'}` {
  if (!settingsChange) return 'summary.environments';
  return settingsChange.new.deleted === true ? 'summary.leftBehind' : 'summary.comeBack';
}

function environmentLines(language: Language, { summary, environment }: Run): readonly Line[] {
  const reached = Object.entries(summary.environments).sort(
    ([one], [other]) => Number(other === environment) - Number(one === environment),
  );
  return plain(
    aligned(reached.map(([code, { users }]) => [`  ${code}`, translate(language, 'summary.users', { users })])),
  );
}

function clearedLines(language: Language, { summary }: Run): readonly Line[] {
  return clearedFields(summary).map(([field, users]) => [
    [`  ${translate(language, 'summary.clearedUsers', { field, users })}`, 'warning'],
  ]);
}

/** Always shown: they decide what a new user may enter (docs/rules.md, *Defaults for new users*). */
function defaultLines(language: Language, { settings, kind }: Run): readonly Line[] {
  if (kind !== 'import' || settings.type === 'mutation') return [];
  const access = ACCESS_FIELDS.map(
    (field) => `${fieldLabel(language, field)} ${valueText(language, settings.defaults[field])}`,
  );
  const all = [...access, `${fieldLabel(language, 'siteLanguage')} ${settings.defaults.siteLanguage}`];
  return plain(wrapped(all.join(', '), 2));
}

function guardLines(language: Language, { run, guards, approvalNeeded }: RunAnswer): readonly Line[] {
  const tripped = trippedLines(language, run, guards);
  return [
    ...(tripped.length === 0
      ? [[''], ...(run.settingsChange ? [] : [[translate(language, 'summary.guardsQuiet')]])]
      : section(translate(language, 'summary.guardsStop'), tripped)),
    ...plain(licenceTexts(language, guards)),
    ...(approvalNeeded ? remark(translate(language, 'summary.approval', { run: run.id })) : []),
  ];
}

function rejectedLines(language: Language, { id, summary }: Run, rejected: readonly PlannedRow[]): readonly Line[] {
  const lines = rejected.flatMap((row) => {
    const label = `${rowName(language, row.row)} (${row.user})`;
    return plain(wrapped(`${label}: ${errorsText(language, row)}`, 4, 2));
  });
  const more = summary.outcomes.rejected - rejected.length;
  return more > 0 && rejected.length > 0
    ? [...lines, [`  ${translate(language, 'summary.rejectedMore', { count: more, run: id })}`]]
    : lines;
}
