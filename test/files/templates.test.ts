import { describe, expect, test } from 'vitest';
import { FIELDS, fieldsFor, IMPORT_TYPES } from '../../src/domain/fields.js';
import { createImportFiles } from '../../src/files/importFiles.js';
import { createOutputFiles } from '../../src/files/writers/outputFiles.js';
import { fileTexts } from '../../src/language/files.js';
import { LANGUAGES } from '../../src/language/text.js';
import { cellsOf, newPath, readWhole } from './reading.js';

const output = createOutputFiles(fileTexts);
const GROUPS = [
  { code: 'INKOOP', description: 'Inkoop' },
  { code: 'HRM', description: 'Personeel & organisatie' },
];

describe('a template', () => {
  for (const type of IMPORT_TYPES) {
    for (const language of LANGUAGES) {
      for (const extension of ['xlsx', 'csv']) {
        test(`${type}, ${language}, ${extension}: imports without a single question, its example left out`, async () => {
          const path = newPath(`t.${extension}`);
          await output.writeTemplate({ type, language, groups: GROUPS }, { path });
          const reading = await readWhole(path, {}, type);
          expect(reading.rows).toEqual([]);
          expect(reading.totals).toMatchObject({ rows: 0, blank: 0 });
          expect(reading.file.remarks.map(({ key }) => key)).toContain('file.exampleRow');
          const mapped = createImportFiles().map(reading.file, type, {});
          expect(mapped).toMatchObject({ unsettled: [], problems: [], ignored: [] });
          expect(Object.keys(mapped.mapping)).toEqual(fieldsFor(type).map(({ id }) => id));
        });
      }
    }
  }

  test('that is filled with users gives them back', async () => {
    const rows = [
      [
        { user: '12345.BKR', email: 'b@x.nl', description: '=Zoë "de" Vries', person: '00012', profit: 'J' },
        { user: '12345.001', upn: '1.50' },
      ],
    ];
    const path = newPath('t.xlsx');
    await output.writeTemplate({ type: 'mutation', language: 'nl', rows }, { path });
    const reading = await readWhole(path, {}, 'mutation');
    const ids = fieldsFor('mutation').map(({ id }) => id);
    expect(
      cellsOf(reading).map((cells) =>
        Object.fromEntries(ids.map((id, index) => [id, cells[index]]).filter(([, value]) => value)),
      ),
    ).toEqual(rows[0]);
    await expect(
      output.writeTemplate({ type: 'mutation', language: 'nl', rows }, { path: newPath('t.csv') }),
    ).rejects.toMatchObject({ key: 'output.formulaInCsv' });
  });

  test('explains every field', () => {
    for (const { id } of FIELDS) expect(fileTexts).toHaveProperty([`template.rule.${id}`]);
  });
});
