/** A row of a plan as a report tells it. */
import type { RowOfFile } from '../../application/rowsOfFile.js';
import { rowName } from '../rowName.js';
import type { FieldChange, PlannedRow, UserChanges } from '../../domain/plannedRow.js';
import { fieldLabel, groupName, messageReason, messageText, sayIn } from '../../language/index.js';
import type { Language } from '../../language/text.js';
import { madeTexts, mendedTexts, type SourceOptions } from '../sourceTexts.js';
import { becomesText, isEmpty, placeOf, valueText, wasText } from '../values.js';
import type { ReportChange, ReportEntry, ReportTone, ReportValue } from './reportMarkup.js';

const TONES = { error: 'danger', warning: 'warning', notice: 'dim' } as const satisfies Record<string, ReportTone>;

/** Without values, what the user is called goes as well, and a message says its rule in the place of what it found. */
export function reportEntry(
  language: Language,
  { planned, made, fixed, mended }: RowOfFile,
  options: SourceOptions & { readonly withoutValues: boolean },
): ReportEntry {
  const { withoutValues } = options;
  const { row, user, name, code, changes, tokensRevoked, messages } = planned;
  const say = sayIn(language);
  return {
    head: rowName(language, row),
    about: [
      user,
      ...(name === '' || withoutValues ? [] : [name]),
      ...(code === null ? [] : [say('summary.code', { code })]),
    ],
    changes: [
      ...changes.flatMap((change) =>
        withoutValues
          ? [{ place: placeOf(change, planned), label: labels(language, change.fields) }]
          : fieldChanges(language, change, placeOf(change, planned)),
      ),
      ...groupChanges(language, planned, withoutValues),
    ],
    remarks: [
      ...(tokensRevoked > 0 ? [{ text: say('summary.tokens', { count: tokensRevoked }), tone: 'plain' as const }] : []),
      ...messages.map((message) => ({
        text: `${say(`level.${message.level}`)}: ${withoutValues ? messageReason(language, message) : messageText(language, message)}`,
        code: message.code,
        tone: TONES[message.level],
      })),
      ...mendedTexts(language, mended, options).map((text) => ({ text, tone: 'plain' as const })),
      ...madeTexts(language, [...made, ...fixed], options).map((text) => ({ text, tone: 'dim' as const })),
    ],
  };
}

function labels(language: Language, fields: readonly FieldChange[]): string {
  return fields.map(([field]) => fieldLabel(language, field)).join(', ');
}

/** One for each value that changes; what a new user may enter is one. */
function fieldChanges(language: Language, { fields }: UserChanges, place: string): readonly ReportChange[] {
  const given = fields.filter(
    ([, from, to, unknown]) => from === null && unknown === undefined && typeof to === 'boolean',
  );
  const others = fields.filter((field) => !given.includes(field));
  const said = given.map(([field, , to]) => `${fieldLabel(language, field)} ${valueText(language, to)}`).join(', ');
  return [
    ...others.map((field) => ({ place, label: fieldLabel(language, field[0]), ...valuesOf(language, field) })),
    ...(given.length === 0 ? [] : [{ place, label: said }]),
  ];
}

function valuesOf(language: Language, change: FieldChange): Pick<ReportChange, 'from' | 'to'> {
  const [field, from, to, unknown] = change;
  const shown = (value: FieldChange[1], text: string): ReportValue => ({
    text,
    isWord: typeof value === 'boolean' || isEmpty(value),
  });
  return {
    ...((from !== null || unknown === 'from') && { from: shown(from, wasText(language, change)) }),
    to: shown(
      to,
      (field === 'user' && to === null) || unknown === 'to' ? becomesText(language, change) : valueText(language, to),
    ),
  };
}

function groupChanges(
  language: Language,
  { groups: { added, removed } }: PlannedRow,
  withoutValues: boolean,
): readonly ReportChange[] {
  const label = fieldLabel(language, 'groups');
  const moved = (sign: string, groups: readonly string[]): readonly ReportChange[] => {
    if (groups.length === 0) return [];
    const said = withoutValues ? String(groups.length) : groups.map(groupName).join(', ');
    return [{ place: '', label, to: { text: `${sign}${said}`, isWord: false } }];
  };
  return [...moved('+', added), ...moved('−', removed)];
}
