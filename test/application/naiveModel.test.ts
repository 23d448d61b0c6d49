/** The engine against the rules written once more, over any directory and any file. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { directoryOf, fullOf, readDirectory } from '../support/engineDirectory.js';
import { openEngine, rowsOf } from '../support/engine.js';
import { chunks, directories, imports, protections, TARGET } from '../support/engineArbitraries.js';
import { EVERY_GUARD_RAISED, madeFiles, planRows } from '../support/engineRows.js';
import { answersOf, playModel, type ModelImport } from '../support/naiveModel.js';

test('the engine does what the naive model does, row by row and in the directory', async () => {
  await fc.assert(
    fc.asyncProperty(
      directories,
      imports(),
      chunks,
      protections,
      async (directory, { type, columns, rows, empty }, chunk, protect) => {
        const engine = await openEngine({ directory: directoryOf(directory), files: madeFiles(chunk), protect });
        try {
          const expected = playModel(directory, {
            type,
            environment: TARGET,
            columns,
            rows: rows as ModelImport['rows'],
            empty,
            protect,
          });
          const { run } = await planRows(engine.useCases, { type, columns, rows, settings: { emptyRules: empty } });
          const planned = await rowsOf(engine, run.id);
          expect(answersOf(planned)).toEqual(expected.rows);
          await engine.useCases.apply({ run: run.id, guards: EVERY_GUARD_RAISED });
          const after = await readDirectory(engine.store.directory);
          expect(after.users).toEqual(fullOf(expected.directory).users);
          expect(after.groups).toEqual(expected.directory.groups);
          expect(run.deferredUpns).toBe(expected.waiting.size);
        } finally {
          await engine.close();
        }
      },
    ),
    { numRuns: Number(process.env['RUNS'] ?? 60) },
  );
});
