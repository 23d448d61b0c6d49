/** What inspecting a text file and inspecting a workbook have in common: the table that was found. */
import type { FileLayout, FileRemark, InspectedFile } from '../application/ports/importFiles.js';
import type { SourceRow } from '../domain/sourceRow.js';
import type { FoundHeader } from './detect/findHeader.js';

/** A file once it is recognised, before its header is taken from its rows. */
export interface InspectedTable {
  readonly layout: FileLayout;
  readonly header: FoundHeader;
  /** The first rows of the file, title lines and header among them. */
  readonly records: readonly SourceRow[];
  readonly remarks: readonly FileRemark[];
  /** Fixed widths that were read off the blanks between the columns. */
  readonly detectedWidths: boolean;
  /** Of text files only. */
  readonly text?: InspectedText;
}

/** What a text file is judged by besides its first rows. */
export interface InspectedText {
  /** The records from the first one on, as often as they are asked for. */
  readonly readAll: () => AsyncIterable<readonly SourceRow[]>;
  /** Whether the first rows are all that there are. */
  readonly isWhole: boolean;
  /** Whether the bytes tell the encoding, and whether some of them do not fit it. */
  readonly encodingIs: 'told' | 'guessed' | 'damaged';
}

/** What this room knows of a file besides what it tells. */
export interface KnownFile extends InspectedFile {
  /** See `Source`: what is planned has to be the file that was looked at. */
  readonly version: string;
  readonly detectedWidths: boolean;
  /** The number of cells that the file gives its rows, where that is more than its header has. */
  readonly ownLength?: number;
}
