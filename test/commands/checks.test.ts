/** Checks of a definition, by command: tried, planned, stopped and accepted. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { answerOf, runProgram } from '../support/breakProgram.js';
import { temporaryFolder } from '../support/temporaryFolder.js';

const SAMPLE = join(import.meta.dirname, '../../samples/groot');
const FILE = join(SAMPLE, 'personeel.csv');
const folder = temporaryFolder('checks');
const db = ['--db', join(folder, 'groot.db')];

interface Tested {
  readonly rows: number;
  readonly checks: readonly {
    readonly name: string;
    readonly rows: number;
    readonly matches: readonly { readonly row: number | null; readonly user: string }[];
  }[];
}

/** Filters that match the same rows while they are planned and in the plan: no user of this file has two rows. */
const ASKED: Readonly<Record<string, string>> = {
  domein: 'field:email to~@groep from~@oud',
  blokkades: 'uitkomst:blokkeren -groep:FINANCE',
  'wie er was': 'group:hrm omschrijving~a -field:email',
  'bea in alles': 'bakker',
  omgeving: 'env:O24680AB field:email',
  fouten: 'level:error code:1',
  "aanhaling ' en %": '-blocked:ja -outcome:unchanged',
};

const definition = (name: string, checks: readonly object[]): string => {
  const path = join(folder, `${name}.yaml`);
  writeFileSync(path, JSON.stringify({ name, type: 'user', checks }));
  return path;
};

beforeAll(async () => {
  await runProgram(['directory', 'import', join(SAMPLE, 'directory.json'), ...db]);
}, 60_000);

describe('checks', { timeout: 60_000 }, () => {
  test('are tried on a file, and match what a filter over its plan finds; nothing of it is kept', async () => {
    const checks = Object.entries(ASKED).map(([name, where]) => ({ name, where, then: 'warning' }));
    expect(await runProgram(['definition', 'import', definition('Proef', checks), ...db])).toMatchObject({ status: 0 });
    const order = ['definition', 'test', 'Proef', FILE, '--env', 'O24680AA', ...db];
    const tested = answerOf<Tested>(await runProgram([...order, '--json']));
    expect(tested.rows).toBe(5000);
    expect((await runProgram(order)).stdout).toContain('blokkades');
    expect(answerOf<{ runs: unknown[] }>(await runProgram(['history', '--json', ...db])).runs).toEqual([]);

    expect(await runProgram(['plan', FILE, '--env', 'O24680AA', '--type', 'user', ...db])).toMatchObject({ status: 3 });
    for (const { name, rows, matches } of tested.checks) {
      const where = ASKED[name] ?? '';
      const { stdout } = await runProgram(['show', '1', '--rows', '--where', where, '--json', ...db]);
      const found = stdout.split('\n').filter((line) => line !== '');
      expect([where, rows], where).toEqual([where, found.length]);
      expect(rows, where).toBeGreaterThan(0);
      const numbers = found.map((line) => (JSON.parse(line) as { row: number }).row);
      expect(matches.map(({ row }) => row)).toEqual(numbers.slice(0, 1000));
    }
  });

  test('that are guards stop an import until they are accepted by name, and are told by it', async () => {
    const path = definition('Streng', [{ name: 'Geen blokkades', where: 'outcome:block', then: 'guard' }]);
    await runProgram(['definition', 'import', path, ...db]);
    const order = ['plan', FILE, '--env', 'O24680AA', '--definition', 'Streng', ...db];
    const run = answerOf<{ run: number; guards: readonly Record<string, unknown>[] }>(
      await runProgram([...order, '--json'], {}),
    );
    expect(run.guards).toContainEqual(
      expect.objectContaining({ guard: 'check', check: 'Geen blokkades', allowed: 0, tripped: true }),
    );
    const { stdout } = await runProgram(['show', String(run.run), '--lang', 'en', ...db]);
    expect(stdout).toContain('Rows for which check Geen blokkades holds');
    expect(stdout.replaceAll(/\s+/gu, ' ')).toContain("--accept-check 'Geen blokkades'");
    const wrong = await runProgram([...order, '--accept-check', 'Geen blokade']);
    expect(wrong).toMatchObject({ status: 2 });
    expect(wrong.stderr).toContain('Geen blokkades');
    const accepted = answerOf<typeof run>(await runProgram([...order, '--accept-check', 'geen BLOKKADES', '--json']));
    expect(accepted.guards.find(({ guard }) => guard === 'check')).toMatchObject({ limit: 'accepted', tripped: false });
  });

  test.each([
    [[{ name: 'A', where: 'grop:HRM', then: 'warning' }], 'grop:HRM'],
    [[{ name: 'A', where: '', then: 'warning' }], 'checks.A.where'],
    [[{ name: 'A', where: 'kind:7f3a', then: 'warning' }], 'kind'],
    [[{ name: 'A', where: 'token:ja', then: 'guard' }], 'token'],
    [[{ name: 'A', where: 'user:x', then: 'warn' }], 'warning, reject, guard, second-person'],
    [[{ name: 'A', where: 'user:x', then: 'guard', level: 'error' }], 'level'],
    [
      [
        { name: 'Eén', where: 'user:x', then: 'guard' },
        { name: 'EÉN', where: 'user:y', then: 'guard' },
      ],
      'EÉN',
    ],
  ])('%j are refused where they stand', async (checks, named) => {
    const { status, stderr } = await runProgram(['definition', 'import', definition('Fout', checks), ...db]);
    expect(status).toBe(2);
    expect(stderr).toContain(named);
    expect(stderr).toMatch(/regel \d|line \d/u);
  });

  test('go along when a definition is shown, exported and read again', async () => {
    const shown = await runProgram(['definition', 'show', 'Streng', '--json', ...db]);
    expect(answerOf<{ checks: unknown }>(shown).checks).toEqual([
      { name: 'Geen blokkades', where: 'outcome:block', then: 'guard' },
    ]);
    const path = join(folder, 'uit.yaml');
    await runProgram(['definition', 'export', 'Streng', '-o', path, ...db]);
    const read = answerOf<{ replaced: boolean; differences: unknown[] }>(
      await runProgram(['definition', 'import', path, '--json', ...db]),
    );
    expect(read).toMatchObject({ replaced: false, differences: [] });
  });

  test('there have to be, to be tried', async () => {
    await runProgram(['definition', 'import', definition('Zonder', []), ...db]);
    const { status } = await runProgram(['definition', 'test', 'Zonder', FILE, '--env', 'O24680AA', ...db]);
    expect(status).toBe(2);
  });
});
