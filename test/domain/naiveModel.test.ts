/** The domain alone against the rules written once more, over any directory and any file: fast, so with many of them. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Cell } from '../../src/domain/sourceRow.js';
import { directories, imports, protections, TARGET } from '../support/engineArbitraries.js';
import { answersOf, playModel, type ModelImport } from '../support/naiveModel.js';
import { directoryFor, plan, type Cells } from './support/planning.js';

/** A password is taken out of its row before the domain sees it. */
const withoutSecret = ({ password, ...row }: Cells): Cells =>
  password === undefined || password === ''
    ? row
    : { ...row, password: { kind: 'secret', weak: (password as string).length < 12 } satisfies Cell };

test('a row does what the naive model says', () =>
  fc.assert(
    fc.property(directories, imports(), protections, (directory, { type, columns, rows, empty }, protect) => {
      const given = { type, environment: TARGET, columns, rows: rows as ModelImport['rows'], empty, protect };
      const planned = plan(directoryFor(directory, TARGET, protect), rows.map(withoutSecret), {
        type,
        columns,
        emptyRules: empty,
      });
      expect(answersOf(planned)).toEqual(playModel(directory, given).rows);
    }),
    { numRuns: Number(process.env['RUNS'] ?? 300) },
  ));
