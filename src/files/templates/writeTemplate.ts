/** Writes a template, as a workbook or as separated text. */
import type { OutputTarget, Template } from '../../application/ports/outputFiles.js';
import { fieldOf, fieldsFor, type FieldId } from '../../domain/fields.js';
import type { WriteFile } from '../outsideFiles.js';
import { CsvWriter, PLAIN_CSV } from '../writers/csvWriter.js';
import { looksLikeFormula } from '../writers/formulaText.js';
import { formatOf } from '../writers/outputFormat.js';
import { outputStop } from '../writers/outputStop.js';
import { writeSafely } from '../writers/writeSafely.js';
import { TABLE_ENDINGS } from '../writers/writeTable.js';
import { EXAMPLE_MARKS } from './exampleRow.js';
import { templateTexts, type Texts } from './templateTexts.js';
import { writeTemplateWorkbook } from './templateWorkbook.js';

/** A row of a template, in the order of its columns. */
type TemplateCells = readonly string[];

/** Writes a file to fill in; see `OutputFiles.writeTemplate`. */
export async function writeTemplate(
  template: Template,
  target: OutputTarget,
  texts: Texts,
  writeFile: WriteFile = writeSafely,
): Promise<void> {
  const format = formatOf(target, TABLE_ENDINGS);
  const fields = template.fields ?? fieldsFor(template.type).map(({ id }) => id);
  const inLanguage = templateTexts(template, texts);
  await writeFile({ ...target, as: format }, async (stream) => {
    if (format === 'xlsx')
      return writeTemplateWorkbook(stream, {
        template,
        fields,
        texts: inLanguage,
        rows: templateRows(template, fields),
      });
    const csv = new CsvWriter(stream, PLAIN_CSV);
    await csv.write([fields.map((field) => inLanguage.header(field))]);
    for await (const rows of templateRows(template, fields)) {
      // An apostrophe would come back as part of the value, and without it a spreadsheet would calculate.
      const formula = rows.flat().find(looksLikeFormula);
      if (formula !== undefined) throw outputStop('output.formulaInCsv', target.path, { value: formula.slice(0, 40) });
      await csv.write(rows);
    }
  });
}

async function* templateRows(template: Template, fields: readonly FieldId[]): AsyncGenerator<readonly TemplateCells[]> {
  if (!template.rows) {
    yield [exampleRow(template, fields)];
    return;
  }
  for await (const rows of template.rows) yield rows.map((values) => fields.map((field) => values[field] ?? ''));
}

function exampleRow({ language }: Template, fields: readonly FieldId[]): TemplateCells {
  return fields.map((id) => (id === 'user' ? EXAMPLE_MARKS[language] : (fieldOf(id).example?.[language] ?? '')));
}
