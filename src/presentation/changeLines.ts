/** The changes of a row: where, which field, and old → new with the part that differs marked. */
import { DEFAULTED_FIELDS, type NewUserDefaults } from '../domain/fields.js';
import {
  HIDDEN_SECRET,
  type ChangedField,
  type ChangedValue,
  type FieldChange,
  type PlannedRow,
  type UserChanges,
} from '../domain/plannedRow.js';
import { fieldLabel } from '../language/index.js';
import { say, type Theme } from './theme.js';
import { becomesText, isEmpty, placeOf, valueText, wasText } from './values.js';
import { cell, GAP, type Line, type Span } from './lines.js';
import { headOf, widthOf } from './textWidth.js';
import { screenText } from './visibleText.js';

/** Changes in an environment; where `like` is there, they are those of that environment. */
export type ShownChanges = UserChanges & { readonly like?: string };

/** Values stay in their place from row to row, unless a label is longer. */
const LABEL_LEAST = 13;
const LABEL_MOST = 22;

export function changeLines(
  changes: readonly ShownChanges[],
  row: PlannedRow,
  theme: Theme,
  columns: number,
): readonly Line[] {
  const shown = changes.flatMap(({ fields, like }) => (like === undefined ? fields : []));
  const label = (field: ChangedField): string => fieldLabel(theme.language, field);
  const environmentWidth = Math.max(0, ...changes.map((change) => widthOf(placeOf(change, row))));
  const labelWidth = Math.min(LABEL_MOST, Math.max(LABEL_LEAST, ...shown.map(([field]) => widthOf(label(field)))));
  const room = columns - environmentWidth - labelWidth - 2 * GAP.length - widthOf(arrowOf(theme));
  const oldWidest = Math.max(
    0,
    ...shown.map((change) => widthOf(screenText(wasText(theme.language, change), theme.unicode))),
  );
  const oldWidth = Math.max(4, Math.min(oldWidest, Math.floor(room / 2)));
  const start = (environment: string): readonly Span[] => [[cell(environment, environmentWidth, theme), 'accent'], GAP];
  return changes.flatMap((shownChange): readonly Line[] => {
    const { fields, like } = shownChange;
    const environment = placeOf(shownChange, row);
    if (like !== undefined) return [[...start(environment), say(theme, 'wizard.row.sameAs', { environment: like })]];
    return fields.map((change, index): Line => {
      const [field, from, to, unknown] = change;
      const isNew = from === null && unknown === undefined && row.outcome === 'create';
      return [
        ...start(index === 0 ? environment : ''),
        cell(label(field), labelWidth, theme),
        GAP,
        ...(isNew
          ? [[valueText(theme.language, to), 'good'] satisfies Span]
          : changedSpans(change, oldWidth, room - oldWidth, theme)),
      ];
    });
  });
}

/** Without what every new user of the plan gets, and without the code that the row is about. */
export function withoutDefaults(row: PlannedRow, defaults: NewUserDefaults): readonly ShownChanges[] {
  if (row.outcome !== 'create') return row.changes;
  const usual = new Map<ChangedField, ChangedValue>(DEFAULTED_FIELDS.map((field) => [field, defaults[field]]));
  usual.set('user', row.user).set('blocked', false);
  return row.changes.map(({ fields, ...where }) => ({
    ...where,
    fields: fields.filter(([field, from, to]) => from !== null || usual.get(field) !== to),
  }));
}

/** Linked environments mostly get the same; a single change is as clear as saying that it is the same. */
export function withoutRepeats(changes: readonly ShownChanges[]): readonly ShownChanges[] {
  return changes.map((change, index) => {
    if (change.fields.length < 2) return change;
    const text = JSON.stringify(change.fields);
    const like = changes.slice(0, index).find(({ fields }) => JSON.stringify(fields) === text);
    return like ? { ...change, like: like.environment } : change;
  });
}

function arrowOf({ glyphs }: Theme): string {
  return ` ${glyphs.arrow} `;
}

/** Old and new, with the part that differs marked in both; nothing becomes "(empty)". */
function changedSpans(change: FieldChange, oldWidth: number, newWidth: number, theme: Theme): readonly Span[] {
  const [field, from, to, unknown] = change;
  const arrow = arrowOf(theme);
  const before = screenText(wasText(theme.language, change), theme.unicode);
  const after = screenText(becomesText(theme.language, change), theme.unicode);
  if (to === HIDDEN_SECRET || from === HIDDEN_SECRET) return [[after, 'changed']];
  const cleared = isEmpty(to) && !isEmpty(from) && unknown !== 'to';
  const old: Span = [cell(before, oldWidth, theme), 'dim'];
  if (cleared) return [old, arrow, [after, 'danger']];
  if (field === 'blocked') return [old, arrow, [after, to === true ? 'warning' : 'good']];
  if (isEmpty(from)) return [old, arrow, [after, 'good']];
  const [start, end] = sharedEnds(before, after);
  const middle = after.slice(start, after.length - end);
  const shown =
    widthOf(after) <= newWidth || start === 0
      ? [after.slice(0, start), middle, after.slice(after.length - end)]
      : ['', headOf(after, newWidth), ''];
  return [old, arrow, shown[0] ?? '', [shown[1] ?? '', 'changed'], shown[2] ?? ''];
}

/** How many characters two texts share at their start and at their end. */
function sharedEnds(a: string, b: string): readonly [start: number, end: number] {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  // Never cut a character that takes two units in half.
  while (start > 0 && /[\ud800-\udbff]/u.test(b.charAt(start - 1))) start--;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  while (end > 0 && /[\udc00-\udfff\u0300-\u036f]/u.test(b.charAt(b.length - end))) end--;
  return [start, end];
}
