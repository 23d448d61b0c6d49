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
}

/** What this room knows of a file besides what it tells. */
export interface KnownFile extends InspectedFile {
  /** See `Source`: what is planned has to be the file that was looked at. */
  readonly version: string;
  readonly detectedWidths: boolean;
}
