/** Archives for tests, also ones that no decent writer makes. */
import { crc32, deflateRawSync } from 'node:zlib';

export interface Part {
  readonly name: string;
  readonly content: Buffer | string;
  /** Already packed, in the place of `content`; `size` is what the archive says it unpacks to. */
  readonly packed?: { readonly bytes: Buffer; readonly size: number };
}

export function makeZip(parts: readonly Part[]): Buffer {
  const pieces: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, packed } of parts) {
    const bytes = Buffer.from(content);
    const body = packed?.bytes ?? deflateRawSync(bytes);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(packed ? 0 : crc32(bytes), 10);
    fields.writeUInt32LE(body.length, 14);
    fields.writeUInt32LE(packed?.size ?? bytes.length, 18);
    fields.writeUInt16LE(name.length, 22);
    pieces.push(Buffer.from('PK\x03\x04', 'latin1'), fields, Buffer.from(name), body);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, place, Buffer.from(name));
    offset += 30 + name.length + body.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...pieces, listed, end]);
}

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook of one sheet; further parts may take the place of those that it has. */
export function makeWorkbook(sheet: Part['content'], others: readonly Part[] = []): Buffer {
  const parts: Part[] = [
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns:r="${RELATIONSHIPS}"><sheets><sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships><Relationship Id="rId1" Type="${RELATIONSHIPS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    },
    { name: 'xl/worksheets/sheet1.xml', content: sheet },
  ];
  return makeZip([...parts.filter(({ name }) => !others.some((other) => other.name === name)), ...others]);
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** What `bookOfCells` puts in a workbook besides the cells. */
export interface Surroundings {
  /** Codes of number formats: the first is that of style 1. Without them there is no part of styles. */
  readonly formats?: readonly string[];
  /** Without them there is no part of shared strings. */
  readonly strings?: readonly string[];
}

/** A workbook with one row of cells, as XML, below a header of as many columns. */
export function bookOfCells(cells: readonly string[], { formats, strings }: Surroundings = {}): Buffer {
  const header = cells.map((_, at) => `<c t="str"><v>${at === 0 ? 'Gebruiker' : `Kolom ${at}`}</v></c>`).join('');
  const sheet = `<worksheet xmlns="${MAIN}"><sheetData><row>${header}</row><row>${cells.join('')}</row></sheetData></worksheet>`;
  return makeWorkbook(sheet, [
    ...(formats ? [{ name: 'xl/styles.xml', content: stylesOf(formats) }] : []),
    ...(strings ? [{ name: 'xl/sharedStrings.xml', content: stringsOf(strings) }] : []),
  ]);
}

function stylesOf(formats: readonly string[]): string {
  const codes = formats.map((code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${xmlAttribute(code)}"/>`);
  const styles = formats.map((_, at) => `<xf numFmtId="${164 + at}"/>`);
  return `<styleSheet xmlns="${MAIN}"><numFmts>${codes.join('')}</numFmts><cellXfs><xf numFmtId="0"/>${styles.join('')}</cellXfs></styleSheet>`;
}

function stringsOf(strings: readonly string[]): string {
  return `<sst xmlns="${MAIN}">${strings.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`;
}

function xmlAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
