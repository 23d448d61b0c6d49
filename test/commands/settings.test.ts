/** Loosening an environment that asks for a second person, as a script runs it. */
import { expect, it } from 'vitest';
import { DEMO_DIRECTORY, sample, startProgram, type Program } from './program.js';

/** Of the demo directory, the one that asks for a second person. */
const ASKING = 'O67890AA';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- what it holds is what the tests look at
async function environment(program: Program, code = ASKING): Promise<any> {
  const { environments } = await program.json(['directory', 'export']);
  return environments.find((one: { code: string }) => one.code === code);
}

it('one person does not switch approval off, apply, and switch it on again', async () => {
  const program = await startProgram(DEMO_DIRECTORY);
  await program.run(['plan', sample('goedkeuring.csv'), '--env', ASKING, '--type', 'user']);
  const off = await program.run(['env', 'set', ASKING, '--approval', 'none', '--name', 'Anders', '--json']);
  expect(off.status).toBe(4);
  expect(off.stderr).toMatch(/O67890AA asks for a second person.*plan 2.*instroom.* approve 2.*instroom.* apply 2/u);
  expect(JSON.parse(off.stdout)).toMatchObject({
    run: 2,
    kind: 'settings',
    status: 'planned',
    type: null,
    file: null,
    environment: ASKING,
    approvalNeeded: true,
    settings: {
      old: { approval: 'second-person', name: 'Productie zorggroep' },
      new: { approval: 'none', name: 'Anders' },
    },
  });
  expect((await program.run(['apply', '1'])).status).toBe(4);
  expect((await program.run(['apply', '2'])).status).toBe(4);
  expect(await environment(program)).toMatchObject({ approval: 'second-person', name: 'Productie zorggroep' });
});

it('an environment that asks for a second person is not removed by one', async () => {
  const program = await startProgram(DEMO_DIRECTORY);
  expect((await program.run(['env', 'remove', ASKING])).status).toBe(2);
  const removed = await program.run(['env', 'remove', ASKING, '--yes', '--lang', 'nl']);
  expect(removed).toMatchObject({ status: 4, stdout: '' });
  expect(removed.stderr).toContain('Er is nog niets gewijzigd: O67890AA vraagt om een tweede persoon');
  expect(await environment(program)).toMatchObject({ deleted: false });
  expect((await program.run(['leftover', 'list', '--json'])).stdout).not.toContain(ASKING);
});

it('neither the users of such an environment nor its approval are changed by an import of the directory', async () => {
  const program = await startProgram(DEMO_DIRECTORY);
  const { users } = await program.json(['directory', 'export']);
  const [user] = users.filter((one: { environment: string }) => one.environment === ASKING);
  const before = await program.run(['directory', 'export']);
  const own = JSON.stringify({ users: [{ ...user, email: 'jan@elders.nl', upn: 'jan@elders.nl' }] });
  expect((await program.run(['directory', 'import', '-'], { stdin: own })).status).toBe(4);
  const off = JSON.stringify({ environments: [{ code: ASKING, approval: 'none' }] });
  expect((await program.run(['directory', 'import', '-'], { stdin: off })).status).not.toBe(0);
  expect((await program.run(['directory', 'export'])).stdout).toBe(before.stdout);
});

it('raises a limit as a plan and lowers it at once', async () => {
  const program = await startProgram(DEMO_DIRECTORY);
  expect((await program.run(['env', 'set', ASKING, '--max-blocks', '5%'])).status).toBe(0);
  expect(await program.json(['env', 'set', ASKING, '--max-blocks', '100%'])).toMatchObject({
    settings: { old: { guards: { maxBlocks: '5%' } }, new: { guards: { maxBlocks: '100%' } } },
  });
  expect((await program.run(['env', 'set', 'O12345AA', '--max-blocks', '100%'])).status).toBe(0);
});

it('shows it in both languages, and says that it has no rows', async () => {
  const program = await startProgram(DEMO_DIRECTORY);
  await program.run(['env', 'set', ASKING, '--approval', 'none', '--max-blocks', '90%']);
  const dutch = await program.run(['show', '1', '--lang', 'nl']);
  expect(dutch.stdout).toContain('Goedkeuring: tweede persoon → geen');
  expect(dutch.stdout).toContain('Gebruikers die worden geblokkeerd: standaard → 90%');
  const english = await program.run(['show', '1']);
  expect(english.stdout).toContain('Approval: second person → none');
  expect(english.stdout).not.toContain('--rows');
  expect((await program.run(['history'])).stdout).toContain('settings: ');
  for (const words of [
    ['show', '1', '--rows'],
    ['rejected', '1', '-o', program.path('rows.csv')],
    ['report', '1', '-o', program.path('report.csv')],
    ['tokens', '1'],
    ['exclude', '1', '--row', '2'],
    ['plan', '--again', '1'],
  ]) {
    const ran = await program.run(words);
    expect(ran.status, words.join(' ')).toBe(2);
    expect(ran.stderr, words.join(' ')).toContain('Run 1 changes settings of O67890AA, and has no rows.');
  }
  expect((await program.run(['discard', '1'])).status).toBe(0);
});
