/** The database finds the rows that a filter means: the same ones as in memory, over any plan and any terms. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readRowFilter } from '../../src/application/readFilter.js';
import type { PlannedSource } from '../../src/application/ports/planStore.js';
import { accessToFlags, EVERYONE, flagsToAccess } from '../../src/domain/directory.js';
import type { FilteredUser } from '../../src/domain/filter/matchUser.js';
import { matchesRow } from '../../src/domain/filter/matchRow.js';
import { OF_ROWS } from '../../src/domain/filter/rowFilterFields.js';
import { OUTCOME_NAMES } from '../../src/domain/filter/rowWords.js';
import { OUTCOMES } from '../../src/domain/outcomes.js';
import type { RowTerm } from '../../src/domain/rowTerms.js';
import { caseKey } from '../../src/domain/sourceRow.js';
import { translate } from '../../src/language/index.js';
import { kindNumber } from '../../src/store/plans/kindNumber.js';
import { searchTextOf } from '../../src/domain/text/rowText.js';
import { directories, imports, TARGET } from '../support/engineArbitraries.js';
import { directoryOf, readDirectory, tokensOf, type FullDirectory } from '../support/engineDirectory.js';
import { openEngine, type Engine } from '../support/engine.js';
import { EVERY_GUARD_RAISED, madeFiles, planRows, type RowTexts } from '../support/engineRows.js';
import { PostgresServer } from '../support/postgres.js';

const NOBODY: Omit<FilteredUser, 'user'> = {
  environment: TARGET,
  description: '',
  email: '',
  upn: '',
  person: null,
  groups: [],
  blocked: false,
  system: false,
  leftover: false,
  tokens: [],
  siteLanguage: '',
  access: flagsToAccess(0),
};

/** The user of a row in a directory; nobody has nothing. */
function userIn({ users }: FullDirectory, code: string): FilteredUser {
  const [key, found] =
    Object.entries(users).find(([one]) => caseKey(one) === caseKey(`${TARGET} ${code}`)) ??
    ([undefined, undefined] as const);
  if (!found || key === undefined) return { ...NOBODY, user: '' };
  return {
    ...NOBODY,
    ...found,
    user: key.slice(TARGET.length + 1),
    access: flagsToAccess(accessToFlags(Object.fromEntries(found.access.map((field) => [field, true])))),
    tokens: tokensOf(found),
  };
}

const VALUES = [
  ...['', '*', 'ja', 'nee', '2', '2-3', '1', '0', '*A*', '12345.A', 'A', 'b', 'C', 'd@x', 'NIEUW', EVERYONE],
  ...[
    'Een',
    'ee',
    'Drie',
    'a@x.nl',
    '@x',
    'u1@x.nl',
    'u',
    'P1',
    'G1',
    'g3',
    'G*',
    '1043',
    '%',
    '_',
    "'",
    '"',
    '\\',
    'é',
    'Ж',
  ],
  ...['update', 'wijzigen', 'create', 'block', 'rejected', 'afgekeurd', 'excluded', 'unchanged', '*block*'],
  ...[
    'FIELD_CLEARED',
    'UPN_*',
    'error',
    'waarschuwing',
    'notice',
    'email',
    'UPN',
    'group',
    'blocked',
    'outSite',
    'user',
  ],
  ...[TARGET, 'T12345AB', 'O12345AA', 'pocket', 'a', 'f', '0123'],
] as const;

const term: fc.Arbitrary<RowTerm> = fc
  .constantFrom(null, 'field', 'from', 'to', ...OF_ROWS.fields.map(({ id }) => id))
  .chain((field): fc.Arbitrary<RowTerm> => {
    const yesNo = field !== null && OF_ROWS.isYesNo(field);
    return fc.record({
      field: fc.constant(field),
      operator:
        field === null
          ? fc.constant('contains' as const)
          : yesNo
            ? fc.constant('is' as const)
            : fc.constantFrom('is' as const, 'contains' as const),
      value: yesNo ? fc.constantFrom('ja', 'N') : fc.constantFrom(...VALUES),
      negated: fc.boolean(),
    });
  })
  .filter(({ operator, value }) => operator === 'is' || value !== '');

const filters = fc.array(fc.array(term, { minLength: 1, maxLength: 3 }), { minLength: 40, maxLength: 40 });

/** No renames: the directory afterwards is asked for the user as planned, by the code of the row. */
const files = imports({ type: 'user' }).map((file) => ({
  ...file,
  rows: file.rows.map((row): RowTexts => ({ ...row, ...(row.mutationCode === '4' && { mutationCode: '1' }) })),
}));

async function compared(
  engine: Engine,
  applied: Engine,
  file: typeof files extends fc.Arbitrary<infer F> ? F : never,
  wanted: readonly (readonly RowTerm[])[],
): Promise<void> {
  const given = { rows: file.rows, columns: file.columns, settings: { emptyRules: file.empty } };
  const before = await readDirectory(engine.store.directory);
  const { run } = await planRows(engine.useCases, given);
  if (run.file.rows > 2) await engine.useCases.exclude(run.id, { out: [3] });
  const other = await planRows(applied.useCases, given);
  if (run.file.rows > 2) await applied.useCases.exclude(other.run.id, { out: [3] });
  await applied.useCases.apply({ run: other.run.id, guards: EVERY_GUARD_RAISED });
  const after = await readDirectory(applied.store.directory);
  const sources: PlannedSource[] = [];
  for await (const chunk of engine.useCases.sources(run.id, {})) sources.push(...chunk);
  for (const terms of wanted) {
    const meant = sources.filter(({ planned, source }) => {
      const user = userIn(planned.planUser === null ? before : after, planned.user);
      const number = kindNumber(planned, TARGET);
      const kind = number === null ? '' : number.toString(16).padStart(12, '0');
      return matchesRow(
        { terms },
        { planned, target: TARGET, kind, text: searchTextOf(planned, source), user },
        '12345',
      );
    });
    const found = await engine.useCases.rowNumbers(run.id, { where: { terms } });
    expect({ terms, found: [...found] }).toEqual({ terms, found: meant.map(({ planned }) => planned.row) });
  }
}

const COUNTED = [
  ['row:', 0],
  ['row:2-3', 2],
  ['from:Een to:Twee', 1],
  ['to:tw*', 1],
  ['field:email to~@x', 1],
  ['-from:een', 2],
] as const;

/** How many rows a filter finds of a plan of three. */
async function countFound(text: string, path?: string): Promise<number> {
  const users = { 'T12345AA 12345.A': { description: 'Een', email: '' }, 'T12345AA 12345.B': { email: 'b@x.nl' } };
  const engine = await openEngine({
    directory: directoryOf({ environments: { T12345AA: {} }, users }),
    files: madeFiles(),
    ...(path !== undefined && { path }),
  });
  try {
    const row = { mutationCode: '1', description: 'Een', email: 'b@x.nl' };
    const rows = [
      { ...row, user: 'A', description: 'Twee' },
      { ...row, user: 'B' },
      { ...row, user: 'NIEMAND', mutationCode: '6' },
    ];
    const { run } = await planRows(engine.useCases, { rows });
    return await engine.useCases.countRows(run.id, { where: readRowFilter(text) });
  } finally {
    await engine.close();
  }
}

test.each(COUNTED)('as many as it means: %s', async (text, count) => {
  expect(await countFound(text)).toBe(count);
});

test('the same rows as in memory', async () => {
  await fc.assert(
    fc.asyncProperty(directories, files, filters, async (note, file, wanted) => {
      const engines = [0, 1].map(() => openEngine({ directory: directoryOf(note), files: madeFiles() }));
      const [engine, applied] = await Promise.all(engines);
      try {
        await compared(engine!, applied!, file, wanted);
      } finally {
        await engine?.close();
        await applied?.close();
      }
    }),
    { numRuns: Number(process.env['RUNS'] ?? 30) },
  );
});

describe('on PostgreSQL', () => {
  let server: PostgresServer | undefined;
  beforeAll(async () => {
    server = await PostgresServer.start();
  }, 60_000);
  afterAll(() => server?.remove());

  test.each(COUNTED)('as many as it means: %s', async (text, count) => {
    expect(await countFound(text, await server?.createEmpty())).toBe(count);
  });

  test('the same rows', async () => {
    await fc.assert(
      fc.asyncProperty(directories, files, filters, async (note, file, wanted) => {
        const path = (await server?.createEmpty()) ?? '';
        const engine = await openEngine({ directory: directoryOf(note), files: madeFiles(), path });
        const applied = await openEngine({ directory: directoryOf(note), files: madeFiles() });
        try {
          await compared(engine, applied, file, wanted);
        } finally {
          await engine.close();
          await applied.close();
        }
      }),
      { numRuns: 4 },
    );
  });
});

test('outcomes are called in a filter what people are told they are', () => {
  for (const outcome of OUTCOMES)
    expect(OUTCOME_NAMES[outcome]).toEqual([
      translate('nl', `outcome.${outcome}`),
      translate('en', `outcome.${outcome}`),
    ]);
});
