/** A planned row in words: what it changes, in one line of a list and in the lines of a detail pane. */
import type { LastChange } from '../application/ports/absentNow.js';
import { lastChangeText } from './rowLines.js';
import { rowName } from './rowName.js';
import { fieldLabel, groupName, messageReason, messageText } from '../language/index.js';
import type { MendedCell } from '../application/rowsOfFile.js';
import type { FieldId, NewUserDefaults } from '../domain/fields.js';
import type { MadeValue } from '../domain/madeValues.js';
import type { Message } from '../domain/messages.js';
import type { PlannedRow } from '../domain/plannedRow.js';
import { say, type Theme } from './theme.js';
import { cell, GAP, textOf, wrapLines, type Line, type Span } from './lines.js';
import { madeTexts } from './sourceTexts.js';
import { cutTo, widthOf, wrapText } from './textWidth.js';
import { screenText } from './visibleText.js';
import { becomesText, isEmpty, valueText } from './values.js';
import { changeLines, withoutDefaults, withoutRepeats, type ShownChanges } from './changeLines.js';
import { outcomeName } from './outcomes.js';
import { LEVEL_TONES, OUTCOME_TONES } from './tones.js';

/** What the cells of a row hold, by the field that takes its value from each. */
export type RowCells = readonly (readonly [field: FieldId, text: string])[];

/** A row as a list shows it; one that was left out with its cells, for its plan says nothing of it. */
export type ListedRow = PlannedRow & {
  readonly cells?: RowCells;
  readonly mended?: readonly MendedCell[];
  /** Values that are composed or come from a list. */
  readonly made?: readonly MadeValue[];
  /** What it changes to a value that all rows have. */
  readonly fixed?: readonly MadeValue[];
  /** Of a user whom no row names: null where no run is known. */
  readonly lastChange?: LastChange | null;
};

/** What a row comes to, in as few words as a list has room for: its errors, or else what it changes. */
export function summaryOf(row: PlannedRow, theme: Theme): Span {
  const error = row.messages.find(({ level }) => level === 'error');
  if (error) return [messageText(theme.language, error, 'wizard'), 'danger'];
  const warning = row.messages.find(({ level }) => level === 'warning');
  const changes = row.outcome === 'create' ? '' : changedFields(row, theme);
  const groups = groupWords(row, theme);
  const tokens = row.tokensRevoked > 0 ? say(theme, 'wizard.row.tokens', { count: row.tokensRevoked }) : '';
  const words = [changes, groups, tokens].filter(Boolean).join('; ');
  if (!warning) return words;
  return [
    `${theme.glyphs.warning} ${[words, messageText(theme.language, warning, 'wizard')].filter(Boolean).join(' - ')}`,
    'warning',
  ];
}

function changedFields(row: PlannedRow, theme: Theme): string {
  const cleared = new Set<string>();
  const others = new Set<string>();
  for (const { fields } of row.changes) {
    for (const [field, from, to] of fields) {
      if (field !== 'user' && isEmpty(to) && !isEmpty(from)) cleared.add(field);
      else if (field !== 'blocked') others.add(field);
    }
  }
  const label = (field: string): string => fieldLabel(theme.language, field);
  const renamed = row.changes
    .flatMap(({ fields }) => fields.filter(([field]) => field === 'user'))
    .map((change) => `${theme.glyphs.arrow} ${becomesText(theme.language, change)}`);
  others.delete('user');
  const codes = [...new Set(renamed)];
  const kept = [...others].filter((field) => !cleared.has(field)).map(label);
  if (cleared.size === 0) return [...codes, ...kept].join(', ');
  // What changes besides is told as such, or it would read as if it were cleared too.
  const gone = say(theme, 'wizard.row.clears', { fields: [...cleared].map(label).join(', ') });
  const changed = kept.length === 0 ? [] : [say(theme, 'wizard.row.changes', { fields: kept.join(', ') })];
  return [...codes, gone, ...changed].join('; ');
}

function groupWords(row: PlannedRow, theme: Theme): string {
  return [...joinedGroups(row, theme, '+'), ...row.groups.removed.map((group) => `-${groupName(group)}`)].join(' ');
}

/** The groups that the user comes into; one that the plan makes is told as new. */
function joinedGroups({ groups: { added, created } }: PlannedRow, theme: Theme, sign = ''): readonly string[] {
  return added.map((group) => {
    const name = sign + groupName(group);
    return created.includes(group) ? say(theme, 'wizard.row.newGroup', { group: name }) : name;
  });
}

/** Everything of a row: every message with its reason, and with its code for who looks it up; where, which field, old and new; groups, tokens. */
export function detailLines(
  row: ListedRow,
  theme: Theme,
  columns: number,
  changes: readonly ShownChanges[] = row.changes,
  coded = true,
): readonly Line[] {
  const { problems, notices } = messagesOf(row);
  return [
    ...cellLines(row, theme),
    ...lastChangeLine(row, theme),
    ...mendedLines(row, theme),
    ...problems.flatMap((message) => messageLines(message, theme, columns, coded)),
    ...changeLines(changes, row, theme, columns),
    ...groupLines(row, theme),
    ...madeLines([...(row.made ?? []), ...(row.fixed ?? [])], theme, columns),
    ...notices.flatMap((message) => messageLines(message, theme, columns, coded)),
  ];
}

/** Cells that a person typed over, beside what the file has in them. */
function mendedLines({ mended = [] }: ListedRow, theme: Theme): readonly Line[] {
  return mended.map(({ column, from, to }): Line => [
    [`${say(theme, 'wizard.row.mended')} `, 'accent'],
    `${column} `,
    [valueText(theme.language, from), 'dim'],
    ` ${theme.glyphs.arrow} `,
    valueText(theme.language, to),
  ]);
}

/** Values that are no cell of their column as it is; why there is none, a message says. */
function madeLines(made: readonly MadeValue[], theme: Theme, columns: number): readonly Line[] {
  const some = made.filter(({ value }) => value !== '');
  return madeTexts(theme.language, some).flatMap((text) => wrapLines(text, columns, 'dim'));
}

/** Of those, what the row changes or is told of: what the others are made of changes nothing. */
function madeHere({ made = [], changes, groups, messages }: ListedRow): readonly MadeValue[] {
  const told = new Set<string>([
    ...changes.flatMap(({ fields }) => fields.map(([field]) => field)),
    ...messages.flatMap(({ field }) => (field === null ? [] : [field])),
    ...(groups.added.length > 0 ? ['group'] : []),
  ]);
  return made.filter(({ field }) => told.has(field));
}

function lastChangeLine({ lastChange }: ListedRow, { language }: Theme): readonly Line[] {
  return lastChange === undefined ? [] : [[[lastChangeText(language, lastChange), 'dim']]];
}

/** What a row that was left out holds: who it is about, and what it would bring. */
function cellLines({ cells = [] }: ListedRow, theme: Theme): readonly Line[] {
  const label = (field: FieldId): string => fieldLabel(theme.language, field);
  const width = Math.max(0, ...cells.map(([field]) => widthOf(label(field))));
  return cells.map(([field, text]): Line => [cell(label(field), width, theme), GAP, [text, 'dim']]);
}

/** What has to be looked at is told before what changes, and what only explains it after. */
function messagesOf({ messages }: PlannedRow): Readonly<Record<'problems' | 'notices', readonly Message[]>> {
  return {
    problems: messages.filter(({ level }) => level !== 'notice'),
    notices: messages.filter(({ level }) => level === 'notice'),
  };
}

/**
 * What is particular about a row, in so many lines; where that is not all, it tells so, with the key for the rest.
 * The less stands there that is the same for every row, the calmer the screen while the cursor moves.
 */
export function briefLines(
  row: ListedRow,
  defaults: NewUserDefaults,
  theme: Theme,
  { columns, height }: { readonly columns: number; readonly height: number },
): readonly Line[] {
  const { problems, notices } = messagesOf(row);
  const own = [
    ...cellLines(row, theme),
    ...lastChangeLine(row, theme),
    ...mendedLines(row, theme),
    ...problems.flatMap((message) => messageLines(message, theme, columns)),
    ...changeLines(withoutRepeats(withoutDefaults(row, defaults)), row, theme, columns),
    ...groupLines(row, theme),
    ...madeLines(madeHere(row), theme, columns),
  ];
  const told = [...own, ...notices.flatMap((message) => toldLines(message, theme, columns))];
  const lines =
    told.length < height ? told : [...own, ...notices.map((message) => noticeLine(message, theme, columns))];
  const { length } = detailLines(row, theme, columns, withoutRepeats(row.changes), false);
  if (lines.length === length && length <= height) return lines;
  if (lines.length < height) return [...lines, [[say(theme, 'wizard.row.usual'), 'dim']]];
  const shown = lines.slice(0, height - 1);
  return [...shown, [[say(theme, 'wizard.row.more', { count: length - shown.length }), 'dim']]];
}

/** The heading of a row's details, in so many columns: who it is about gives way to what it does. */
export function rowTitle(row: PlannedRow, theme: Theme, columns: number): Line {
  const code =
    row.code === null
      ? ''
      : row.codeDefaulted
        ? say(theme, 'wizard.row.codeDefaulted')
        : say(theme, 'wizard.row.code', { code: row.code });
  const start: Line = [[rowName(theme.language, row.row), 'strong'], ` ${theme.glyphs.dot} `, [row.user, 'strong']];
  const end: Line = [
    code === '' ? '' : ` ${theme.glyphs.dot} ${code}`,
    ` ${theme.glyphs.arrow} `,
    [outcomeName(row.outcome, theme), OUTCOME_TONES[row.outcome]],
  ];
  const used = [...start, ...end].reduce((sum, span) => sum + widthOf(screenText(textOf(span), theme.unicode)), 0);
  const name = cutTo(screenText(row.name, theme.unicode), columns - used - 1, theme.glyphs.ellipsis);
  return [...start, name === '' || columns - used - 1 < NAME_LEAST ? '' : ` ${name}`, ...end];
}

/** Less of a name says nothing. */
const NAME_LEAST = 4;

function groupLines(row: PlannedRow, theme: Theme): readonly Line[] {
  const { added, removed } = row.groups;
  const lines: Line[] = [];
  if (added.length > 0)
    lines.push([`${say(theme, 'wizard.row.joins')} `, [joinedGroups(row, theme).join(', '), 'good']]);
  if (removed.length > 0)
    lines.push([`${say(theme, 'wizard.row.leaves')} `, [removed.map(groupName).join(', '), 'warning']]);
  if (row.tokensRevoked > 0)
    lines.push([[say(theme, 'wizard.row.losesTokens', { count: row.tokensRevoked }), 'warning']]);
  return lines;
}

function messageLines(message: Message, theme: Theme, columns: number, coded = false): readonly Line[] {
  const reason = wrapText(messageReason(theme.language, message), columns - 4);
  return [...toldLines(message, theme, columns, coded), ...reason.map((line): Line => [[`    ${line}`, 'dim']])];
}

/** What a message says, without its reason; where all is told, with the code by which scripts know it. */
function toldLines(message: Message, theme: Theme, columns: number, coded = false): readonly Line[] {
  const code = coded ? ` (${message.code})` : '';
  const text = wrapText(`${messageText(theme.language, message, 'wizard')}${code}`, columns - 2);
  const tone = LEVEL_TONES[message.level];
  return text.map((line, index): Line => [[`${index === 0 ? markOf(message, theme) : ' '} ${line}`, tone]]);
}

/** Of what asks for no decision, where there is no room, the beginning. */
function noticeLine(message: Message, theme: Theme, columns: number): Line {
  const text = cutTo(messageText(theme.language, message, 'wizard'), columns - 2, theme.glyphs.ellipsis);
  return [[`${markOf(message, theme)} ${text}`, 'dim']];
}

function markOf({ level }: Message, { glyphs }: Theme): string {
  return { error: glyphs.danger, warning: glyphs.warning, notice: glyphs.notice }[level];
}
