/** Cells that hold what no person typed, or what misleads: every kind in every field, in text files and workbooks. */
import type { Case, Kind, SeenValue } from '../case.js';
import { csv, xlsx } from '../table.js';
import { CLOSED, CODES, COLUMNS, FREE, LABELS, rowWith, seenWith, usualText, type TestedField } from './fieldRows.js';

/** What may stand in a field that is done: never anything, the usual text alone, or the text as it is. */
type Rule = 'never' | 'usual' | 'literal' | { readonly told: readonly string[] };

interface Bad {
  readonly kind: string;
  readonly texts: readonly ((usual: string) => string)[];
  readonly codes?: Rule;
  /** Groups; as other codes unless told otherwise. */
  readonly group?: Rule;
  readonly email?: Rule;
  readonly upn?: Rule;
  readonly free?: Rule;
  readonly password?: Rule;
  /** Fields of few values; `never` unless told otherwise. */
  readonly closed?: Rule;
  /** What a text file means by it, where that differs from a workbook. */
  readonly inText?: Partial<Bad>;
}

const inside =
  (mark: string) =>
  (usual: string): string => {
    const half = Math.ceil(usual.length / 2);
    return usual.slice(0, half) + mark + usual.slice(half);
  };
const around = (mark: string): ((usual: string) => string)[] => [
  (usual) => mark + usual,
  (usual) => usual + mark,
  (usual) => mark + usual + mark,
];
const instead = (texts: readonly string[]): ((usual: string) => string)[] => texts.map((text) => () => text);
const wrapped =
  (open: string, close = open): ((usual: string) => string) =>
  (usual) =>
    open + usual + close;

const SHAPE: Rule = { told: ['UPN_SHAPE'] };
const ESCAPED: Rule = { told: ['TEXT_ESCAPED'] };

const ERROR_WORDS =
  '#NV #WERT! #BEZUG! #ZAHL! #ÜBERLAUF! #NOM? #VALEUR! #NOMBRE! #¡VALOR! #¿NOMBRE? #¡REF! #VALORE! #NOME? #RIF! #ARG! #NAZWA? #LICZBA! #ADR! #N/D #VÄRDEFEL! #PUUTTUU! #ARVO! #SAYI/0! #AD? #ЗНАЧ! #ИМЯ? #ССЫЛКА! #ДЕЛ/0! #N/B #WAARDE! #NAAM? #GETAL! #VERW! #DEEL/0! #N/A #REF! #VALUE! #SPILL! #CONNECT! #BLOCKED! #值! #n/a ######## Err:502 Fout:508 Loading... Loading… #GETTING_DATA'.split(
    ' ',
  );

const NOTHING_WORDS = [
  'NULL',
  'null',
  '(null)',
  '<null>',
  '[NULL]',
  '\\N',
  'None',
  'nan',
  'NaN',
  'NaT',
  '<NA>',
  'undefined',
];

const QUOTE_MARKS = ["'", '"', '’', '`', '´', '“', '«', 'ʼ'];

const BAD: readonly Bad[] = [
  { kind: 'half an emoji', texts: [inside('\ud83d'), (usual) => `${usual}\ude00`, (usual) => `\ud83d${usual}`] },
  { kind: 'NUL', texts: [inside('\0')], closed: 'usual' },
  { kind: 'C1 control character', texts: ['\x80', '\x85', '\x92', '\x9b', '\x9f'].map(inside), closed: 'usual' },
  {
    kind: 'control character',
    texts: ['\x01', '\x07', '\t', '\v', '\x1b', '\x1f', '\x7f'].map(inside),
    closed: 'usual',
  },
  {
    kind: 'control character at an end',
    texts: ['\x1f', '\x07', '\t', '\x7f', '\n', '\u00a0', '\u2003'].flatMap(around),
    codes: 'usual',
    email: 'usual',
    upn: 'usual',
    free: 'usual',
    password: 'usual',
    closed: 'usual',
  },
  { kind: 'line end', texts: [inside('\n'), inside('\r\n')], free: 'literal', closed: 'usual' },
  { kind: 'U+FFFD', texts: [inside('\ufffd'), ...around('\ufffd')] },
  { kind: 'UTF-8 misread', texts: ['Ã«', 'Ã©', 'Ã‡', 'Ä°', 'Å‚', 'â€™', 'Ð˜Ð²Ð°Ð½', 'Ã¶', 'ï»¿'].map(inside) },
  {
    kind: 'hidden character',
    texts: [
      '\u200b',
      '\u200e',
      '\u202a',
      '\u00ad',
      '\u061c',
      '\u2060',
      '\ufeff',
      '\u3164',
      '\u{e0041}',
      '\u2800',
      '\u180e',
    ].map(inside),
    free: 'literal',
    password: 'literal',
    closed: 'usual',
  },
  { kind: 'word for nothing', texts: instead(NOTHING_WORDS) },
  {
    kind: 'lone punctuation',
    texts: instead(['-', '--', '.', '?', '---------', '===', '***']),
    free: 'literal',
    upn: SHAPE,
  },
  { kind: 'error word', texts: instead(ERROR_WORDS) },
  {
    kind: 'formula of a text',
    texts: [wrapped('="', '"')],
    free: 'literal',
    upn: SHAPE,
    inText: { codes: 'usual', email: 'usual', upn: 'usual', free: 'usual', password: 'usual', closed: 'usual' },
  },
  {
    kind: 'formula of a text, not whole',
    texts: [(usual) => `="${usual}`],
    free: 'literal',
    upn: SHAPE,
    password: 'literal',
  },
  {
    kind: 'formula sign',
    texts: around('='),
    codes: 'literal',
    email: 'literal',
    upn: 'literal',
    free: 'literal',
    password: 'literal',
  },
  {
    kind: 'quote mark in front',
    texts: QUOTE_MARKS.map((mark) => (usual: string) => mark + usual),
    // 's-Gravenhage may be a group; a code that is somebody's without the mark is not.
    group: 'literal',
    free: 'literal',
    upn: SHAPE,
    password: 'literal',
  },
  {
    kind: 'quote marks around',
    texts: QUOTE_MARKS.map((mark) => wrapped(mark)),
    free: 'literal',
    upn: SHAPE,
    password: 'literal',
  },
  {
    kind: 'entity or escape',
    texts: ['&amp;', '&#39;', '&eacute;', '&#x27;', '%20', '%C3%AB', '\\u00eb', "\\'", '\\"'].map(inside),
    email: ESCAPED,
    free: ESCAPED,
    password: 'literal',
  },
  {
    kind: 'E-notation',
    texts: instead(['1.23E+06', '1,23E+06', '1.23451E+09', '2,5116707638E+11', '12345.1E+02']),
    upn: SHAPE,
    free: 'literal',
  },
  {
    kind: 'fraction',
    texts: instead(['7.0', '42.0', '12345.0', '100001.0', '7,0', '12345,00', '10.00']),
    upn: SHAPE,
    free: 'literal',
    password: 'literal',
  },
  {
    kind: 'made a fraction',
    texts: [(usual) => `${usual}.0`, (usual) => `${usual},0`],
    codes: 'literal',
    email: 'literal',
    upn: 'literal',
    free: 'literal',
    password: 'literal',
    closed: 'usual',
  },
  {
    kind: 'delimiter in a code',
    texts: [';', ',', '|', '"', '<', '>'].map(inside),
    upn: SHAPE,
    free: 'literal',
    password: 'literal',
  },
  {
    kind: 'look-alike in an address',
    texts: ['’', '–', '‐', '−', '․', '．', '＠', 'а', 'ﬁ'].map(inside),
    codes: 'literal',
    upn: SHAPE,
    free: 'literal',
    password: 'literal',
  },
];

type RuleName = 'codes' | 'email' | 'upn' | 'free' | 'password' | 'closed';

const RULE_OF = (field: TestedField): RuleName =>
  CODES.includes(field)
    ? 'codes'
    : CLOSED.includes(field)
      ? 'closed'
      : FREE.includes(field)
        ? 'free'
        : (field as RuleName);

function seenBy(rule: Rule, usual: string, text: string): SeenValue {
  if (rule === 'never') return null;
  if (rule === 'usual') return usual;
  const literal = text.normalize('NFC');
  return rule === 'literal'
    ? { anyOf: [usual, literal, literal.replaceAll('\r\n', '\n')] }
    : { value: literal, told: rule.told };
}

const FORMATS = ['utf-8', 'utf-16le', 'xlsx'] as const;

/** A file with one cell spoilt, so that what refuses the whole file in one way hides no other. */
function caseOf(bad: Bad, way: number, field: TestedField, format: (typeof FORMATS)[number]): Case {
  const { texts, ...rules }: Bad = { ...bad, ...(format !== 'xlsx' && bad.inText) };
  const rule = (field === 'group' ? rules.group : undefined) ?? rules[RULE_OF(field)] ?? 'never';
  const usual = usualText(field, 1);
  const text = texts[way]?.(usual) ?? '';
  const other = usualText('description', 0);
  const rows = [LABELS, rowWith('description', 0, other), rowWith(field, 1, text)];
  const seen = [seenWith('description', 0, other), seenWith(field, 1, seenBy(rule, usual, text))];
  return {
    name: `${bad.kind} ${way} in ${field}, ${format}`,
    file: format === 'xlsx' ? 'users.xlsx' : 'users.csv',
    bytes: format === 'xlsx' ? xlsx(rows) : encoded(csv(rows), format),
    seen,
  };
}

/** Node replaces half a surrogate pair; a careless program writes it as it is. */
function encoded(text: string, format: 'utf-8' | 'utf-16le'): Buffer {
  if (format === 'utf-16le') return Buffer.from(`\ufeff${text}`, 'utf16le');
  const parts = text.split(/(\p{Cs})/u).map((part) => {
    const code = part.charCodeAt(0);
    return /^\p{Cs}$/u.test(part)
      ? Buffer.from([0xe0 | (code >> 12), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f)])
      : Buffer.from(part);
  });
  return Buffer.concat(parts);
}

export const badCellKinds: readonly Kind[] = BAD.map((bad) => ({
  name: `cell: ${bad.kind}`,
  cases: FORMATS.flatMap((format) =>
    COLUMNS.flatMap((field) => bad.texts.map((_, way) => caseOf(bad, way, field, format))),
  ),
}));
