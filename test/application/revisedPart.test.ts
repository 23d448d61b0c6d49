/** A large plan is worked out anew in part: what comes of it is what working out all of it gives. */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Run } from '../../src/domain/run.js';
import { directories, imports, type AnyImport } from '../support/engineArbitraries.js';
import { directoryOf, readDirectory } from '../support/engineDirectory.js';
import { openEngine, type Engine } from '../support/engine.js';
import { EVERY_GUARD_RAISED, madeFiles, planRows, type RowTexts } from '../support/engineRows.js';

const ALWAYS = { from: 0, share: 1 };

/** All that stands of a plan, whatever its users are numbered. */
async function stored(engine: Engine, run: number): Promise<unknown> {
  const database = new DatabaseSync(join(engine.folder, 'engine.db'), { readOnly: true });
  const { plan_id: plan } = database.prepare('select plan_id from runs where id = ?').get(run) ?? {};
  const of = (table: string, order: string): Record<string, unknown>[] =>
    database.prepare(`select * from ${table} where plan_id = ? order by ${order}`).all(Number(plan));
  const users = of('plan_users', 'environment_id, code_key, id');
  const names = new Map(
    users.map(({ id, environment_id: environment, code_key: code }) => [id, `${String(environment)} ${String(code)}`]),
  );
  const rows = of('plan_rows', 'row_no');
  const groups = of('plan_groups', 'code_key');
  database.close();
  const { plan: _, ...told } = (await engine.useCases.answer(run)).run;
  return {
    rows: rows.map(({ plan_id: __, plan_user: user, ...row }) => ({ ...row, user: names.get(user) })),
    users: users.map(({ plan_id: __, id: ___, target_id: target, ...user }) => ({
      ...user,
      target: names.get(target),
    })),
    groups: groups.map(({ plan_id: __, ...group }) => group),
    run: { ...told, asOf: null } satisfies Omit<Run, 'plan' | 'asOf'> & { asOf: null },
    kinds: await engine.useCases.kinds(run),
  };
}

/** Rows that have little to do with each other, among those that have. */
const others = fc.array(
  fc.record({
    user: fc.constantFrom('X1', 'X2', 'X3', 'X4', 'X5', 'X6', 'X7', 'X8'),
    mutationCode: fc.constantFrom('1', '3', '3', '4'),
    newUser: fc.constantFrom('', 'Y1', 'X2'),
    description: fc.constantFrom('Een', 'Twee'),
    upn: fc.constantFrom('', 'u1@x.nl', 'v1@x.nl', 'v2@x.nl'),
    group: fc.constantFrom('G1', 'G4', ''),
  }),
  { maxLength: 12 },
);

const files: fc.Arbitrary<AnyImport> = fc.tuple(imports(), others).map(([file, more]) => {
  const columns = file.columns.filter((column) => column !== 'password');
  const rows = [...file.rows, ...more] as readonly RowTexts[];
  const order = rows.map((row, at) => [(at * 7) % rows.length, row] as const).sort(([one], [other]) => one - other);
  return { ...file, columns, rows: order.map(([, row]) => row) };
});

const revision = fc.record({
  out: fc.array(fc.nat(40), { maxLength: 3 }),
  back: fc.array(fc.nat(40), { maxLength: 2 }),
  mend: fc.option(fc.record({ at: fc.nat(40), value: fc.constantFrom('', 'A', 'X3', 'u2@x.nl', 'G4') })),
});

test('a part of a plan worked out anew is what all of it gives', async () => {
  await fc.assert(
    fc.asyncProperty(
      directories,
      files,
      fc.array(revision, { minLength: 1, maxLength: 3 }),
      async (note, file, revisions) => {
        const open = (inPart: typeof ALWAYS): Promise<Engine> =>
          openEngine({ directory: directoryOf(note), files: madeFiles(), onDisk: true, inPart });
        const engines = await Promise.all([open(ALWAYS), open({ from: Infinity, share: 0 })]);
        try {
          const numbers = (places: readonly number[]): number[] => places.map((at) => (at % file.rows.length) + 2);
          for (const { useCases } of engines)
            await planRows(useCases, { ...file, settings: { emptyRules: file.empty } });
          for (const { out, back, mend } of revisions) {
            for (const { useCases } of engines) {
              if (out.length + back.length > 0) await useCases.exclude(1, { out: numbers(out), back: numbers(back) });
              const place = file.columns[(mend?.at ?? 0) % file.columns.length] ?? 'user';
              if (mend) await useCases.mend(1, { rows: numbers([mend.at]), values: [{ place, value: mend.value }] });
            }
            const [part, whole] = await Promise.all(engines.map((engine) => stored(engine, 1)));
            expect(part).toEqual(whole);
          }
          for (const { useCases } of engines) await useCases.apply({ run: 1, guards: EVERY_GUARD_RAISED });
          const [part, whole] = await Promise.all(engines.map(({ store }) => readDirectory(store.directory)));
          expect(part).toEqual(whole);
        } finally {
          for (const engine of engines) await engine.close();
        }
      },
    ),
    { numRuns: Number(process.env['RUNS'] ?? 3) },
  );
});
