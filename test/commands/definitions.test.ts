/** Import definitions that take the place of another, and runs that say which one they were planned with. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { DEMO_DIRECTORY, sample, startProgram, type Program } from './program.js';

const FILE = sample('single-sign-on.csv');
const saving = (...more: string[]): string[] => ['definition', 'save', 'HR', '--type', 'user', ...more];

async function exported(program: Program, name: string): Promise<string> {
  return (await program.run(['definition', 'export', name, '-o', '-'])).stdout;
}

it('a definition takes the place of another with --force alone, and both say what differs', async () => {
  const program = await startProgram(DEMO_DIRECTORY);
  expect(await program.json(saving('--skip', 'upn', '--max-blocks', '5'))).toMatchObject({
    name: 'HR',
    replaced: false,
    differences: [],
  });
  const before = await exported(program, 'HR');
  const other = saving('--skip', 'email', '--map', 'user=Login', '--max-blocks', '5');
  const differences = [
    { field: 'skipped', old: ['upn'], new: ['email'] },
    { field: 'mapping.user', old: null, new: { column: 'Login' } },
  ];
  const refused = await program.run([...other, '--json']);
  expect(refused).toMatchObject({ status: 2, stdout: '' });
  expect(JSON.parse(refused.stderr).error).toMatchObject({ code: 'definitions.exists', exit: 2, differences });
  const told = await program.run(other);
  expect(told.stderr).toContain('--force');
  expect(told.stderr).toContain('  mapping.user: - → {"column":"Login"}\n');
  expect(await exported(program, 'HR')).toBe(before);
  const replaced = await program.json([...other, '--force']);
  expect(replaced).toMatchObject({ name: 'HR', replaced: true, differences });
  expect(await exported(program, 'HR')).not.toBe(before);
});

it('the same once more is no replacement, and says so', async () => {
  const program = await startProgram(DEMO_DIRECTORY);
  await program.run(saving('--skip', 'upn'));
  for (const more of [[], ['--force']]) {
    const again = await program.run(saving('--skip', 'upn', ...more));
    expect(again).toEqual({
      status: 0,
      stdout: 'Import definition HR was there already, and says the same.\n',
      stderr: '',
    });
  }
  expect(await program.json(saving('--skip', 'upn'))).toMatchObject({ replaced: false, differences: [] });
});

it('an import of a definition over another needs --force as well', async () => {
  const program = await startProgram(DEMO_DIRECTORY);
  await program.run(saving('--skip', 'upn'));
  await program.run(['definition', 'export', 'HR', '-o', program.path('hr.yaml')]);
  await program.run(saving('--skip', 'email', '--force'));
  const words = ['definition', 'import', program.path('hr.yaml')];
  expect(await program.run(words)).toMatchObject({ status: 2, stdout: '' });
  expect((await program.run([...words, '--force'])).stdout).toBe(
    'Import definition HR replaced. What differs:\n  skipped: ["email"] → ["upn"]\n',
  );
  expect(await exported(program, 'HR')).toBe(await readFile(program.path('hr.yaml'), 'utf8'));
});

it('a run names its definition with the hash of its text, which stays when the definition changes', async () => {
  const program = await startProgram(DEMO_DIRECTORY);
  await program.run(saving('--skip', 'upn'));
  const sha256 = createHash('sha256')
    .update(await exported(program, 'HR'))
    .digest('hex');
  const definition = { name: 'HR', sha256 };
  const words = ['plan', FILE, '--env', 'T12345AA', '--definition', 'hr', '--allow-clear', 'upn'];
  expect(await program.json(words)).toMatchObject({ run: 1, definition });
  await program.run(saving('--skip', 'email', '--force'));
  expect(await program.json(['exclude', '1', '--row', '2'])).toMatchObject({ run: 1, definition });
  expect(await program.json(['plan', '--again', '1'])).toMatchObject({ run: 2, definition });
  expect((await program.json(['history'])).runs).toMatchObject([
    { run: 2, definition },
    { run: 1, definition },
  ]);
  expect((await program.run(['show', '2'])).stdout).toMatch(
    new RegExp(`Definition +HR \\(${sha256.slice(0, 12)}\\)\\n`, 'u'),
  );
  const without = await program.json(['plan', FILE, '--env', 'T12345AA', '--type', 'user']);
  expect(without).toMatchObject({ run: 3, definition: null });
});
