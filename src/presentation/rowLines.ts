/** Rows of a plan as people read them: what each does, value by value, and what is told of it. */
import type { MessageLevel } from '../domain/messages.js';
import type { Outcome } from '../domain/outcomes.js';
import type { ChangedValue, FieldChange, PlannedRow, UserChanges } from '../domain/plannedRow.js';
import { fieldLabel, groupName, messageText, translate } from '../language/index.js';
import type { Language } from '../language/text.js';
import { wrapped } from './layout.js';
import { OUTCOME_TONES } from './outcomes.js';
import type { Line, Span, Tone } from './lines.js';

const LEVEL_TONES: Readonly<Record<MessageLevel, Tone>> = { error: 'danger', warning: 'warning', notice: 'dim' };

/** All that a plan says of one row. */
export function rowLines(language: Language, planned: PlannedRow): readonly Line[] {
  const { row, user, name, code, outcome, messages } = planned;
  const say = (key: string, params = {}): string => translate(language, key, params);
  const head: Span[] = [
    [say('summary.row', { row }), 'strong'],
    `  ${user}`,
    ...(name === '' ? [] : [`  ${name}`]),
    ...(code === null ? [] : [`  ${say('summary.code', { code })}`]),
    '  ',
  ];
  return [
    [...head, outcomePiece(language, outcome)],
    ...changeLines(language, planned).flatMap((line) => wrapped(line, 8, 4).map((text) => [text])),
    ...messages.flatMap((told) => {
      const level = say(`level.${told.level}`);
      return wrapped(`${level}: ${messageText(language, told)} (${told.code})`, 6, 4).map((text) => [
        [text, LEVEL_TONES[told.level]] as const,
      ]);
    }),
  ];
}

export function outcomePiece(language: Language, outcome: Outcome): Span {
  // Below each other, what changes stands out from what stays.
  const tone = outcome === 'update' ? 'accent' : OUTCOME_TONES[outcome];
  return [translate(language, `outcome.${outcome}`), tone];
}

function changeLines(language: Language, { changes, groups, tokensRevoked }: PlannedRow): string[] {
  const lines = changes.flatMap((change) => environmentLines(language, change));
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
function environmentLines(language: Language, { environment, fields }: UserChanges): string[] {
  const label = (field: string): string => fieldLabel(language, field);
  const given = fields.filter(([, from, to]) => from === null && typeof to === 'boolean');
  const others = fields.filter((field) => !given.includes(field));
  const lines = others.map((change) => `${environment}  ${changeText(language, change)}`);
  if (given.length === 0) return lines;
  return [
    ...lines,
    `${environment}  ${given.map(([field, , to]) => `${label(field)} ${shownValue(language, to)}`).join(', ')}`,
  ];
}

/** A value that changes, the old one before the new one. */
export function changeText(language: Language, [field, from, to]: FieldChange): string {
  const values = [...(from === null ? [] : [from]), to].map((value) => shownValue(language, value));
  return `${fieldLabel(language, field)}: ${values.join(' → ')}`;
}

function shownValue(language: Language, value: ChangedValue): string {
  if (typeof value === 'boolean') return translate(language, value ? 'value.yes' : 'value.no');
  return value === null || value === '' ? translate(language, 'value.empty') : value;
}
