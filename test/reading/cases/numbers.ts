/** Numbers, dates and yes/no of a workbook: what is held has to be what the spreadsheet shows. */
import type { Case, Kind, SeenValue } from '../case.js';
import { xlsx, type XmlCell } from '../table.js';
import { COLUMNS, LABELS, rowWith, seenWith, usualText, type TestedField } from './fieldRows.js';

const NUMBERS = [7, -7, 0, 12345, 12345.1, 0.5] as const;

/** A format, and what a spreadsheet shows of each of the numbers; of scientific and fraction formats the gist. */
const FORMATS: readonly (readonly [format: string, ...shown: string[]])[] = [
  ['General', '7', '-7', '0', '12345', '12345.1', '0.5'],
  ['0', '7', '-7', '0', '12345', '12345', '1'],
  ['#', '7', '-7', '', '12345', '12345', '1'],
  ['?', '7', '-7', '0', '12345', '12345', '1'],
  ['@', '7', '-7', '0', '12345', '12345.1', '0.5'],
  ['000', '007', '-007', '000', '12345', '12345', '001'],
  ['00000', '00007', '-00007', '00000', '12345', '12345', '00001'],
  ['000000000', '000000007', '-000000007', '000000000', '000012345', '000012345', '000000001'],
  ['[Red]000', '007', '-007', '000', '12345', '12345', '001'],
  ['000_)', '007', '-007', '000', '12345', '12345', '001'],
  ['0;[Red]-0', '7', '-7', '0', '12345', '12345', '1'],
  ['0;0', '7', '7', '0', '12345', '12345', '1'],
  ['0;(0)', '7', '(7)', '0', '12345', '12345', '1'],
  ['0;;', '7', '', '', '12345', '12345', '1'],
  ['0;-0;', '7', '-7', '', '12345', '12345', '1'],
  [';;;', '', '', '', '', '', ''],
  ['0;-0;"nul"', '7', '-7', 'nul', '12345', '12345', '1'],
  ['"Ja";"Ja";"Nee"', 'Ja', 'Ja', 'Nee', 'Ja', 'Ja', 'Ja'],
  ['"K"000', 'K007', '-K007', 'K000', 'K12345', 'K12345', 'K001'],
  ['000"K"', '007K', '-007K', '000K', '12345K', '12345K', '001K'],
  ['\\K000', 'K007', '-K007', 'K000', 'K12345', 'K12345', 'K001'],
  ['"12345.K"000', '12345.K007', '-12345.K007', '12345.K000', '12345.K12345', '12345.K12345', '12345.K001'],
  ['00-00', '00-07', '-00-07', '00-00', '123-45', '123-45', '00-01'],
  ['00000\\.000', '00000.007', '-00000.007', '00000.000', '00012.345', '00012.345', '00000.001'],
  ['0 000', '0 007', '-0 007', '0 000', '12 345', '12 345', '0 001'],
  ['0.0', '7.0', '-7.0', '0.0', '12345.0', '12345.1', '0.5'],
  ['0.00', '7.00', '-7.00', '0.00', '12345.00', '12345.10', '0.50'],
  ['0.000', '7.000', '-7.000', '0.000', '12345.000', '12345.100', '0.500'],
  ['0.##', '7.', '-7.', '0.', '12345.', '12345.1', '0.5'],
  ['#,##0', '7', '-7', '0', '12,345', '12,345', '1'],
  ['#,##0.00', '7.00', '-7.00', '0.00', '12,345.00', '12,345.10', '0.50'],
  ['#,##0_);(#,##0)', '7', '(7)', '0', '12,345', '12,345', '1'],
  ['0,', '0', '0', '0', '12', '12', '0'],
  ['0,,', '0', '0', '0', '0', '0', '0'],
  ['0%', '700%', '-700%', '0%', '1234500%', '1234510%', '50%'],
  ['0.00%', '700.00%', '-700.00%', '0.00%', '1234500.00%', '1234510.00%', '50.00%'],
  ['0.00E+00', '7.00E+00', '-7.00E+00', '0.00E+00', '1.23E+04', '1.23E+04', '5.00E-01'],
  ['##0.0E+0', '7.0E+0', '-7.0E+0', '0.0E+0', '12.3E+3', '12.3E+3', '500.0E-3'],
  ['# ?/?', '7', '-7', '0', '12345', '12345 1/9', '1/2'],
  ['[>100]"veel";0', '7', '-7', '0', 'veel', 'veel', '1'],
  ['[<10]"K"0;0', 'K7', 'K-7', 'K0', '12345', '12345', 'K1'],
  ['[=7]"zeven";0', 'zeven', '-7', '0', '12345', '12345', '1'],
  ['"€" 0', '€ 7', '-€ 7', '€ 0', '€ 12345', '€ 12345', '€ 1'],
  ['0" stuks"', '7 stuks', '-7 stuks', '0 stuks', '12345 stuks', '12345 stuks', '1 stuks'],
  ['+0;-0', '+7', '-7', '+0', '+12345', '+12345', '+1'],
  ['0"."', '7.', '-7.', '0.', '12345.', '12345.', '1.'],
  ['* 000', '007', '-007', '000', '12345', '12345', '001'],
  ['000;"K"000', '007', 'K007', '000', '12345', '12345', '001'],
  ['[$-413]000', '007', '-007', '000', '12345', '12345', '001'],
  ['[$€-413] 0', '€ 7', '-€ 7', '€ 0', '€ 12345', '€ 12345', '€ 1'],
  ['000\\ ', '007', '-007', '000', '12345', '12345', '001'],
  ['"0"0', '07', '-07', '00', '012345', '012345', '01'],
  ['0"0"', '70', '-70', '00', '123450', '123450', '10'],
  ['"1"000', '1007', '-1007', '1000', '112345', '112345', '1001'],
  ['"12345."0', '12345.7', '-12345.7', '12345.0', '12345.12345', '12345.12345', '12345.1'],
  ['00\\0', '070', '-070', '000', '123450', '123450', '010'],
  ['0_0', '7', '-7', '0', '12345', '12345', '1'],
  ['Standaard', '7', '-7', '0', '12345', '12345.1', '0.5'],
  ['GENERAL', '7', '-7', '0', '12345', '12345.1', '0.5'],
  ['General"K"', '7K', '-7K', '0K', '12345K', '12345.1K', '0.5K'],
];

/** In codes a number may be told whatever is shown; where it is done it is what is shown, and no lost zero or participant. */
const FIELDS: readonly TestedField[] = [
  'user',
  'newUser',
  'person',
  'group',
  'description',
  'groupDescription',
  'upn',
  'email',
  'password',
  'mutationCode',
  'siteLanguage',
];

function seenNumber(field: TestedField, shown: string): SeenValue {
  const isCode = field === 'user' || field === 'newUser' || field === 'person' || field === 'group';
  if (field === 'password' || shown === '') return field === 'password' ? null : shown;
  if (isCode) return /^\d+$/u.test(shown) && !shown.startsWith('12345') ? shown : null;
  return field === 'upn' ? { value: shown, told: ['UPN_SHAPE'] } : shown;
}

const cell =
  (xml: (reference: string) => string): XmlCell =>
  (reference) =>
    xml(reference);

function workbook(
  name: string,
  field: TestedField,
  it: XmlCell,
  value: SeenValue,
  formats: readonly string[] = [],
): Case {
  const other = usualText('description', 0);
  const rows: (readonly XmlCell[])[] = [LABELS, rowWith<XmlCell>('description', 0, other), rowWith(field, 1, it)];
  return {
    name: `${name} in ${field}`,
    file: 'users.xlsx',
    bytes: xlsx(rows, formats),
    seen: [seenWith('description', 0, other), seenWith(field, 1, value)],
  };
}

const numberCell = (value: string, style = 1): XmlCell =>
  cell((reference) => `<c r="${reference}" s="${style}"><v>${value}</v></c>`);

const DATES = [
  'yyyy-mm-dd',
  'd-m-yyyy',
  'dd/mm/yyyy hh:mm',
  'mmm-yy',
  '[$-413]d mmmm yyyy',
  'hh:mm:ss',
  '[h]:mm',
  'm/d/yy',
];
/** Cells that do not hold what their type says. */
const UNREADABLE: Readonly<Record<string, (reference: string) => string>> = {
  'boolean 2': (reference) => `<c r="${reference}" t="b"><v>2</v></c>`,
  'boolean WAAR': (reference) => `<c r="${reference}" t="b"><v>WAAR</v></c>`,
  'boolean without value': (reference) => `<c r="${reference}" t="b"><v></v></c>`,
  'error without text': (reference) => `<c r="${reference}" t="e"><v></v></c>`,
  'error #N/A': (reference) => `<c r="${reference}" t="e"><v>#N/A</v></c>`,
  'number without value': (reference) => `<c r="${reference}" t="n"><v></v></c>`,
  'number abc': (reference) => `<c r="${reference}" t="n"><v>abc</v></c>`,
  'number NaN': (reference) => `<c r="${reference}"><v>NaN</v></c>`,
  'number 1E400': (reference) => `<c r="${reference}"><v>1E400</v></c>`,
  'number 0x10': (reference) => `<c r="${reference}"><v>0x10</v></c>`,
  'type z': (reference) => `<c r="${reference}" t="z"><v>7</v></c>`,
  'string without table': (reference) => `<c r="${reference}" t="s"><v>0</v></c>`,
  'string -1': (reference) => `<c r="${reference}" t="s"><v>-1</v></c>`,
  'string without index': (reference) => `<c r="${reference}" t="s"><v></v></c>`,
  'style that is not there': (reference) => `<c r="${reference}" s="99"><v>7</v></c>`,
  'formula without result': (reference) => `<c r="${reference}"><f>"a"&amp;"b"</f></c>`,
  'more digits than kept': (reference) => `<c r="${reference}"><v>12345678901234567</v></c>`,
  'foreign value': (reference) => `<c r="${reference}" xmlns:y="urn:y"><y:v>7</y:v><v>abc</v></c>`,
};

const everywhere = (name: string, make: (field: TestedField) => Case): Kind => ({ name, cases: COLUMNS.map(make) });

export const numberKinds: readonly Kind[] = [
  {
    name: 'workbook: number formats',
    cases: FORMATS.flatMap(([format, ...shown]) =>
      NUMBERS.flatMap((number, at) =>
        FIELDS.map((field) =>
          workbook(`${number} as ${format}`, field, numberCell(String(number)), seenNumber(field, shown[at] ?? ''), [
            format,
          ]),
        ),
      ),
    ),
  },
  ...[0, 1].map((value) =>
    everywhere(`workbook: boolean ${value}`, (field) =>
      workbook(
        'boolean',
        field,
        cell((reference) => `<c r="${reference}" t="b"><v>${value}</v></c>`),
        field === 'profit' ? (value === 1 ? 'ja' : 'nee') : null,
      ),
    ),
  ),
  {
    name: 'workbook: dates',
    cases: DATES.flatMap((format) =>
      COLUMNS.map((field) => {
        const isDay = /y/u.test(format);
        return workbook(
          `date as ${format}`,
          field,
          numberCell('46054'),
          field === 'description' && isDay ? { anyOf: ['2026-02-01', '1-2-2026'] } : null,
          [format],
        );
      }),
    ),
  },
  {
    name: 'workbook: dates by type',
    cases: COLUMNS.map((field) =>
      workbook(
        'date',
        field,
        cell((reference) => `<c r="${reference}" t="d"><v>2026-02-01</v></c>`),
        field === 'description' ? '2026-02-01' : null,
      ),
    ),
  },
  {
    name: 'workbook: cells that cannot be read',
    cases: Object.entries(UNREADABLE).flatMap(([name, xml]) =>
      COLUMNS.map((field) => workbook(name, field, cell(xml), null)),
    ),
  },
];
