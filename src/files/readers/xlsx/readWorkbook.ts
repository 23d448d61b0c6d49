import { posix } from 'node:path';
import { MAX_SHARED_CHARACTERS } from '../../limits.js';
import { unreadable } from '../../remarks.js';
import type { Archive } from './archive.js';
import { unescapeControls } from './controlCharacters.js';
import { formatOf } from './numberFormat.js';
import type { NumberFormat } from './numberFormat.js';
import { localName, parseWholeXml } from './parseXml.js';

export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Name of its part in the archive. */
  readonly part: string;
}

/** What the sheets of a workbook share. */
export interface Workbook {
  readonly archive: Archive;
  /** Sheets with cells, in the order of their tabs. */
  readonly sheets: readonly Sheet[];
  /** Days are counted from 1904, as old Macs did. */
  readonly from1904: boolean;
  readonly sharedStrings: readonly string[];
  /** Number format of each cell style. */
  readonly formats: readonly NumberFormat[];
}

interface RelatedPart {
  /** Last word of its type: `worksheet`, `sharedStrings`... */
  readonly type: string;
  readonly part: string;
}

/** Reads all of a workbook but its cells. Throws `UnreadableFile`. */
export async function readWorkbook(archive: Archive): Promise<Workbook> {
  const listed: { name: string; hidden: boolean; id: string }[] = [];
  let from1904 = false;
  const main = await mainPart(archive);
  await parseWholeXml(archive.text(main), archive.file, {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = isTrue(attributes['date1904']);
      if (name !== 'sheet') return;
      const id = Object.entries(attributes).find(([key]) => key !== 'sheetId' && localName(key) === 'id')?.[1];
      listed.push({
        name: attributes['name'] ?? '',
        hidden: /^(?:h|veryH)idden$/u.test(attributes['state'] ?? ''),
        id: id ?? '',
      });
    },
  });
  const parts = await relatedParts(archive, main);
  const sheets = listed.flatMap(({ name, hidden, id }) => {
    const target = parts.get(id);
    return target?.type === 'worksheet' && archive.has(target.part) ? [{ name, hidden, part: target.part }] : [];
  });
  if (sheets.length === 0) throw unreadable('unreadable.brokenWorkbook', { file: archive.file });
  const byType = (type: string, usual: string): string =>
    [...parts.values()].find((part) => part.type === type)?.part ?? usual;
  return {
    archive,
    sheets,
    from1904,
    sharedStrings: await readSharedStrings(archive, byType('sharedStrings', 'xl/sharedStrings.xml')),
    formats: await readFormats(archive, byType('styles', 'xl/styles.xml')),
  };
}

/** The part of the workbook itself, as the archive names it. */
async function mainPart(archive: Archive): Promise<string> {
  const parts = [...(await relatedParts(archive, '')).values()];
  return parts.find(({ type }) => type === 'officeDocument')?.part ?? 'xl/workbook.xml';
}

/** The parts that a part belongs together with, by the ids that it gives them; `''` is the archive itself. */
async function relatedParts(archive: Archive, of: string): Promise<ReadonlyMap<string, RelatedPart>> {
  const parts = new Map<string, RelatedPart>();
  const { dir, base } = posix.parse(`/${of}`);
  const list = posix.join(dir, '_rels', `${base}.rels`).slice(1);
  if (!archive.has(list)) return parts;
  await parseWholeXml(archive.text(list), archive.file, {
    open(name, { Id, Type, Target }) {
      if (name !== 'Relationship' || Id === undefined || Target === undefined) return;
      // Only ever looked up among the parts of this archive.
      parts.set(Id, { type: (Type ?? '').split('/').at(-1) ?? '', part: posix.resolve(dir, Target).slice(1) });
    },
  });
  return parts;
}

/** The texts that cells refer to by number; rich text without its make-up, readings of characters left out. */
async function readSharedStrings(archive: Archive, part: string): Promise<readonly string[]> {
  const strings: string[] = [];
  if (!archive.has(part)) return strings;
  let text = '';
  let inText = false;
  let inReading = false;
  let budget = MAX_SHARED_CHARACTERS;
  await parseWholeXml(archive.text(part), archive.file, {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') inReading = true;
      else if (name === 't') inText = !inReading;
    },
    text(piece) {
      if (inText) text += piece;
    },
    close(name) {
      if (name === 't') inText = false;
      else if (name === 'rPh') inReading = false;
      else if (name === 'si') {
        strings.push(unescapeControls(text));
        budget -= text.length + 32;
        if (budget < 0) throw unreadable('unreadable.zipBomb', { file: archive.file });
      }
    },
  });
  return strings;
}

async function readFormats(archive: Archive, part: string): Promise<readonly NumberFormat[]> {
  const formats: NumberFormat[] = [];
  if (!archive.has(part)) return formats;
  const codes = new Map<number, string>();
  let inCellStyles = false;
  await parseWholeXml(archive.text(part), archive.file, {
    open(name, attributes) {
      if (name === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      else if (name === 'cellXfs') inCellStyles = true;
      else if (name === 'xf' && inCellStyles && formats.length < 100_000)
        formats.push(formatOf(Number(attributes['numFmtId'] ?? 0), codes));
    },
    close(name) {
      if (name === 'cellXfs') inCellStyles = false;
    },
  });
  return formats;
}

function isTrue(attribute: string | undefined): boolean {
  return attribute === '1' || attribute === 'true';
}
