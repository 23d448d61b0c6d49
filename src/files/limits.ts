/**
 * What a file may hold at most. Far above any list of users, and low enough that a hostile or
 * damaged file gives an error while memory is still bounded.
 */

/** Characters of one record of a text file, and of one cell of a sheet (Excel itself stops at 32,767). */
export const MAX_RECORD_CHARACTERS = 1_000_000;

/** Columns of a table. Spreadsheets know 16,384; a list of users has some tens. */
export const MAX_COLUMNS = 1_024;

/** Rows of a sheet, as spreadsheets have them. */
export const MAX_SHEET_ROW = 1_048_576;

/** Bytes of standard input, or of a pipe, that are copied before they are read. */
export const MAX_COPIED_BYTES = 1_073_741_824;

/** Bytes of one unpacked part of a workbook. */
export const MAX_PART_BYTES = 1_073_741_824;

/** From `UNSUSPECTED_BYTES` on, a part that unpacks to more than this many times its size is a zip bomb. */
export const MAX_UNPACK_RATIO = 250;
export const UNSUSPECTED_BYTES = 33_554_432;

/** Parts of a workbook's archive. */
export const MAX_ARCHIVE_ENTRIES = 10_000;

/** Characters of all shared strings of a workbook together, each string counted as 32 more. */
export const MAX_SHARED_CHARACTERS = 100_000_000;

/** Bytes that are looked at to recognise format, delimiter and header. */
export const HEAD_BYTES = 262_144;

/** Records that are looked at to recognise delimiter, widths and header. */
export const HEAD_RECORDS = 500;
