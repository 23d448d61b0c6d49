/** The table of texts that the cells of a workbook share. */
import { MAX_SHARED_CHARACTERS } from '../../limits.js';
import { unreadable } from '../../remarks.js';
import type { Archive } from './archive.js';
import { unescapeControls } from './controlCharacters.js';
import { parseWholeXml, placesOf } from './parseXml.js';

/** Rich text is read without its make-up; readings of characters (`rPh`) have no place. */
const PLACES = placesOf({ sst: { si: { t: {}, r: { t: {} } } } });

/** The texts that cells refer to by number. Throws `UnreadableFile`. */
export async function readSharedStrings(archive: Archive, part: string): Promise<readonly string[]> {
  const strings: string[] = [];
  let text = '';
  let inText = false;
  let budget = MAX_SHARED_CHARACTERS;
  await parseWholeXml(archive.text(part), archive.file, {
    places: PLACES,
    open(name) {
      if (name === 'si') text = '';
      inText = name === 't';
    },
    text(piece) {
      if (inText) text += piece;
    },
    close(name) {
      inText = false;
      if (name !== 'si') return;
      strings.push(unescapeControls(text));
      budget -= text.length + 32;
      if (budget < 0) throw unreadable('unreadable.zipBomb', { file: archive.file });
    },
  });
  return strings;
}
