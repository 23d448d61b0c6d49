/** The key that plans the same block where users stay active, on the confirm step and on the result. */
import { expect, it, onTestFinished } from 'vitest';
import type { DirectoryJson } from '../../src/application/directoryJson.js';
import { openEngine, rowsOf } from '../support/engine.js';
import { madeFiles, planRows } from '../support/engineRows.js';
import { openFakeTerminal, type FakeTerminal } from './support/fakeTerminal.js';
import { SMALL_DIRECTORY } from './support/smallDirectory.js';

const LEAVERS = ['AAA', 'BBB'].map((code) => ({
  user: `12345.${code}`,
  mutationCode: '0',
  description: `Naam van ${code}`,
  email: `${code.toLowerCase()}@voorbeeld.nl`,
  upn: `${code.toLowerCase()}@voorbeeld.nl`,
}));

/** A third test environment, in which AAA is too. */
const WIDER: DirectoryJson = {
  ...SMALL_DIRECTORY,
  environments: [
    ...(SMALL_DIRECTORY.environments ?? []),
    { ...SMALL_DIRECTORY.environments![1]!, code: 'T12345AC', name: 'Test drie' },
  ],
  users: [
    ...(SMALL_DIRECTORY.users ?? []),
    { ...SMALL_DIRECTORY.users![0]!, environment: 'T12345AC', groups: [], tokens: [] },
  ],
};

/** On the preview of plan 1, which blocks two users of T12345AA who are in T12345AB too. */
async function begun(directory = SMALL_DIRECTORY): Promise<FakeTerminal> {
  const engine = await openEngine({ directory, files: madeFiles(), onDisk: true });
  onTestFinished(() => engine.close());
  await planRows(engine.useCases, { rows: LEAVERS });
  const terminal = await openFakeTerminal({ directory, engine, atHome: true });
  await terminal.waitFor('Wacht op jou');
  await terminal.press('end', 'enter');
  await terminal.waitFor('12345.BBB');
  return terminal;
}

async function atConfirm(directory?: DirectoryJson): Promise<FakeTerminal> {
  const terminal = await begun(directory);
  await terminal.press('enter');
  await terminal.waitFor('Typ ja');
  return terminal;
}

it('is told with the count, and leads to the preview of the plan there and back', async () => {
  const terminal = await atConfirm();
  expect(terminal.text()).toContain('2 geblokkeerden blijven actief in T12345AB (x: daar ook blokkeren)');
  expect(terminal.text()).toContain('x ook elders blokkeren');
  await terminal.press('x');
  await terminal.waitFor('plan 2');
  expect(terminal.text()).toMatch(/Met de hand → T12345AB \(test\) · plan 2/u);
  expect((await rowsOf(terminal.engine, 2)).map(({ user, outcome }) => [user, outcome])).toEqual([
    ['12345.AAA', 'block'],
    ['12345.BBB', 'block'],
  ]);
  await terminal.press('escape');
  await terminal.waitFor('Typ ja');
  expect(terminal.text()).toContain('plan 1');
  await terminal.press('escape');
  await terminal.waitFor('Wat er wijzigt');
  expect(terminal.text()).toContain('plan 1');
});

it('is text once something is typed, and no key among characters that come at once', async () => {
  const terminal = await atConfirm();
  terminal.look();
  await terminal.burst('xx');
  await terminal.press('x');
  await terminal.waitFor('› xxx');
  expect(await terminal.engine.useCases.runs({})).toHaveLength(1);
});

it('tells which plans were made where there are several', async () => {
  const terminal = await atConfirm(WIDER);
  await terminal.press('x');
  await terminal.waitFor(/2 \(T12345AB\), 3\s+\(T12345AC\)/u);
  expect(terminal.text()).toContain('Typ ja');
  expect((await rowsOf(terminal.engine, 3)).map(({ user }) => user)).toEqual(['12345.AAA']);
});

it('works on the result too', async () => {
  const terminal = await atConfirm();
  terminal.look();
  await terminal.press('j', 'a', 'enter');
  await terminal.waitFor('is uitgevoerd');
  expect(terminal.text()).toContain('2 geblokkeerden blijven actief in T12345AB');
  await terminal.press('x');
  await terminal.waitFor('plan 2');
  await terminal.press('enter');
  await terminal.waitFor('Typ ja');
  terminal.look();
  await terminal.press('j', 'a', 'enter');
  await terminal.waitFor('is uitgevoerd');
  expect(terminal.text()).not.toContain('blijven actief');
  expect((await terminal.engine.useCases.answer(2)).run.status).toBe('applied');
});
