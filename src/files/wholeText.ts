/** Reads a text file to its end for what its first rows leave open. */
import type { FileLayout } from '../application/ports/importFiles.js';
import type { SourceRow } from '../domain/sourceRow.js';
import { judgeGuess } from './detect/encodingGuess.js';
import type { InspectedText } from './inspectedTable.js';
import { trailingLength } from './tableShape.js';

/** What only all of a text file tells. */
export interface WholeText {
  readonly ownLength?: number;
  readonly encodingGuess?: NonNullable<FileLayout['encodingGuess']>;
}

/**
 * Reads a text file to its end for what its first rows leave open: whether bytes are damaged, what a
 * guessed encoding decided, whether delimiters behind the last column are on all rows. Most files leave
 * nothing open, and are not read here. Throws `UnreadableFile`.
 */
export async function judgeWhole(
  name: string,
  text: InspectedText,
  records: readonly SourceRow[],
  header: { readonly row: number | null; readonly headers: readonly string[] },
): Promise<WholeText> {
  if (text.encodingIs === 'damaged') for await (const _ of text.readAll());
  const encodingGuess =
    text.encodingIs === 'guessed'
      ? await judgeGuess(text.readAll(), { name, headerRow: header.row, headers: header.headers })
      : undefined;
  const place = { row: header.row, length: header.headers.length };
  const inHead = await trailingLength([records], place);
  const ownLength = inHead === undefined || text.isWhole ? inHead : await trailingLength(text.readAll(), place);
  return { ...(ownLength === undefined ? {} : { ownLength }), ...(encodingGuess ? { encodingGuess } : {}) };
}
