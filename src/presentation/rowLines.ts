/** Rows of a plan as people read them: what each does, value by value, and what is told of it. */
import type { LastChange } from '../application/ports/absentNow.js';
import type { Outcome } from '../domain/outcomes.js';
import type { PlannedRow, UserChanges } from '../domain/plannedRow.js';
import { fieldLabel, groupName, messageText, sayIn, translate } from '../language/index.js';
import type { Language } from '../language/text.js';
import { wrapped, wrappedLines } from './layout.js';
import { rowName } from './rowName.js';
import type { Line, Span } from './lines.js';
import { madeTexts, mendedTexts, type RowSources } from './sourceTexts.js';
import { LEVEL_TONES, OUTCOME_TONES } from './tones.js';
import { changeText, placeOf, valueText } from './values.js';

/** All that a plan says of one row. */
export function rowLines(language: Language, planned: PlannedRow): readonly Line[] {
  const { row, user, name, code, outcome, messages } = planned;
  const say = sayIn(language);
  const head: Span[] = [
    [rowName(language, row), 'strong'],
    `  ${user}`,
    ...(name === '' ? [] : [`  ${name}`]),
    ...(code === null ? [] : [`  ${say('summary.code', { code })}`]),
    '  ',
  ];
  return [
    [...head, listedOutcome(language, outcome)],
    ...changeLines(language, planned).flatMap((line) => wrapped(line, 8, 4).map((text) => [text])),
    ...messages.flatMap((message) => {
      const text = `${say(`level.${message.level}`)}: ${messageText(language, message)} (${message.code})`;
      return wrappedLines(text, LEVEL_TONES[message.level], 6, 4);
    }),
  ];
}

/** An outcome in a list: below each other, what changes stands out from what stays. */
export function listedOutcome(language: Language, outcome: Outcome): Span {
  return [translate(language, `outcome.${outcome}`), outcome === 'update' ? 'accent' : OUTCOME_TONES[outcome]];
}

function changeLines(language: Language, row: PlannedRow): string[] {
  const { changes, groups, tokensRevoked } = row;
  const lines = changes.flatMap((change) => environmentLines(language, change, placeOf(change, row)));
  const moved = [
    ...groups.added.map((group) => `+${groupName(group)}`),
    ...groups.removed.map((group) => `-${groupName(group)}`),
  ];
  if (moved.length > 0) lines.push(`${fieldLabel(language, 'groups')}: ${moved.join(' ')}`);
  if (groups.created.length > 0)
    lines.push(translate(language, 'summary.groupsNamed', { groups: groups.created.map(groupName).join(', ') }));
  if (tokensRevoked > 0) lines.push(translate(language, 'summary.tokens', { count: tokensRevoked }));
  return lines;
}

/** A line for each value that changes; what a new user may enter is one line. */
function environmentLines(language: Language, { fields }: UserChanges, place: string): string[] {
  const label = (field: string): string => fieldLabel(language, field);
  const given = fields.filter(([, from, to]) => from === null && typeof to === 'boolean');
  const others = fields.filter((field) => !given.includes(field));
  const lines = others.map((change) => `${place}  ${changeText(language, change)}`);
  if (given.length === 0) return lines;
  return [
    ...lines,
    `${place}  ${given.map(([field, , to]) => `${label(field)} ${valueText(language, to)}`).join(', ')}`,
  ];
}

/** What was changed last of a user whom no row names, and by which run: what somebody decides by. */
export function lastChangeLines(language: Language, change: LastChange | null): readonly Line[] {
  return wrappedLines(lastChangeText(language, change), 'dim', 6, 4);
}

export function lastChangeText(language: Language, change: LastChange | null): string {
  if (change === null) return translate(language, 'summary.noLastChange');
  const { run, appliedAt: at, operator } = change;
  return translate(language, 'summary.lastChange', { run, at, operator });
}

/** Values that are no cell of their column as it is, and cells that were mended, beside what the file has. */
export function sourceLines(language: Language, { mended, made }: RowSources): readonly Line[] {
  return [
    ...madeTexts(language, made).flatMap((text) => wrappedLines(text, 'dim', 6, 4)),
    ...mendedTexts(language, mended).flatMap((text) => wrappedLines(text, 'accent', 6, 4)),
  ];
}
