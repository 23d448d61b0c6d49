/** Every character that is never drawn, before, inside and behind a text of every field that has its own rule for it. */
import type { Case, Kind } from '../case.js';
import { csv } from '../table.js';
import { LABELS, rowWith, seenWith, usualText, type TestedField } from './fieldRows.js';

/** Hangul fillers, variation selectors, tags, joiners, and all that Unicode keeps free for more of them. */
const IGNORABLE = Array.from({ length: 0x110000 }, (_, code) => code)
  .filter(
    (code) => (code < 0xd800 || code > 0xdfff) && /\p{Default_Ignorable_Code_Point}/u.test(String.fromCodePoint(code)),
  )
  .map((code) => String.fromCodePoint(code));

const FIELDS: readonly TestedField[] = ['user', 'newUser', 'description', 'email', 'upn', 'person', 'group'];
const PLACES: Readonly<Record<string, (usual: string, mark: string) => string>> = {
  before: (usual, mark) => mark + usual,
  inside: (usual, mark) => usual.slice(0, -1) + mark + usual.slice(-1),
  behind: (usual, mark) => usual + mark,
};
const ROWS = 90;

function caseOf(field: TestedField, place: string, marks: readonly string[]): Case {
  const rows = marks.map((mark, at) => rowWith(field, at, PLACES[place]?.(usualText(field, at), mark) ?? ''));
  const seen = marks.map((mark, at) => {
    const usual = usualText(field, at);
    const text = PLACES[place]?.(usual, mark) ?? '';
    return seenWith(field, at, place !== 'inside' ? usual : field === 'description' ? text.normalize('NFC') : null);
  });
  return {
    name: `${place} ${field} from ${(marks[0] ?? '').codePointAt(0)?.toString(16)}`,
    bytes: Buffer.from(csv([LABELS, ...rows])),
    seen,
  };
}

export const ignorableKinds: readonly Kind[] = Object.keys(PLACES).map((place) => ({
  name: `never drawn: ${place}`,
  cases: FIELDS.flatMap((field) =>
    Array.from({ length: Math.ceil(IGNORABLE.length / ROWS) }, (_, at) =>
      caseOf(field, place, IGNORABLE.slice(at * ROWS, (at + 1) * ROWS)),
    ),
  ),
}));
