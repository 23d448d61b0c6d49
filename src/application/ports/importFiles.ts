/**
 * The files room, as the use cases see it: files are recognised, mapped, read as rows, and written.
 * Implemented in `src/files`.
 */
import type { FieldId, ImportType } from '../../domain/fields.js';
import type { Mapping } from '../../domain/settings.js';
import type { SourceRow } from '../../domain/sourceRow.js';
import type { TextRef } from '../../language/index.js';

export type FileFormat = 'csv' | 'tsv' | 'fixed' | 'xlsx';

/** What an administrator corrects about a file; whatever is absent is detected. */
export interface FileOptions {
  readonly format?: FileFormat;
  /** One character; csv only. */
  readonly delimiter?: string;
  /** `utf-8`, `utf-16le`, `utf-16be`, `windows-1252`, `cp850`, `macintosh` and what else iconv-lite knows. */
  readonly encoding?: string;
  /** Name or number (from 1) of a sheet; xlsx only. */
  readonly sheet?: string;
  /** Whether the file has a header row. */
  readonly header?: boolean;
  /** Column widths in characters; fixed only. */
  readonly widths?: readonly number[];
}

/** How a file is read, with for each thing that was detected the reason. */
export interface FileLayout {
  readonly format: FileFormat;
  readonly encoding?: string;
  /** The first value that the encoding decided, where it is a guess and not told by the bytes. */
  readonly encodingGuess?: { readonly row: number; readonly value: string };
  readonly delimiter?: string;
  readonly sheet?: string;
  readonly sheets?: readonly { readonly name: string; readonly hidden: boolean }[];
  readonly widths?: readonly number[];
  /** `\r\n`, `\n` or `\r`; text files only. */
  readonly lineEnd?: string;
  readonly byteOrderMark?: boolean;
  /** The number of the header's row as a person sees it; null without a header. */
  readonly headerRow: number | null;
}

/** Something worth telling of how the file was read, in both languages where it is shown. */
export type FileRemark = TextRef;

/** What is known of a file before it is planned. */
export interface InspectedFile {
  /** Base name, `-` for standard input. */
  readonly name: string;
  /** Where the content can be read again; a private copy for standard input. */
  readonly path: string;
  readonly size: number;
  /** Another one as soon as the file is written to, or is another file. */
  readonly version?: string;
  readonly layout: FileLayout;
  /** Texts of the header row, normalised; `#1`, `#2`... without one. */
  readonly headers: readonly string[];
  /** The first rows below the header, as they will be read (at most 20). */
  readonly sample: readonly SourceRow[];
  /** Why it was read so, and what could be misread: hidden rows, merged cells, other sheets... */
  readonly remarks: readonly FileRemark[];
}

/** How sure a proposed mapping is; scripts take `certain` ones only. */
export type Confidence = 'certain' | 'likely' | 'possible';

export interface ColumnSuggestion {
  readonly index: number;
  readonly header: string;
  readonly field: FieldId;
  readonly confidence: Confidence;
}

/** What an administrator said of the mapping, by flags, in the wizard, or in a definition. */
export interface MappingOverrides {
  /** `field id, label or KnUser id` → `column header or #3`, or text with columns in it: `{Nummer|lower}@school.nl`. */
  readonly map?: readonly { readonly field: string; readonly column: string }[];
  readonly fix?: readonly { readonly field: string; readonly value: string }[];
  readonly skip?: readonly string[];
  readonly ignoreColumns?: readonly string[];
  /** What texts of a field become. */
  readonly values?: readonly { readonly field: string; readonly from: string; readonly to: string }[];
  /** Fields that take nothing but what is listed. */
  readonly valuesOnly?: readonly string[];
}

/** A mapping, or what has to be settled before there is one. */
export interface MappingResult {
  readonly mapping: Mapping;
  /** Columns that nothing reads, because they were ignored by name or have an empty header and no content. */
  readonly ignored: readonly string[];
  /** Columns that are not settled, each with the best guess, if there is one. */
  readonly unsettled: readonly {
    readonly index: number;
    readonly header: string;
    readonly suggestion?: ColumnSuggestion;
  }[];
  /** Every guess, for the wizard; the certain ones are in `mapping` already. */
  readonly suggestions: readonly ColumnSuggestion[];
  /** What makes the overrides impossible: unknown field or column, two columns on one field, a field that the type has not. */
  readonly problems: readonly FileRemark[];
}

/** Summary of a reading, complete once the rows have been read to the end. */
export interface ReadingTotals {
  /** SHA-256 of the file's bytes, hexadecimal. */
  sha256: string;
  /** Rows that hold something. */
  rows: number;
  /** Rows below the header without any content. */
  blank: number;
  /** A text whose last line has no line break, as that of a file that was cut off. */
  endsOpen: boolean;
}

export interface RowReading {
  /** Chunks of rows, blank ones left out, a template's example row left out. */
  readonly chunks: AsyncIterable<readonly SourceRow[]>;
  /** Valid after `chunks` has ended. */
  readonly totals: ReadingTotals;
}

export interface ImportFiles {
  /** Recognises a file (a path, or `-` for standard input); throws `UnreadableFile`. */
  inspect(path: string, options: FileOptions, type: ImportType): Promise<InspectedFile>;
  /** Proposes or checks a mapping. Never throws on overrides: problems are in the answer. */
  map(file: InspectedFile, type: ImportType, overrides: MappingOverrides): MappingResult;
  /** Reads all rows, in bounded memory; throws `UnreadableFile` while reading. */
  read(file: InspectedFile, chunkSize: number): RowReading;
}
