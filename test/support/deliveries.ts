/** Plans that are delivered, and the file imported again by our own engine: what comes of it is what applying gives. */
import { join } from 'node:path';
import { expect } from 'vitest';
import fc from 'fast-check';
import type { DeliveredRun, DeliverRequest } from '../../src/application/deliveries.js';
import type { RunAnswer } from '../../src/application/useCases.js';
import { UserError } from '../../src/application/userError.js';
import type { DeliveryFile } from '../../src/domain/delivery/delivery.js';
import { fieldOf, STANDARD_DEFAULTS, type FieldId, type ImportType } from '../../src/domain/fields.js';
import { fileTexts } from '../../src/language/files.js';
import { createOutputFiles } from '../../src/files/writers/outputFiles.js';
import { createImportFiles } from '../../src/files/importFiles.js';
import { acts } from './actArbitraries.js';
import { directories, imports, TARGET, type AnyImport } from './engineArbitraries.js';
import { directoryOf, readDirectory, type DirectoryNote, type FullDirectory } from './engineDirectory.js';
import { openEngine, rowsOf, type Engine } from './engine.js';
import { replayed } from './engineReplay.js';
import { EVERY_GUARD_RAISED, madeFiles, planRows } from './engineRows.js';

/** Delivers a run into the folder of the engine. */
export function delivered(
  engine: Engine,
  request: DeliverRequest,
  name = `run${request.run}.csv`,
): Promise<DeliveredRun & { readonly path: string }> {
  const target = { path: join(engine.folder, name) };
  return engine.useCases.deliver(
    { guards: EVERY_GUARD_RAISED, ...request },
    { target, outputFiles: () => Promise.resolve(createOutputFiles(fileTexts)) },
  );
}

/** Imports a delivered file as somebody would who knows nothing of it but which import function it is for. */
export async function importDelivered(
  engine: Engine,
  path: string,
  form: DeliveryFile,
  mayReject = false,
): Promise<number> {
  const type = form === 'user' ? 'user' : 'mutation';
  const file = await engine.useCases.inspect(path, {}, type);
  const { mapping } = engine.useCases.map(file, type, {});
  const settings = { type, mapping, defaults: STANDARD_DEFAULTS, emptyRules: {} } as const;
  const { run } = await engine.useCases.plan({ file, environment: 'T12345AA', settings, importAgain: true });
  if (!mayReject) expect(run.summary.outcomes.rejected, 'no row of a delivered file is rejected').toBe(0);
  await engine.useCases.apply({ run: run.id, guards: EVERY_GUARD_RAISED });
  return run.id;
}

/** Of a plan that delivers nothing in some form. */
const NO_FILE = ['deliver.nothing', 'deliver.firstPass'];

/** Undefined where nothing of a run can be delivered. */
export async function deliveredIfAny(
  engine: Engine,
  request: DeliverRequest,
): Promise<Awaited<ReturnType<typeof delivered>> | undefined> {
  return delivered(engine, request).catch((error: unknown) => {
    if (error instanceof UserError && NO_FILE.includes(error.key)) return undefined;
    throw error;
  });
}

/** The file of the second import, where UPNs wait and every row of the first went along. */
async function secondOf(engine: Engine, { run, as, refused }: DeliveredRun): Promise<string | undefined> {
  if (run.deferredUpns === 0 || refused.length > 0 || as === 'second-pass') return undefined;
  const file = await delivered(engine, { run: run.id, as: 'second-pass' }, 'second.csv');
  expect(file.refused).toEqual([]);
  return file.path;
}

const FORMS: readonly DeliveryFile[] = ['user', 'mutation', 'second-pass'];

async function applied(engine: Engine, run: number): Promise<FullDirectory> {
  await engine.useCases.apply({ run, guards: EVERY_GUARD_RAISED });
  return readDirectory(engine.store.directory);
}

export async function planned(engine: Engine, { type, columns, rows, empty }: AnyImport): Promise<number> {
  const { run } = await planRows(engine.useCases, { type, columns, rows, settings: { emptyRules: empty } });
  return run.id;
}

export async function opened<T>(
  directory: DirectoryNote,
  real: boolean,
  work: (engine: Engine) => Promise<T>,
): Promise<T> {
  const files = real ? createImportFiles() : madeFiles();
  const engine = await openEngine({ directory: directoryOf(directory), files });
  try {
    return await work(engine);
  } finally {
    await engine.close();
  }
}

/** Cells that a row is seldom rejected for, so that there is something to deliver. */
const GOOD: Readonly<Partial<Record<FieldId, fc.Arbitrary<string>>>> = {
  user: fc.constantFrom('A', '12345.a', 'B', 'C', 'NIEUW', 'nieuw', '12345.E'),
  mutationCode: fc.constantFrom('0', '1', '1', '1', '2', '3', '3', '4', '6', ''),
  newUser: fc.constantFrom('A', 'NIEUWER', 'F', '12345.c'),
  description: fc.constantFrom('Een', 'Twee', 'Drie; "vier"'),
  email: fc.constantFrom('a@x.nl', 'A@x.nl', 'c@x.nl'),
  upn: fc.constantFrom('u1@x.nl', 'u2@x.nl', 'u4@x.nl', '', ''),
  person: fc.constantFrom('P1', 'p2', '', ''),
  group: fc.constantFrom('G1', 'g2', 'G3', '', ''),
  groupDescription: fc.constantFrom('', 'Nieuw; één'),
  password: fc.constantFrom('', '', '', 'lang-genoeg-zo'),
  profit: fc.constantFrom('J', 'n', ''),
  outSite: fc.constantFrom('X', 'nee', '', ''),
  siteLanguage: fc.constantFrom('1043', '2057', ''),
};
const ALL = Object.keys(GOOD) as FieldId[];
const OF_MUTATION = ALL.filter((field) => fieldOf(field).availability.mutation !== 'no');

/** Files of which most rows do something; few lack a column, and those keep what it is for. */
const goodImports: fc.Arbitrary<AnyImport> = fc
  .tuple(fc.constantFrom<ImportType>('user', 'user', 'mutation'), fc.subarray(ALL), fc.boolean(), fc.boolean())
  .chain(([type, some, lacks, keeps]) => {
    const all = type === 'user' ? ALL : OF_MUTATION;
    const columns = lacks
      ? all.filter((field) => field === 'user' || field === 'mutationCode' || some.includes(field))
      : all;
    const cells = columns.map((field) => [field, GOOD[field] ?? fc.constant('')] as const);
    return fc.record({
      type: fc.constant(type),
      columns: fc.constant(columns),
      rows: fc.array(fc.record(Object.fromEntries(cells)), { minLength: 1, maxLength: 8 }),
      empty: keeps
        ? fc.constant({ upn: 'keep' as const, email: 'keep' as const, description: 'keep' as const })
        : fc.constant({}),
    });
  });

export const anyImport = fc.oneof({ weight: 4, arbitrary: goodImports }, { weight: 1, arbitrary: imports() });

/** How often each form gave a file, was refused in part, and gave none. */
export interface DeliveryTally {
  whole: number;
  part: number;
  none: number;
}

/**
 * For any directory and any plan, imported into the directory as it was, the delivered file gives exactly the
 * directory that applying the plan gives; where rows were refused, what the plan says of the others.
 */
export async function checkDeliveries(
  numRuns: number,
): Promise<Record<DeliveryFile, DeliveryTally> & { seconds: number }> {
  const none = (): DeliveryTally => ({ whole: 0, part: 0, none: 0 });
  const tally = { user: none(), mutation: none(), 'second-pass': none(), seconds: 0 };
  await fc.assert(
    fc.asyncProperty(directories, anyImport, fc.constantFrom(...FORMS), (directory, given, form) =>
      opened(directory, false, async (engine) => {
        const run = await planned(engine, given);
        const before = await readDirectory(engine.store.directory);
        const file = await deliveredIfAny(engine, { run, as: form });
        expect(await readDirectory(engine.store.directory), 'a delivery changes nothing here').toEqual(before);
        tally[form][file === undefined ? 'none' : file.refused.length > 0 ? 'part' : 'whole']++;
        if (!file) return;
        const second = await secondOf(engine, file);
        const { imported, after } = await opened(directory, true, async (reading) => {
          await importDelivered(reading, file.path, form);
          const once = await readDirectory(reading.store.directory);
          if (second === undefined) return { imported: once, after: once };
          await importDelivered(reading, second, 'second-pass', true);
          return { imported: once, after: await readDirectory(reading.store.directory) };
        });
        const refused = new Set(file.refused.map(({ row }) => row));
        const rows = (await rowsOf(engine, run)).filter(({ row }) => !refused.has(row));
        expect(imported.users).toEqual(replayed(before, rows, TARGET));
        if (refused.size > 0) return;
        await engine.useCases.discard(run);
        const again = await planned(engine, given);
        expect(imported).toEqual(await applied(engine, again));
        if (second === undefined) return;
        const { run: plan } = await engine.useCases.secondPass(again);
        expect(after, 'and so does the file of the second import').toEqual(await applied(engine, plan.id));
        tally.seconds++;
      }),
    ),
    { numRuns },
  );
  return tally;
}

/** How many plans of each kind gave a file. */
export type OtherTally = Record<'act' | 'undo' | 'align', number>;

/** The same of plans that come from no file: acts by hand, the undo of one, and bringing environments in line. */
export async function checkOtherDeliveries(numRuns: number): Promise<OtherTally> {
  const tally: OtherTally = { act: 0, undo: 0, align: 0 };
  await fc.assert(
    fc.asyncProperty(directories, acts, (directory, asked) =>
      opened(directory, false, async (engine) => {
        const { useCases } = engine;
        const check = async (kind: keyof OtherTally, plan: () => Promise<RunAnswer>): Promise<number | undefined> => {
          const made = await plan().catch(unlessNothing);
          if (made && (await isDeliveredAsPlanned(engine, made.run.id))) tally[kind]++;
          return made?.run.id;
        };
        const align = await check('align', () => useCases.align(TARGET));
        if (align !== undefined) await useCases.discard(align);
        const act = await check('act', () => useCases.act({ environment: TARGET, ...asked }));
        if (act === undefined) return;
        // What was delivered is not applied here: the same once more is.
        await useCases.discard(act);
        const { run } = await useCases.act({ environment: TARGET, ...asked });
        await useCases.apply({ run: run.id, guards: EVERY_GUARD_RAISED });
        await check('undo', () => useCases.undo(run.id));
      }),
    ),
    { numRuns },
  );
  return tally;
}

export function unlessNothing(error: unknown): undefined {
  if (error instanceof UserError && error.key.startsWith('plan.nothing')) return undefined;
  throw error;
}

/** Whether there is a file at all; where there is, it does what the rows say that it has. */
async function isDeliveredAsPlanned(engine: Engine, run: number): Promise<boolean> {
  const before = await readDirectory(engine.store.directory);
  const file = await deliveredIfAny(engine, { run });
  expect(await readDirectory(engine.store.directory), 'a delivery changes nothing here').toEqual(before);
  if (!file) return false;
  if (file.as === 'kn-user') throw new Error('a file was asked for');
  const form = file.as;
  const imported = await opened(before, true, async (reading) => {
    await importDelivered(reading, file.path, form);
    return readDirectory(reading.store.directory);
  });
  const refused = new Set(file.refused.map(({ row }) => row));
  const rows = (await rowsOf(engine, run)).filter(({ row }) => !refused.has(row));
  expect(imported.users).toEqual(replayed(before, rows, TARGET));
  return true;
}
