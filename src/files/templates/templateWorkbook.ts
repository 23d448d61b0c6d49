/** Writes a template as a workbook, with drop-downs. */
import type { Writable } from 'node:stream';
import type { Column, DataValidation } from 'exceljs';
import type { Template } from '../../application/ports/outputFiles.js';
import { fieldOf, SITE_LANGUAGES, type Field, type FieldId } from '../../domain/fields.js';
import { MUTATION_CODES } from '../../domain/mutationCodes.js';
import { TEXT_FORMAT } from '../writers/workbookWriter.js';
import { xmlText } from '../writers/xmlText.js';
import type { TemplateTexts } from './templateTexts.js';

export interface TemplateContent {
  readonly template: Template;
  readonly fields: readonly FieldId[];
  readonly texts: TemplateTexts;
  /** Cells in the order of the fields. */
  readonly rows: AsyncIterable<readonly (readonly string[])[]>;
}

/** Rows that get drop-downs: as many as a sheet has, so that rows that are added later have them too. */
const LAST_ROW = 1_048_576;

/** What exceljs has and its typings leave out: drop-downs for a whole range. */
interface WithRanges {
  readonly dataValidations: { add(range: string, validation: DataValidation): void };
}

/** Writes a template as a workbook: the rows, the groups to choose from, and what the codes and fields mean. */
export async function writeTemplateWorkbook(stream: Writable, content: TemplateContent): Promise<void> {
  const { template, fields, texts } = content;
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: false });

  const sheet = workbook.addWorksheet(texts.text('template.sheet'), {
    views: [{ state: 'frozen', ySplit: 1, xSplit: 1 }],
  });
  // Text, so that a spreadsheet changes nothing of what is typed: codes keep their zeros.
  sheet.columns = fields.map((id): Partial<Column> => ({ width: widthOf(id, texts), style: { numFmt: TEXT_FORMAT } }));
  const groups = template.groups ?? [];
  for (const [index, id] of fields.entries()) {
    const validation = dropDown(fieldOf(id), content, groups.length);
    const letter = sheet.getColumn(index + 1).letter;
    if (validation) (sheet as unknown as WithRanges).dataValidations.add(`${letter}2:${letter}${LAST_ROW}`, validation);
  }
  const header = sheet.addRow(fields.map((id) => texts.header(id)));
  header.font = { bold: true };
  for (const [index, id] of fields.entries()) header.getCell(index + 1).note = texts.rule(id);
  header.commit();
  for await (const rows of content.rows) {
    for (const cells of rows) {
      const row = sheet.addRow(cells.map((cell) => (cell === '' ? null : xmlText(cell))));
      if (!template.rows) row.font = { italic: true, color: { argb: 'FF808080' } };
      row.commit();
    }
  }
  sheet.commit();

  if (groups.length > 0) {
    const list = workbook.addWorksheet(texts.text('template.groupsSheet'));
    list.columns = [
      { width: 24, style: { numFmt: TEXT_FORMAT } },
      { width: 54, style: { numFmt: TEXT_FORMAT } },
    ];
    list.addRow([texts.text('template.code'), texts.text('template.meaning')]).commit();
    for (const { code, description } of groups) list.addRow([xmlText(code), xmlText(description)]).commit();
    list.commit();
  }
  const help = workbook.addWorksheet(texts.text('template.helpSheet'));
  help.columns = [{ width: 34 }, { width: 120 }];
  for (const id of fields) help.addRow([`${texts.header(id)}:`, texts.rule(id)]).commit();
  if (fields.includes('mutationCode')) {
    help.addRow([]).commit();
    for (const code of MUTATION_CODES)
      help.addRow([`${texts.header('mutationCode')} ${code}:`, texts.text(`template.code.${code}`)]).commit();
  }
  help.commit();
  await workbook.commit();
}

function widthOf(id: FieldId, texts: TemplateTexts): number {
  const { maxLength = 12 }: Field = fieldOf(id);
  return Math.max(texts.header(id).length + 2, Math.min(36, maxLength + 2));
}

/** The choices of a field, if it has any. A prompt shows at most 255 characters. */
function dropDown(
  field: Field & { readonly id: FieldId },
  { template, texts }: TemplateContent,
  groups: number,
): DataValidation | undefined {
  const choice = (formula: string, binding: boolean, prompt?: string): DataValidation => ({
    type: 'list',
    allowBlank: true,
    formulae: [formula],
    showErrorMessage: binding,
    errorTitle: texts.header(field.id),
    error: texts.text('template.chooseFromList'),
    ...(prompt === undefined
      ? {}
      : { showInputMessage: true, promptTitle: texts.header(field.id), prompt: prompt.slice(0, 255) }),
  });
  switch (field.kind) {
    case 'mutationCode':
      return choice(
        `"${MUTATION_CODES.join(',')}"`,
        true,
        MUTATION_CODES.map((code) => `${code} ${texts.text(`template.shortCode.${code}`)}`).join('; '),
      );
    case 'yesNo':
      return choice(template.language === 'nl' ? '"J,N"' : '"Y,N"', true);
    case 'siteLanguage':
      return choice(`"${SITE_LANGUAGES.join(',')}"`, true);
    case 'groupCode':
      if (groups === 0) return undefined;
      return choice(`'${texts.text('template.groupsSheet')}'!$A$2:$A$${groups + 1}`, false);
    default:
      return undefined;
  }
}
