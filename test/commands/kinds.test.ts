/** Rows by their kind of change, over the sample of 5,000 rows: what a reviewer sees, and leaves out as one. */
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { answerOf, runProgram } from '../support/breakProgram.js';
import { temporaryFolder } from '../support/temporaryFolder.js';

const SAMPLE = join(import.meta.dirname, '../../samples/groot');
const folder = temporaryFolder('kinds');
const db = ['--db', join(folder, 'groot.db')];

interface Kind {
  readonly kind: string;
  readonly rows: number;
  readonly outcome: string;
  readonly changes: readonly {
    readonly field: string;
    readonly how: string;
    readonly from?: unknown;
    readonly to?: unknown;
  }[];
  readonly environments: readonly string[];
  readonly example: { readonly row: number; readonly user: string };
}

const kindsOf = async (): Promise<{ readonly kinds: readonly Kind[]; readonly leftOut: readonly Kind[] }> =>
  answerOf(await runProgram(['show', '1', '--by', 'change', '--json', ...db]));

beforeAll(async () => {
  await runProgram(['directory', 'import', join(SAMPLE, 'directory.json'), ...db]);
  const order = [join(SAMPLE, 'personeel.csv'), '--env', 'O24680AA', '--type', 'user'];
  expect(await runProgram(['plan', ...order, ...db])).toMatchObject({ status: 3 });
}, 60_000);

describe('5,000 rows', { timeout: 60_000 }, () => {
  test('are a dozen kinds and five rows that look like no other, the rarest first', async () => {
    const { kinds, leftOut } = await kindsOf();
    expect(leftOut).toEqual([]);
    expect(kinds.filter(({ rows }) => rows === 1)).toHaveLength(5);
    expect(kinds.length).toBeLessThan(20);
    expect(kinds.map(({ rows }) => rows)).toEqual(kinds.map(({ rows }) => rows).toSorted((one, other) => one - other));
    expect(kinds.reduce((sum, { rows }) => sum + rows, 0)).toBe(5000 - 97);
    expect(new Set(kinds.map(({ kind }) => kind)).size).toBe(kinds.length);
    expect(kinds).toContainEqual(
      expect.objectContaining({
        rows: 46,
        outcome: 'update',
        changes: [{ field: 'email', how: 'domain', from: 'oud.example', to: 'groep.example' }],
        environments: ['O24680AA', 'O24680AB'],
      }),
    );
    expect(kinds.at(-1)).toMatchObject({ rows: 4489, outcome: 'unchanged', changes: [], environments: [] });
  });

  test('are a few messages, whatever the number of rows', async () => {
    const { messages } = answerOf<{ messages: readonly unknown[] }>(
      await runProgram(['show', '1', '--by', 'message', '--json', ...db]),
    );
    expect(messages).toMatchObject([
      { code: 'FIELD_CLEARED', level: 'warning', rows: 1 },
      { code: 'FIELD_IGNORED', rows: 9 },
      { code: 'GROUP_IGNORED', rows: 17 },
      { code: 'GROUP_UNKNOWN', level: 'error', rows: 37 },
      { code: 'VALUE_INVALID', level: 'error', rows: 60 },
    ]);
  });

  test('are told in words, in both languages', async () => {
    const dutch = await runProgram(['show', '1', '--by', 'change', '--lang', 'nl', ...db]);
    expect(dutch.stdout).toMatch(/138 +\w+ +E-mail @oud\.example → @groep\.example +O24680AA +Chloë Mulder/u);
    expect(dutch.stdout).toMatch(/1 +\w+ +blokkeren, uit alle groepen/u);
    expect(dutch.stdout).toMatch(/60 +\w+ +nieuw, in INKOOP: Omschrijving, E-mail/u);
    const english = await runProgram(['show', '1', '--by', 'change', '--lang', 'en', ...db]);
    expect(english.stdout).toMatch(/18 +\w+ +Description punctuation and accents alone/u);
  });

  test('a kind is left out as one, and taken back as one', async () => {
    const before = await kindsOf();
    const domain = before.kinds.find(({ rows }) => rows === 138);
    const left = await runProgram(['exclude', '1', '--kind', domain!.kind, '--json', ...db]);
    expect(answerOf(left)).toMatchObject({ summary: { outcomes: { excluded: 138 } } });
    expect(left.stderr).toContain('138 rows left out');
    const after = await kindsOf();
    expect(after.leftOut).toEqual([domain]);
    expect(after.kinds).toEqual(before.kinds.filter(({ kind }) => kind !== domain!.kind));
    const back = await runProgram(['include', '1', '--kind', domain!.kind, '--lang', 'nl', ...db]);
    expect(back.stderr).toContain('138 rijen teruggenomen');
    expect(await kindsOf()).toEqual(before);
  });

  test('rows that were so already are counted, and not all named', async () => {
    const ran = await runProgram(['include', '1', '--where', 'outcome:create', ...db]);
    expect(ran.stderr).toMatch(/In plan 1, row (?:\d+, ){19}\d+ and \d+ more were not left out/u);
  });

  test('are those of all rows: some of them alone are refused', async () => {
    for (const asked of [
      ['--where', 'outcome:block'],
      ['--outcome', 'block'],
      ['--message', 'GROUP_UNKNOWN'],
    ]) {
      const ran = await runProgram(['show', '1', '--by', 'change', ...asked, ...db]);
      expect(ran).toMatchObject({ status: 2 });
      expect(ran.stderr).toContain(`--by`);
    }
  });

  test('a kind that is not there is refused, with those that are', async () => {
    const ran = await runProgram(['exclude', '1', '--kind', 'ffff', '--lang', 'nl', ...db]);
    expect(ran).toMatchObject({ status: 2 });
    expect(ran.stderr).toContain('Plan 1 heeft geen soort ffff');
  });
});
