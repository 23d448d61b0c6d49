/** The number format of each cell style, from the styles of a workbook. */
import type { Archive } from './archive.js';
import { formatOf, GENERAL_FORMAT, type NumberFormat } from './numberFormat.js';
import { parseWholeXml, placesOf } from './parseXml.js';

const PLACES = placesOf({ styleSheet: { numFmts: { numFmt: {} }, cellXfs: { xf: {} } } });

/** Excel itself stops at some 65,000. */
const MOST_STYLES = 100_000;

/** The number format of each cell style; without a part of styles there is the one of every cell. Throws `UnreadableFile`. */
export async function readFormats(archive: Archive, part: string | undefined): Promise<readonly NumberFormat[]> {
  const codes = new Map<number, string>();
  const styles: number[] = [];
  if (part !== undefined) {
    await parseWholeXml(archive.text(part), archive.file, {
      places: PLACES,
      open(name, attributes) {
        if (name === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
        else if (name === 'xf' && styles.length < MOST_STYLES) styles.push(Number(attributes['numFmtId'] ?? 0));
      },
    });
  }
  if (styles.length === 0) return [GENERAL_FORMAT];
  const formats = new Map<number, NumberFormat>();
  for (const id of styles) if (!formats.has(id)) formats.set(id, formatOf(id, codes));
  return styles.map((id) => formats.get(id) ?? GENERAL_FORMAT);
}
