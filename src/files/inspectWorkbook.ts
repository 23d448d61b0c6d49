/** Looks at a workbook: its sheets and its header. */
import type { FileLayout, FileOptions, FileRemark, InspectedFile } from '../application/ports/importFiles.js';
import type { SourceRow } from '../domain/sourceRow.js';
import { findHeader, headerScore, type FoundHeader } from './detect/findHeader.js';
import type { InspectedTable } from './inspectedTable.js';
import { HEAD_RECORDS } from './limits.js';
import { openArchive } from './readers/xlsx/archive.js';
import { readSheet } from './readers/xlsx/readSheet.js';
import { readWorkbook, type Sheet, type Workbook } from './readers/xlsx/readWorkbook.js';
import { scanSheet } from './readers/xlsx/scanSheet.js';
import { remark, unreadable } from './remarks.js';
import type { Source } from './source/openSource.js';

/** Sheets that are looked at for a header; the ones behind them can be asked for by name. */
const SHEETS_SEARCHED = 20;

interface LookedAt {
  readonly sheet: Sheet;
  readonly records: readonly SourceRow[];
  readonly header: FoundHeader;
  /** How well the header names fields. */
  readonly score: number;
}

/** Recognises a workbook; see `InspectedTable`. Throws `UnreadableFile`. */
export async function inspectWorkbook(source: Source, options: FileOptions): Promise<InspectedTable> {
  const archive = await openArchive(source.path, source.name);
  try {
    const workbook = await readWorkbook(archive);
    const remarks: FileRemark[] = [];
    const { sheet, records, header } = await chooseSheet(workbook, options, remarks);
    const columns =
      records.find(({ row }) => row === header.row)?.cells.length ??
      Math.max(0, ...records.map(({ cells }) => cells.length));
    const found = await scanSheet(workbook, sheet, header.row ?? 0, columns);
    if (found.hiddenRows > 0) remarks.push(remark('file.hiddenRows', { rows: found.hiddenRows }));
    if (found.hiddenColumns > 0) remarks.push(remark('file.hiddenColumns', { columns: found.hiddenColumns }));
    if (found.mergedCells > 0)
      remarks.push(remark('file.mergedCells', { merged: found.mergedCells, first: found.firstMerged }));
    const layout: FileLayout = {
      format: 'xlsx',
      sheet: sheet.name,
      sheets: workbook.sheets.map(({ name, hidden }) => ({ name, hidden })),
      headerRow: header.row,
    };
    return { layout, header, records, remarks, detectedWidths: false };
  } finally {
    archive.close();
  }
}

/** The rows of the sheet that was chosen when the file was inspected. */
export async function* readChosenSheet(file: InspectedFile): AsyncGenerator<SourceRow[]> {
  const archive = await openArchive(file.path, file.name);
  try {
    const workbook = await readWorkbook(archive);
    const sheet = workbook.sheets.find(({ name }) => name === file.layout.sheet);
    if (!sheet) throw unreadable('unreadable.changed', { file: file.name });
    yield* readSheet(workbook, sheet);
  } finally {
    archive.close();
  }
}

async function chooseSheet(workbook: Workbook, options: FileOptions, remarks: FileRemark[]): Promise<LookedAt> {
  if (options.sheet !== undefined) {
    const sheet = sheetAsked(workbook, options.sheet);
    const looked = await lookAt(workbook, sheet, options);
    if (looked.records.length === 0)
      throw unreadable('unreadable.emptySheet', { file: workbook.archive.file, sheet: sheet.name });
    return looked;
  }
  const visible = workbook.sheets.filter(({ hidden }) => !hidden);
  const looked: LookedAt[] = [];
  for (const sheet of (visible.length > 0 ? visible : workbook.sheets).slice(0, SHEETS_SEARCHED)) {
    const one = await lookAt(workbook, sheet, options);
    if (one.records.length > 0) looked.push(one);
  }
  const chosen = looked.find(({ score }) => score >= 4) ?? [...looked].sort((a, b) => b.score - a.score)[0];
  if (!chosen) throw unreadable('unreadable.empty', { file: workbook.archive.file });
  const others = workbook.sheets.filter((sheet) => sheet !== chosen.sheet);
  const shown = others.filter(({ hidden }) => !hidden);
  const hidden = others.filter((sheet) => sheet.hidden);
  if (shown.length > 0) remarks.push(remark('file.otherSheets', { sheet: chosen.sheet.name, others: names(shown) }));
  if (hidden.length > 0) remarks.push(remark('file.hiddenSheets', { sheet: chosen.sheet.name, others: names(hidden) }));
  if (chosen.sheet.hidden) remarks.push(remark('file.sheetIsHidden', { sheet: chosen.sheet.name }));
  return chosen;
}

function sheetAsked(workbook: Workbook, asked: string): Sheet {
  const sheet =
    workbook.sheets.find(({ name }) => name === asked) ??
    workbook.sheets.find(({ name }) => name.toLowerCase() === asked.trim().toLowerCase()) ??
    (/^\d+$/u.test(asked.trim()) ? workbook.sheets[Number(asked) - 1] : undefined);
  if (!sheet)
    throw unreadable('unreadable.noSuchSheet', {
      file: workbook.archive.file,
      sheet: asked,
      sheets: names(workbook.sheets),
    });
  return sheet;
}

function names(sheets: readonly Sheet[]): string {
  return (
    sheets
      .slice(0, 10)
      .map(({ name }) => name)
      .join(', ') + (sheets.length > 10 ? '...' : '')
  );
}

async function lookAt(workbook: Workbook, sheet: Sheet, options: FileOptions): Promise<LookedAt> {
  const records: SourceRow[] = [];
  for await (const block of readSheet(workbook, sheet)) {
    records.push(...block);
    if (records.length >= HEAD_RECORDS) break;
  }
  const header = findHeader(records, options.header);
  const score = headerScore(records.find(({ row }) => row === header.row)?.cells ?? []);
  return { sheet, records: records.slice(0, HEAD_RECORDS), header, score };
}
