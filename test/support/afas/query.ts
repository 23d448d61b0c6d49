/** A query of a GetConnector, as AFAS documents it: filters in both forms, operators, order, and pages by number. */
import type { Row, Value } from './connectors.js';
import type { Switches } from './switches.js';

/** What AFAS answers to what it will not do. */
export class Refused extends Error {}

interface Condition {
  readonly field: string;
  readonly operator: string;
  readonly value: string;
}

const asText = (value: Value | undefined): string => String(value ?? '').toLowerCase();

/** By number, as documented. */
const OPERATORS: Readonly<Record<string, (has: string, value: string) => boolean>> = {
  1: (has, value) => has === value,
  2: (has, value) => has >= value,
  3: (has, value) => has <= value,
  4: (has, value) => has > value,
  5: (has, value) => has < value,
  6: (has, value) => has.includes(value),
  7: (has, value) => has !== value,
  8: (has) => has === '',
  9: (has) => has !== '',
  10: (has, value) => has.startsWith(value),
  11: (has, value) => !has.includes(value),
  12: (has, value) => !has.startsWith(value),
  13: (has, value) => has.endsWith(value),
  14: (has, value) => !has.endsWith(value),
  15: (has, value) => has.includes(value),
};

/** Most rows of a page where pages are capped. */
const CAP = 3;

/** `rowsIn`: the rows by these fields, or where none are named in an order of their own, another at every request. */
export function queried(
  fields: readonly string[],
  asked: URLSearchParams,
  switches: Switches,
  rowsIn: (order: Order | undefined) => KeptRows,
): { readonly skip: number; readonly take: number; readonly rows: readonly Row[] } {
  const query = new Map([...asked].map(([name, value]) => [name.toLowerCase(), value]));
  const fieldNamed = (name: string): string => {
    const is = (field: string): boolean =>
      switches.names === 'exactCase' ? field === name : field.toLowerCase() === name.toLowerCase();
    const found = fields.find(is);
    if (found === undefined) throw new Refused(`Connector-veld '${name}' niet gevonden`);
    return found;
  };
  const skip = Number(query.get('skip') ?? 0);
  const take = Number(query.get('take') ?? 100);
  if (skip > 0 && take < 0) throw new Refused('Er is een onverwachte fout opgetreden.');
  const alternatives = filterOf(query).map((together) =>
    together.map(({ field, operator, value }) => {
      const test = OPERATORS[operator];
      if (!test) throw new Refused('Er is een onverwachte fout opgetreden.');
      return { field: fieldNamed(field), test, value: value.toLowerCase() };
    }),
  );
  const order = query
    .get('orderbyfieldids')
    ?.split(',')
    .map((name) => {
      const down = name.startsWith('-');
      return { field: fieldNamed(down ? name.slice(1) : name), sign: down ? -1 : 1 };
    });
  const most = take < 0 ? Infinity : skip + (switches.pages === 'capped' ? Math.min(take, CAP) : take);
  const { rows, textsOf } = rowsIn(order);
  const tested = alternatives.map((together) => together.map((one) => ({ ...one, texts: textsOf(one.field) })));
  const found: Row[] = [];
  for (let at = 0; at < rows.length && found.length < most; at++) {
    const fits = (together: (typeof tested)[number]): boolean =>
      together.every(({ texts, test, value }) => test(texts[at] ?? '', value));
    if (tested.length === 0 || tested.some(fits)) found.push(rows[at]!);
  }
  return { skip, take, rows: found.slice(Math.max(0, skip)) };
}

/** Rows in an order, with the texts of each field by which they are compared. */
export interface KeptRows {
  readonly rows: readonly Row[];
  readonly textsOf: (field: string) => readonly string[];
}

export function keptRows(rows: readonly Row[]): KeptRows {
  const kept = new Map<string, readonly string[]>();
  return {
    rows,
    textsOf(field) {
      const texts = kept.get(field) ?? rows.map((row) => asText(row[field]));
      kept.set(field, texts);
      return texts;
    },
  };
}

/** Fields, each up (1) or down (-1). */
export type Order = readonly { readonly field: string; readonly sign: number }[];

export function inOrder(rows: readonly Row[], keys: Order): readonly Row[] {
  return [...rows].sort((one, other) => {
    for (const { field, sign } of keys) {
      const [a, b] = [asText(one[field]), asText(other[field])];
      if (a !== b) return a < b ? -sign : sign;
    }
    return 0;
  });
}

/** Alternatives of conditions that hold together. */
function filterOf(query: ReadonlyMap<string, string>): readonly (readonly Condition[])[] {
  const json = query.get('filterjson');
  if (json !== undefined) return jsonFilter(json);
  const lists = (name: string): string[][] => (query.get(name) ?? '').split(';').map((part) => part.split(','));
  if (!query.has('filterfieldids')) return [];
  const [fields, values, operators] = [lists('filterfieldids'), lists('filtervalues'), lists('operatortypes')];
  return fields.map((together, at) => {
    const [own = [], by = []] = [values[at], operators[at]];
    if (own.length !== together.length || by.length !== together.length)
      throw new Refused('Er is een onverwachte fout opgetreden.');
    return together.map((field, part) => ({ field, operator: by[part] ?? '', value: own[part] ?? '' }));
  });
}

interface JsonFilter {
  readonly Filters: {
    readonly Filter: readonly {
      readonly Field: readonly Readonly<Record<'@FieldId' | '@OperatorType' | '#text', string>>[];
    }[];
  };
}

function jsonFilter(text: string): readonly (readonly Condition[])[] {
  const { Filters } = JSON.parse(text) as JsonFilter;
  return Filters.Filter.map(({ Field }) =>
    Field.map((field) => ({ field: field['@FieldId'], operator: field['@OperatorType'], value: field['#text'] })),
  );
}
