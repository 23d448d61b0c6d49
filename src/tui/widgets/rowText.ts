/** A planned row in words: what it changes, in one line of a list and in the lines of a detail pane. */
import { fieldLabel, messageReason, messageText } from '../../language/index.js';
import { HIDDEN_SECRET, type ChangedValue, type FieldChange, type PlannedRow } from '../../domain/plannedRow.js';
import { say, sayRef, type Look } from '../look.js';
import { cell, GAP, type Line, type Span, type Tone } from '../paint.js';
import { headOf, widthOf, wrapText } from '../table/fit.js';
import { visibleText } from '../table/visibleText.js';
import { OUTCOME_TONES, outcomeName } from './outcomeSpans.js';

const LEVEL_TONES = { error: 'danger', warning: 'warning', notice: 'dim' } as const satisfies Record<string, Tone>;

/** What a row comes to, in as few words as a list has room for: its errors, or else what it changes. */
export function summaryOf(row: PlannedRow, look: Look): Span {
  const error = row.messages.find(({ level }) => level === 'error');
  if (error) return [messageText(look.language, error), 'danger'];
  const warning = row.messages.find(({ level }) => level === 'warning');
  const changes = row.outcome === 'create' ? '' : changedFields(row, look);
  const groups = groupWords(row, look);
  const tokens = row.tokensRevoked > 0 ? say(look, 'wizard.row.tokens', { count: row.tokensRevoked }) : '';
  const words = [changes, groups, tokens].filter(Boolean).join('; ');
  if (!warning) return words;
  return [
    `${look.glyphs.warning} ${[words, messageText(look.language, warning)].filter(Boolean).join(' - ')}`,
    'warning',
  ];
}

function changedFields(row: PlannedRow, look: Look): string {
  const cleared = new Set<string>();
  const others = new Set<string>();
  for (const { fields } of row.changes) {
    for (const [field, from, to] of fields) {
      if (isEmpty(to) && !isEmpty(from)) cleared.add(field);
      else if (field !== 'blocked') others.add(field);
    }
  }
  const label = (field: string): string => fieldLabel(look.language, field);
  const renamed = row.changes
    .flatMap(({ fields }) => fields.filter(([field]) => field === 'user'))
    .map(([, , to]) => `${look.glyphs.arrow} ${valueText(to, look)}`);
  others.delete('user');
  const gone =
    cleared.size === 0 ? [] : [say(look, 'wizard.row.clears', { fields: [...cleared].map(label).join(', ') })];
  return [...new Set(renamed), ...gone, ...[...others].filter((field) => !cleared.has(field)).map(label)].join(', ');
}

function isEmpty(value: ChangedValue): boolean {
  return value === '' || value === null;
}

function groupWords({ groups }: PlannedRow, look: Look): string {
  const { added, removed, created } = groups;
  return [
    ...added.map((group) =>
      created.includes(group) ? say(look, 'wizard.row.newGroup', { group: `+${group}` }) : `+${group}`,
    ),
    ...removed.map((group) => `-${group}`),
  ].join(' ');
}

function valueText(value: ChangedValue, look: Look): string {
  if (value === true || value === false) return sayRef(look, { key: value ? 'value.yes' : 'value.no', params: {} });
  if (value === '' || value === null) return sayRef(look, { key: 'value.empty', params: {} });
  return value;
}

/** Everything of a row: where, which field, old and new; groups, tokens, and every message with its reason. */
export function detailLines(row: PlannedRow, look: Look, columns: number): readonly Line[] {
  return [...changeLines(row, look, columns), ...groupLines(row, look), ...messageLines(row, look, columns)];
}

/** The heading of a row's details. */
export function rowTitle(row: PlannedRow, look: Look): Line {
  const code =
    row.code === null
      ? ''
      : row.codeDefaulted
        ? say(look, 'wizard.row.codeDefaulted')
        : say(look, 'wizard.row.code', { code: row.code });
  return [
    [say(look, 'wizard.row.title', { row: row.row }), 'strong'],
    ` ${look.glyphs.dot} `,
    [row.user, 'strong'],
    code === '' ? '' : ` ${look.glyphs.dot} ${code}`,
    ` ${look.glyphs.arrow} `,
    [outcomeName(row.outcome, look), OUTCOME_TONES[row.outcome]],
  ];
}

const LABEL_MOST = 22;

function changeLines(row: PlannedRow, look: Look, columns: number): readonly Line[] {
  const label = (field: string): string => fieldLabel(look.language, field);
  const environmentWidth = Math.max(0, ...row.changes.map(({ environment }) => widthOf(environment)));
  const labelWidth = Math.min(
    LABEL_MOST,
    Math.max(0, ...row.changes.flatMap(({ fields }) => fields.map(([field]) => widthOf(label(field))))),
  );
  const arrow = ` ${look.glyphs.arrow} `;
  const room = columns - environmentWidth - labelWidth - 2 * GAP.length - arrow.length;
  const oldWidest = Math.max(
    0,
    ...row.changes.flatMap(({ fields }) =>
      fields.map(([, from]) => widthOf(visibleText(valueText(from, look), look.unicode))),
    ),
  );
  const oldWidth = Math.max(4, Math.min(oldWidest, Math.floor(room / 2)));
  return row.changes.flatMap(({ environment, fields }) =>
    fields.map((change, index): Line => {
      const [field, from, to] = change;
      const isNew = from === null && row.outcome === 'create';
      return [
        [cell(index === 0 ? environment : '', environmentWidth, look), 'accent'],
        GAP,
        cell(label(field), labelWidth, look),
        GAP,
        ...(isNew
          ? [[valueText(to, look), 'good'] satisfies Span]
          : changedSpans(change, oldWidth, room - oldWidth, look)),
      ];
    }),
  );
}

/** Old and new, with the part that differs marked in both; nothing becomes "(empty)". */
function changedSpans([field, from, to]: FieldChange, oldWidth: number, newWidth: number, look: Look): readonly Span[] {
  const arrow = ` ${look.glyphs.arrow} `;
  const before = visibleText(valueText(from, look), look.unicode);
  const after = visibleText(valueText(to, look), look.unicode);
  if (to === HIDDEN_SECRET || from === HIDDEN_SECRET) return [[after, 'changed']];
  const cleared = isEmpty(to) && !isEmpty(from);
  const old: Span = [cell(before, oldWidth, look), 'dim'];
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

function groupLines(row: PlannedRow, look: Look): readonly Line[] {
  const { added, removed, created } = row.groups;
  const lines: Line[] = [];
  if (added.length > 0) {
    const names = added
      .map((group) => (created.includes(group) ? say(look, 'wizard.row.newGroup', { group }) : group))
      .join(', ');
    lines.push([`${say(look, 'wizard.row.joins')} `, [names, 'good']]);
  }
  if (removed.length > 0) lines.push([`${say(look, 'wizard.row.leaves')} `, [removed.join(', '), 'warning']]);
  if (row.tokensRevoked > 0)
    lines.push([[say(look, 'wizard.row.losesTokens', { count: row.tokensRevoked }), 'warning']]);
  return lines;
}

function messageLines(row: PlannedRow, look: Look, columns: number): readonly Line[] {
  const marks = { error: look.glyphs.danger, warning: look.glyphs.warning, notice: look.glyphs.notice };
  return row.messages.flatMap((message): Line[] => {
    const tone = LEVEL_TONES[message.level];
    const text = wrapText(`${message.code}  ${messageText(look.language, message)}`, columns - 2);
    const reason = wrapText(messageReason(look.language, message), columns - 4);
    return [
      ...text.map((line, index): Line => [[`${index === 0 ? marks[message.level] : ' '} ${line}`, tone]]),
      ...reason.map((line): Line => [[`    ${line}`, 'dim']]),
    ];
  });
}
