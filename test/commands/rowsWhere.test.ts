/** A filter over the rows of a plan, by command: what is shown, left out, taken back and reported is what it finds. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { answerOf, runProgram } from '../support/breakProgram.js';
import { temporaryFolder } from '../support/temporaryFolder.js';

const SAMPLE = join(import.meta.dirname, '../../samples/groot');
const folder = temporaryFolder('where');
const db = ['--db', join(folder, 'groot.db')];

interface Row {
  readonly row: number;
  readonly user: string;
  readonly outcome: string;
  readonly changes: readonly {
    readonly environment: string;
    readonly field: string;
    readonly from: unknown;
    readonly to: unknown;
  }[];
  readonly messages: readonly { readonly code: string }[];
}

const found = async (where: string): Promise<Row[]> => {
  const { stdout, status, stderr } = await runProgram(['show', '1', '--rows', '--where', where, '--json', ...db]);
  expect(status, stderr).toBe(0);
  return stdout === ''
    ? []
    : stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Row);
};

let all: Row[];

beforeAll(async () => {
  await runProgram(['directory', 'import', join(SAMPLE, 'directory.json'), ...db]);
  const order = [join(SAMPLE, 'personeel.csv'), '--env', 'O24680AA', '--type', 'user'];
  expect(await runProgram(['plan', ...order, ...db])).toMatchObject({ status: 3 });
  const { stdout } = await runProgram(['show', '1', '--rows', '--json', ...db]);
  all = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row);
}, 60_000);

const changes = (row: Row, is: (change: Row['changes'][number]) => boolean): boolean => row.changes.some(is);

describe('a filter finds', { timeout: 60_000 }, () => {
  test.each<[string, (row: Row) => boolean]>([
    ['outcome:block', ({ outcome }) => outcome === 'block'],
    ['uitkomst:blokkeren', ({ outcome }) => outcome === 'block'],
    ['outcome:rejected message:GROUP_UNKNOWN', ({ messages }) => messages.some(({ code }) => code === 'GROUP_UNKNOWN')],
    ['field:upn', (row) => row.outcome !== 'create' && changes(row, ({ field }) => field === 'upn')],
    ['field:email to~@groep from~@oud', (row) => changes(row, ({ from }) => String(from).endsWith('@oud.example'))],
    ['field:description from~@oud', () => false],
    ['env:O24680AB', (row) => changes(row, ({ environment }) => environment === 'O24680AB')],
    ['row:2-9,12', ({ row }) => (row >= 2 && row <= 9) || row === 12],
    [
      '-outcome:unchanged -outcome:rejected -field:email',
      (row) => !['unchanged', 'rejected'].includes(row.outcome) && !changes(row, ({ field }) => field === 'email'),
    ],
    ['level:fout', ({ outcome }) => outcome === 'rejected'],
  ])('%s', async (where, meant) => {
    expect((await found(where)).map(({ row }) => row)).toEqual(all.filter(meant).map(({ row }) => row));
  });

  test('the user as planned: in the groups that the row gives, under the address that it gets', async () => {
    expect((await found('groep:INKOOP outcome:create')).length).toBe(60);
    expect((await found('group:PZ outcome:block')).length).toBeLessThan((await found('outcome:block')).length);
    expect(await found('email~@oud.')).toEqual([]);
  });

  test('what kinds are called', async () => {
    const { kinds } = answerOf<{ kinds: { kind: string; rows: number }[] }>(
      await runProgram(['show', '1', '--by', 'change', '--json', ...db]),
    );
    for (const { kind, rows } of kinds.slice(0, 3)) expect(await found(`kind:${kind}`)).toHaveLength(rows);
  });
});

describe('by a filter', { timeout: 60_000 }, () => {
  test('rows are left out, and taken back', async () => {
    const out = await runProgram(['exclude', '1', '--where', 'field:siteLanguage to:2057', '--json', ...db]);
    expect(answerOf(out)).toMatchObject({ summary: { outcomes: { excluded: 9 } } });
    // What is left out changes nothing any more, which is what this asks.
    const none = await runProgram(['include', '1', '--where', 'field:siteLanguage to:2057', ...db]);
    expect(none.stderr).toContain('outcome:excluded');
    const back = await runProgram(['include', '1', '--where', 'outcome:excluded', '--json', ...db]);
    expect(answerOf(back)).toMatchObject({ summary: { outcomes: { excluded: 0 } } });
  });

  test('nothing that it finds is nothing that changes', async () => {
    const ran = await runProgram(['exclude', '1', '--where', 'user:NIEMAND', '--lang', 'nl', '--json', ...db]);
    expect(ran.status).toBe(3);
    expect(answerOf(ran)).toMatchObject({ summary: { outcomes: { excluded: 0 } } });
    expect(ran.stderr).toContain('De filter vindt geen rij van plan 1');
  });

  test('a report and the rejected rows are of what it finds', async () => {
    const report = join(folder, 'deel.csv');
    await runProgram(['report', '1', '-o', report, '--where', 'outcome:block', ...db]);
    expect((await readFile(report, 'utf8')).trim().split('\n')).toHaveLength(1 + 9);
    const rejected = await runProgram(['rejected', '1', '-o', '-', '--where', 'message:GROUP_UNKNOWN', ...db]);
    expect(rejected.stdout.trim().split('\n')).toHaveLength(1 + 37);
    const html = await runProgram([
      'report',
      '1',
      '-o',
      '-',
      '--as',
      'html',
      '--where',
      'outcome:block',
      '--lang',
      'en',
      ...db,
    ]);
    expect(html.stdout).toContain('Block: 9');
  });

  test.each([
    ['afdeling:HRM', /afdeling:HRM[^]*row, outcome, code, message, level, kind, field, from, to, env/u],
    ['field~', /field~/u],
    ['"open', /open/u],
  ])('%j is refused with the term and the fields', async (where, told) => {
    const ran = await runProgram(['show', '1', '--rows', '--where', where, ...db]);
    expect(ran.status).toBe(2);
    expect(ran.stderr).toMatch(told);
  });

  test.each([
    "user:'; drop table users --",
    '%',
    '_',
    '*',
    '"a b"',
    'x'.repeat(10_000),
    'to:"10%"',
    'kind:ffffffffffff',
  ])('hostile: %j', async (where) => {
    expect(await found(where)).toBeInstanceOf(Array);
  });
});
