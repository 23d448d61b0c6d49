/** What a row has that others may have too, as terms of a filter. */
import { quoted } from '../../../domain/filter/completeFilter.js';
import { changesOfRow, type RowChange } from '../../../domain/filter/matchRow.js';
import { OF_ROWS } from '../../../domain/filter/rowFilterFields.js';
import type { PlannedRow } from '../../../domain/plannedRow.js';
import type { RowField } from '../../../domain/rowTerms.js';
import { fieldLabel, translate } from '../../../language/index.js';
import type { Language } from '../../../language/text.js';

/** As many as somebody looks through. */
const MOST = 40;

/** In words of that language: its outcome and code, its messages, and each change. */
export function likeRow(row: PlannedRow, target: string, language: Language): readonly string[] {
  const term = (field: RowField, value: string): string =>
    `${OF_ROWS.fields.find(({ id }) => id === field)?.[language] ?? field}:${quoted(value)}`;
  const terms = [
    term('outcome', translate(language, `outcome.${row.outcome}`)),
    ...(row.code === null ? [] : [term('code', row.code)]),
    ...row.messages.map(({ code }) => term('message', code)),
    ...changesOfRow(row, target).flatMap((change) => changeTerms(change, term, language)),
  ];
  return [...new Set(terms)].slice(0, MOST);
}

function changeTerms(
  { field, from, to }: RowChange,
  term: (field: RowField, value: string) => string,
  language: Language,
): readonly string[] {
  const about = term('field', fieldLabel(language, field));
  if (field === 'password') return [about];
  const told = [['from', from] as const, ['to', to] as const].flatMap(([side, value]) => {
    if (value === null || value === '') return [];
    if (typeof value === 'boolean')
      return [`${about} ${term(side, translate(language, value ? 'value.yes' : 'value.no'))}`];
    const at = value.lastIndexOf('@');
    const domain = at < 0 ? [] : [`${about} ${term(side, `*${value.slice(at)}`)}`];
    return [...domain, `${about} ${term(side, value)}`];
  });
  return [about, ...told];
}
