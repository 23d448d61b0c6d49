/** A run as people read it: what will happen, per outcome, code and environment; what stops it; what to type next. */
import type { FileLayout } from '../application/ports/importFiles.js';
import type { ImportedBefore, RunAnswer } from '../application/useCases.js';
import { ACCESS_FIELDS, IDENTITY_FIELDS } from '../domain/fields.js';
import { OUTCOMES, type OutcomeCounts } from '../domain/outcomes.js';
import type { PlannedRow } from '../domain/plannedRow.js';
import type { Run, RunKind } from '../domain/run.js';
import {
  encodingGuessText,
  fieldLabel,
  groupName,
  groupNames,
  messageText,
  momentText,
  proposed,
  translate,
  type TextKey,
} from '../language/index.js';
import { settingLines } from '../language/settingsText.js';
import type { Language, TextParams } from '../language/text.js';
import { trippedLines } from './guardLines.js';
import { aligned, wrapped } from './layout.js';
import type { Line } from './lines.js';
import { outcomePiece } from './rowLines.js';

export type Lines = readonly Line[];

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

export function planSummary(
  language: Language,
  answer: RunAnswer,
  { rejected, groupsThatGo, upnsThatStay }: ToldRows,
): Lines {
  const { run } = answer;
  const say = (key: TextKey, params?: TextParams): string => translate(language, key, params);
  return [
    [
      [
        say('summary.title', {
          kind: say(run.status === 'planned' ? 'summary.plan' : 'summary.run'),
          run: run.id,
          status: run.status,
        }),
        'strong',
      ],
    ],
    ...plain(aligned(facts(language, run).map(([term, text]) => [`  ${term}`, text]))),
    ...(answer.importedBefore ? remark(say(...importedBeforeText(answer.importedBefore))) : []),
    ...guessLines(language, run),
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

/** The text that tells that the same content was imported before, with what fills it in. */
function importedBeforeText({ run, changedBy }: ImportedBefore): [TextKey, TextParams] {
  return changedBy === null ? ['summary.importedBefore', { run }] : ['summary.importedBefore.run', { run, changedBy }];
}

const plain = (lines: readonly string[]): Lines => lines.map((line) => [line]);

/** A part with a heading and an empty line before it; nothing when there is nothing to say. */
function section(heading: string, lines: Lines): Lines {
  return lines.length === 0 ? [] : [[''], [[heading, 'strong']], ...lines];
}

function facts(language: Language, run: Run): [string, string][] {
  const say = (key: TextKey, params?: TextParams): string => translate(language, key, params);
  const rows = say('summary.rows', { rows: run.file.rows });
  const blank = run.file.blank > 0 ? `, ${say('summary.blank', { blank: run.file.blank })}` : '';
  const { operator: login, sessionLogin: session } = run;
  const operator = session === null ? login : say('summary.session', { operator: login, session });
  const list: [TextKey, string | null][] = [
    ['summary.file', run.file.name === '' ? null : `${run.file.name} (${rows}${blank})`],
    ['summary.parent', run.parent === null ? null : say('summary.ofRun', { kind: relation(run), run: run.parent })],
    ['summary.type', run.kind === 'hand' || run.settingsChange ? null : say(`type.${run.type}`)],
    ['summary.environment', `${run.environment} (${say(`type.${run.environmentType}`)})`],
    ['summary.operator', run.origin === '' ? operator : `${operator} (${run.origin})`],
    ['summary.created', momentText(run.createdAt)],
    ['summary.expires', run.status === 'planned' ? momentText(run.expiresAt) : null],
    ['summary.approved', whoAndWhen(run.approvedBy, run.approvedAt)],
    ['summary.raisedBy', run.raisedBy.length === 0 ? null : run.raisedBy.join(', ')],
    ['summary.applied', whoAndWhen(run.appliedBy, run.appliedAt)],
    ['summary.undone', run.undoneBy === null ? null : say('summary.byRun', { run: run.undoneBy })],
  ];
  return list.flatMap(([key, text]) => (text === null ? [] : [[say(key), text] as [string, string]]));
}

/** What a run is of the one that it follows: settings that are put back are undone. */
export function relation({ kind }: Run): RunKind {
  return kind === 'settings' ? 'undo' : kind;
}

/** Who did something and when, as far as that is known. */
function whoAndWhen(who: string | null, when: string | null): string | null {
  const known = [who, when === null ? null : momentText(when)].filter((part) => part !== null);
  return known.length === 0 ? null : known.join(', ');
}

function outcomeLines(language: Language, { summary, status, settingsChange }: Run): Lines {
  if (settingsChange) return plain(settingLines(language, settingsChange).flatMap((text) => wrapped(text, 4, 2)));
  const lines: Lines = OUTCOMES.filter((outcome) => summary.outcomes[outcome] > 0).map((outcome) => [
    `  ${String(summary.outcomes[outcome]).padStart(7)}  `,
    outcomePiece(language, outcome),
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
  const nothing = OUTCOMES.every((outcome) => summary.outcomes[outcome] === 0);
  return nothing
    ? [[`  ${translate(language, 'summary.none')}`]]
    : [...lines, ...plain(more.flatMap((text) => wrapped(text, 4, 2)))];
}

/** How many, and which: a list of groups in one cell would make a group of that name. */
function newGroupsText(language: Language, { groupsCreated, newGroups = [] }: Run['summary'], key: TextKey): string {
  const counted = translate(language, key, { count: groupsCreated });
  return newGroups.length === 0 ? counted : `${counted} (${groupNames(language, newGroups, groupsCreated)})`;
}

/** A block is an environment's own, and only a code 6 ends it: both are told, however few they are. */
function staysLines(language: Language, { summary: { staysActive, staysBlocked } }: Run): Lines {
  const active = Object.entries(staysActive).map(([environment, users]) =>
    translate(language, 'summary.staysActive', { environment, users }),
  );
  const blocked = staysBlocked === 0 ? [] : [translate(language, 'summary.staysBlocked', { users: staysBlocked })];
  return [...active, ...blocked].flatMap(remark);
}

function groupsThatGoLines(language: Language, { status }: Run, groups: readonly string[]): Lines {
  if (groups.length === 0) return [];
  const key = status === 'applied' ? 'summary.groupsGone' : 'summary.groupsGo';
  return remark(translate(language, key, { groups: groups.map(groupName).join(', ') }));
}

/** A guess that is wrong writes wrong names everywhere: it is told where the plan is looked at. */
function guessLines(language: Language, { layout }: Run): Lines {
  const text = encodingGuessText(language, layout as FileLayout | null);
  return text === undefined ? [] : remark(text);
}

const remark = (text: string): Lines => wrapped(text, 4, 2).map((line) => [[line, 'warning']]);

/** An undo has no mutation codes. */
function codeLines(language: Language, { summary, type, kind }: Run): Lines {
  if (type === 'mutation' || kind === 'undo') return [];
  return Object.entries(summary.codes).flatMap(([code, counts]) => {
    const label = code === 'invalid' ? '?' : code;
    const lines = wrapped(`${label}  ${translate(language, `code.${code}`)}: ${countsOf(language, counts)}`, 6, 2);
    return Object.values(counts).some((count) => count > 0) ? plain(lines) : [];
  });
}

function countsOf(language: Language, counts: Partial<OutcomeCounts>): string {
  return OUTCOMES.flatMap((outcome) =>
    (counts[outcome] ?? 0) > 0 ? [`${counts[outcome]} ${translate(language, `outcome.${outcome}`)}`] : [],
  ).join(', ');
}

/** A plan of settings changes no user; a removal leaves them behind, or takes them back. */
function environmentsHeading({ settingsChange }: Run): TextKey {
  if (!settingsChange) return 'summary.environments';
  return settingsChange.new.deleted === true ? 'summary.leftBehind' : 'summary.comeBack';
}

function environmentLines(language: Language, { summary, environment }: Run): Lines {
  const reached = Object.entries(summary.environments).sort(
    ([one], [other]) => Number(other === environment) - Number(one === environment),
  );
  return plain(
    aligned(reached.map(([code, { users }]) => [`  ${code}`, translate(language, 'summary.users', { users })])),
  );
}

function clearedLines(language: Language, { summary }: Run): Lines {
  return IDENTITY_FIELDS.filter((field) => summary.cleared[field] > 0).map((field) => [
    [`  ${translate(language, 'summary.clearedUsers', { field, users: summary.cleared[field] })}`, 'warning'],
  ]);
}

/** Always shown: they decide what a new user may enter (docs/rules.md, *Defaults for new users*). */
function defaultLines(language: Language, { settings, kind }: Run): Lines {
  if (kind !== 'import' || settings.type === 'mutation') return [];
  const access = ACCESS_FIELDS.map(
    (field) =>
      `${fieldLabel(language, field)} ${translate(language, settings.defaults[field] ? 'value.yes' : 'value.no')}`,
  );
  const all = [...access, `${fieldLabel(language, 'siteLanguage')} ${settings.defaults.siteLanguage}`];
  return plain(wrapped(all.join(', '), 2));
}

function guardLines(language: Language, { run, guards, approvalNeeded }: RunAnswer): Lines {
  const tripped = trippedLines(language, run, guards);
  const approval = wrapped(translate(language, 'summary.approval', { run: run.id }), 4, 2);
  return [
    ...(tripped.length === 0
      ? [[''], ...(run.settingsChange ? [] : [[translate(language, 'summary.guardsQuiet')]])]
      : section(translate(language, 'summary.guards'), tripped)),
    ...(approvalNeeded ? approval.map((text) => [[text, 'warning'] as const]) : []),
  ];
}

function rejectedLines(language: Language, { id, summary }: Run, rejected: readonly PlannedRow[]): Lines {
  const lines = rejected.flatMap(({ row, user, messages }) => {
    const errors = messages.filter(({ level }) => level === 'error').map((told) => messageText(language, told));
    return plain(wrapped(`${translate(language, 'summary.row', { row })} (${user}): ${errors.join(' ')}`, 4, 2));
  });
  const more = summary.outcomes.rejected - rejected.length;
  return more > 0 && rejected.length > 0
    ? [...lines, [`  ${translate(language, 'summary.rejectedMore', { count: more, run: id })}`]]
    : lines;
}

function nextCommands(language: Language, { run, approvalNeeded }: RunAnswer): string[] {
  const next = (key: TextKey, command: string): string =>
    translate(language, key, { command: proposed(`${command} ${run.id}`) });
  if (run.pruned) return [];
  const rejected = run.summary.outcomes.rejected > 0;
  const lines = run.settingsChange
    ? []
    : [translate(language, 'next.look', { command: proposed(`show ${run.id} --rows`) })];
  if (run.status === 'planned')
    return [...lines, ...(approvalNeeded ? [next('next.approve', 'approve')] : []), next('next.apply', 'apply')];
  if (run.status === 'discarded') return [];
  const waits = run.deferredUpns > 0 && !run.secondPass;
  return [
    ...(rejected ? [translate(language, 'next.rejected', { command: proposed(`rejected ${run.id} -o FILE`) })] : []),
    ...(run.summary.tokensRevoked > 0 ? [next('next.tokens', 'tokens')] : []),
    ...(waits ? [translate(language, 'summary.secondPassWaits', { rows: run.deferredUpns })] : []),
    ...(run.secondPass
      ? [translate(language, 'summary.secondPassRun', { run: run.secondPass.run, status: run.secondPass.status })]
      : []),
    ...(run.undoneBy === null ? [next('next.undo', 'undo')] : []),
  ];
}
