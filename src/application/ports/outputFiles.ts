/**
 * Files that Instroom writes, as the use cases see it. Implemented in `src/files`. Every file is made
 * readable by its owner alone, and appears under its name only when it is whole.
 */
import type { FieldId, ImportType } from '../../domain/fields.js';
import type { SourceRow } from '../../domain/sourceRow.js';
import type { Language } from '../../language/text.js';
import type { FileLayout } from './importFiles.js';

/** What a file can be written as, where there is a choice. */
export const TABLE_FORMATS = ['csv', 'xlsx'] as const;
export const REPORT_FORMATS = [...TABLE_FORMATS, 'md', 'html'] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];
export type OutputFormat = (typeof REPORT_FORMATS)[number];
export type DocumentFormat = Exclude<OutputFormat, TableFormat>;

/** The path of standard output. */
export const STDOUT = '-';

export interface OutputTarget {
  /** `-` for standard output. */
  readonly path: string;
  /** Replace a file that is there, once the new one is whole; otherwise it is refused. */
  readonly overwrite?: boolean;
  /** What it is written as; by the name unless told, and CSV where that does not say. */
  readonly as?: OutputFormat | undefined;
}

/** Rows in chunks, as they come. */
export type Chunks<Row> = AsyncIterable<readonly Row[]> | Iterable<readonly Row[]>;

/** A list to be looked at: a report, tokens to hand out again. */
export interface OutputTable {
  /** Name of the sheet in a workbook. */
  readonly name: string;
  readonly columns: readonly { readonly title: string; /** Characters. */ readonly width?: number }[];
  readonly rows: Chunks<readonly string[]>;
}

/** A list that can be read as a document as well. */
export interface OutputReport extends OutputTable {
  /** Its text, in parts. */
  readonly document: (as: DocumentFormat) => AsyncIterable<string>;
}

export interface RejectedRow {
  readonly source: SourceRow;
  /** Why, as it is told: one text for all of the row's errors. */
  readonly reason: string;
}

/** Rejected rows, to be mended and imported again. */
export interface RejectedTable {
  /** How the source was read: the same format, encoding, delimiter and line ends are written. */
  readonly layout: FileLayout;
  /** Of the source; `#1`, `#2`... where it had none. */
  readonly headers: readonly string[];
  /** Columns (from 0) that hold passwords: they are emptied. */
  readonly secretColumns: readonly number[];
  readonly language: Language;
  readonly rows: Chunks<RejectedRow>;
}

/** A file to fill in. */
export interface Template {
  readonly type: ImportType;
  readonly language: Language;
  /** Groups to choose from; the choice does not bind, as code 3 makes new ones. */
  readonly groups?: readonly { readonly code: string; readonly description: string }[];
  /** Rows that it is filled with, in the place of the example row. */
  readonly rows?: Chunks<Readonly<Partial<Record<FieldId, string>>>>;
  /** Columns, in this order; all fields of the type when absent. */
  readonly fields?: readonly FieldId[];
}

/** What a delivered file can be written in. */
export const DELIVERY_ENCODINGS = ['utf-8', 'windows-1252'] as const;
export type DeliveryEncoding = (typeof DELIVERY_ENCODINGS)[number];

/** A file for another program, which takes texts just as they are. */
export type DeliveredContent = {
  readonly encoding: DeliveryEncoding;
  /** Told when all is written, with the SHA-256 of its bytes, hexadecimal; the file gets its name after it. */
  readonly whole: (sha256: string) => Promise<void>;
  /** SHA-256 of a file that may be replaced: no other is, whatever is asked. */
  readonly replaces?: string | undefined;
} & (
  | {
      readonly as: 'csv';
      readonly titles: readonly string[];
      readonly rows: Chunks<readonly string[]>;
    }
  /** A JSON value a line. */
  | { readonly as: 'jsonl'; readonly values: Chunks<object> }
);

/** Each answers the path that was written, made absolute (`-` as it is); throws `Stop` of kind `wrongUse` or `failure` when the file cannot be made. */
export interface OutputFiles {
  /** As XLSX or CSV. Texts that a spreadsheet would take for a formula get an apostrophe in front. */
  writeTable(table: OutputTable, target: OutputTarget): Promise<string>;
  /** As a table, as above, or as a document: Markdown or HTML. */
  writeReport(report: OutputReport, target: OutputTarget): Promise<string>;
  /** In the layout of the source (fixed widths become CSV), with the reason in a last column. */
  writeRejected(table: RejectedTable, target: OutputTarget): Promise<string>;
  /** Separated by `;`, lines ended by CRLF, without a byte order mark; or a JSON value a line. */
  writeDelivery(content: DeliveredContent, target: OutputTarget): Promise<string>;
  /** As XLSX or CSV. */
  writeTemplate(template: Template, target: OutputTarget): Promise<string>;
}
