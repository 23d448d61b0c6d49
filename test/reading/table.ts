/** Tables of users as test files write them: as text in any style, as a workbook by hand, and as a person sees them. */
import { FIELDS, type FieldId } from '../../src/domain/fields.js';
import { makeZip, type Part } from '../files/zip.js';
import type { SeenRow, SeenValue } from './case.js';

export type Table = readonly (readonly string[])[];

export interface Style {
  readonly delimiter: string;
  readonly quote: string;
  /** What stands before a quote within quotes: the quote itself, or a backslash. */
  readonly escape: string;
  readonly newline: string;
  readonly quoteAll: boolean;
}

export const PLAIN: Style = { delimiter: ';', quote: '"', escape: '"', newline: '\r\n', quoteAll: false };

export function record(cells: readonly string[], style: Style): string {
  const { delimiter, quote, escape, quoteAll } = style;
  const needsQuotes = (text: string): boolean =>
    quoteAll || text.includes(delimiter) || text.includes(quote) || text.includes('"') || /[\r\n]/u.test(text);
  return cells
    .map((text) => (needsQuotes(text) ? `${quote}${text.replaceAll(quote, escape + quote)}${quote}` : text))
    .join(delimiter);
}

/** Text of a table; rows can have a style of their own. */
export function csv(table: Table, style: Style = PLAIN, ofRow: Readonly<Record<number, Partial<Style>>> = {}): string {
  return table.map((row, at) => record(row, { ...style, ...ofRow[at] }) + style.newline).join('');
}

/** What a person sees of a row under a header of labels. */
export function seenRow(header: readonly string[], cells: readonly string[]): SeenRow {
  const values: Partial<Record<FieldId, SeenValue>> = {};
  header.forEach((label, at) => {
    const field = FIELDS.find(({ nl }) => nl === label);
    if (field) values[field.id] = cells[at] ?? '';
  });
  return { values };
}

export function seenTable([header = [], ...rows]: Table): SeenRow[] {
  return rows.map((cells) => seenRow(header, cells));
}

/** A few users, old and new: quotes, delimiters, apostrophes, accents, and empty cells where they mislead most. */
export const USERS: Table = [
  ['Gebruiker', 'Mutatiecode', 'Omschrijving', 'E-mail', 'UPN', 'Persoon', 'Groep'],
  ['12345.BBA', '1', 'Bakker, Bea', 'bea@voorbeeld.nl', 'bea.bakker@voorbeeld.nl', '100001', 'HRM'],
  ['12345.MVO', '1', "Marieke Vos-d'Ancona", 'marieke@voorbeeld.nl', 'marieke@voorbeeld.nl', '100003', 'FIN'],
  ['12345.NW1', '1', "Noor 's-Gravenhage", 'noor@voorbeeld.nl', '', '100002', ''],
  ['12345.NW2', '3', 'Jansen; Piet', 'piet@voorbeeld.nl', 'piet@voorbeeld.nl', '', 'NIEUW'],
  ['12345.TCE', '2', 'Thijs Çelik', 'thijs@voorbeeld.nl', '', '', ''],
  ['12345.ZKO', '1', 'Zoë "Zo" Koster', '', 'zoe.koster@voorbeeld.nl', '', 'ICT'],
  ['12345.ABE', '0', 'Anouk van den Berg', 'anouk@voorbeeld.nl', '', '', ''],
  ['12345.NW3', '1', 'Özlem Ünal', 'ozlem@voorbeeld.nl', 'ozlem@voorbeeld.nl', '100009', 'OR'],
  ['12345.SBO', '1', 'Sanne Bos', 'sanne@voorbeeld.nl', 'sanne.bos@voorbeeld.nl', '100014', 'INKOOP'],
  ['12345.NW4', '2', 'Tom, Dick & Harry', 'tom@voorbeeld.nl', '', '100020', ''],
];

/** A cell of a workbook: a text, or its XML, made for its place. */
export type XmlCell = string | ((reference: string) => string);

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** A workbook of one sheet; `formats` are number formats by style number from 1. */
export function xlsx(rows: readonly (readonly XmlCell[])[], formats: readonly string[] = []): Buffer {
  const sheet = rows
    .map(
      (cells, row) =>
        `<row r="${row + 1}">${cells.map((cell, at) => xmlCell(cell, `${column(at)}${row + 1}`)).join('')}</row>`,
    )
    .join('');
  const parts: Part[] = [
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    },
    { name: 'xl/styles.xml', content: styles(formats) },
    {
      name: 'xl/worksheets/sheet1.xml',
      content: `<worksheet xmlns="${MAIN}"><sheetData>${sheet}</sheetData></worksheet>`,
    },
  ];
  return makeZip(parts);
}

function styles(formats: readonly string[]): string {
  const numbered = formats
    .map((code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${escapeXml(code)}"/>`)
    .join('');
  const used = formats.map((_, at) => `<xf numFmtId="${164 + at}" applyNumberFormat="1"/>`).join('');
  return `<styleSheet xmlns="${MAIN}"><numFmts>${numbered}</numFmts><cellXfs><xf numFmtId="0"/>${used}</cellXfs></styleSheet>`;
}

function xmlCell(cell: XmlCell, reference: string): string {
  if (typeof cell !== 'string') return cell(reference);
  return cell === ''
    ? ''
    : `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(cell)}</t></is></c>`;
}

/** What XML has no way to write goes as `_xHHHH_`, as spreadsheets do. */
function escapeXml(text: string): string {
  return text
    .replace(
      /[\0-\x08\x0b-\x1f\ufffe\uffff]|\p{Cs}/gu,
      (mark) => `_x${mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    )
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;');
}

function column(at: number): string {
  return String.fromCharCode(65 + at);
}
