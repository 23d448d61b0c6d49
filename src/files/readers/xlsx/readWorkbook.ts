/** Opens a workbook: its sheets, shared texts and formats. */
import { unreadable } from '../../remarks.js';
import type { Archive } from './archive.js';
import type { NumberFormat } from './numberFormat.js';
import { localName, parseWholeXml, placesOf } from './parseXml.js';
import { readFormats } from './readFormats.js';
import { readSharedStrings } from './readSharedStrings.js';
import { relatedParts, type RelatedPart } from './relatedParts.js';

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
  /** Undefined where the workbook has none. */
  readonly sharedStrings: readonly string[] | undefined;
  /** Number format of each cell style. */
  readonly formats: readonly NumberFormat[];
}

interface ListedSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** That of the relation to its part. */
  readonly id: string;
}

/** Reads all of a workbook but its cells. Throws `UnreadableFile`, also where a part that it names is not there. */
export async function readWorkbook(archive: Archive): Promise<Workbook> {
  const main = await mainPart(archive);
  const { listed, from1904 } = await readMainPart(archive, main);
  const parts = await relatedParts(archive, main);
  const sheets = listed.flatMap(({ name, hidden, id }) => {
    const related = parts.get(id);
    if (!related) throw unreadable('unreadable.brokenWorkbook', { file: archive.file });
    return related.type === 'worksheet' ? [{ name, hidden, part: related.part }] : [];
  });
  if (sheets.length === 0) throw unreadable('unreadable.brokenWorkbook', { file: archive.file });
  for (const { part } of sheets)
    if (!archive.has(part)) throw unreadable('unreadable.brokenWorkbook', { file: archive.file });
  const strings = sharedPart(archive, parts, 'sharedStrings');
  return {
    archive,
    sheets,
    from1904,
    sharedStrings: strings === undefined ? undefined : await readSharedStrings(archive, strings),
    formats: await readFormats(archive, sharedPart(archive, parts, 'styles')),
  };
}

const PLACES = placesOf({ workbook: { workbookPr: {}, sheets: { sheet: {} } } });

async function readMainPart(archive: Archive, main: string): Promise<{ listed: ListedSheet[]; from1904: boolean }> {
  const listed: ListedSheet[] = [];
  let from1904 = false;
  await parseWholeXml(archive.text(main), archive.file, {
    places: PLACES,
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
  return { listed, from1904 };
}

/** The part of the workbook itself, as the archive names it. */
async function mainPart(archive: Archive): Promise<string> {
  const parts = [...(await relatedParts(archive, '')).values()];
  return parts.find(({ type }) => type === 'officeDocument')?.part ?? 'xl/workbook.xml';
}

/** The one part of a type; undefined where the workbook names none and none has the usual name. */
function sharedPart(
  archive: Archive,
  parts: ReadonlyMap<string, RelatedPart>,
  type: 'sharedStrings' | 'styles',
): string | undefined {
  const named = [...new Set([...parts.values()].filter((part) => part.type === type).map(({ part }) => part))];
  const usual = `xl/${type}.xml`;
  const [part = archive.has(usual) ? usual : undefined] = named;
  if (named.length > 1 || (part !== undefined && !archive.has(part)))
    throw unreadable('unreadable.brokenWorkbook', { file: archive.file });
  return part;
}

function isTrue(attribute: string | undefined): boolean {
  return attribute === '1' || attribute === 'true';
}
