/** What an environment never allows, as a script sets it, tells it, and has it loosened. */
import { expect, it } from 'vitest';
import { settingTexts } from '../../src/presentation/settingTexts.js';
import { DEMO_DIRECTORY, startProgram } from './program.js';

/** Of the demo directory: one that asks for a second person, and one that does not. */
const ASKING = 'O67890AA';
const FREE = 'O12345AA';

const ALL = [
  ...['--protect', 'group:ICT', '--licences', '250', '--freeze', '2026-12-19..2027-01-04', '--freeze-allow', 'creates'],
  ...['--time-zone', 'europe/amsterdam', '--require-reason'],
];

it('is set, told, and taken away', async () => {
  const program = await startProgram(DEMO_DIRECTORY);
  expect(await program.json(['env', 'set', FREE, ...ALL])).toMatchObject({
    protect: 'group:ICT',
    licences: 250,
    freeze: '2026-12-19..2027-01-04',
    freezeAllow: 'creates',
    timeZone: 'Europe/Amsterdam',
    requireReason: true,
  });
  const told = (await program.run(['env', 'list', '--lang', 'nl'])).stdout;
  expect(told).toMatch(/beschermd: group:ICT; nu \d+ gebruikers?$/mu);
  expect(told).toContain('bevroren van 2026-12-19 tot en met 2027-01-04 (Europe/Amsterdam), behalve voor nieuwe');
  await program.run(['env', 'set', FREE, '--unprotect', '--licences', 'none', '--freeze', 'none']);
  expect(await program.json(['env', 'set', FREE, '--time-zone', 'none', '--no-require-reason'])).toMatchObject({
    protect: null,
    licences: null,
    freeze: null,
    freezeAllow: null,
    timeZone: null,
    requireReason: false,
  });
});

it('tells whom a filter protects, and warns where that is nobody', async () => {
  const program = await startProgram(DEMO_DIRECTORY);
  const told = await program.run(['env', 'set', FREE, '--protect', 'group:ICT', '--lang', 'en']);
  expect(told.stdout).toMatch(/^Protected: \d+ users? now\.$/mu);
  const nobody = await program.run(['env', 'set', FREE, '--protect', 'group:ITC', '--lang', 'en', '--json']);
  expect([nobody.status, nobody.stderr]).toEqual([0, expect.stringContaining('finds nobody in O12345AA')]);
});

it('is tightened by one person, and loosened by a plan where a second one is asked for', async () => {
  const program = await startProgram(DEMO_DIRECTORY);
  expect((await program.run(['env', 'set', ASKING, ...ALL])).status).toBe(0);
  const looser = await program.run(['env', 'set', ASKING, '--unprotect', '--json']);
  expect(looser.status).toBe(4);
  expect(JSON.parse(looser.stdout).settings).toEqual({ old: { protect: 'group:ICT' }, new: { protect: null } });
  expect((await program.run(['show', '1', '--lang', 'nl'])).stdout).toContain('Beschermd: group:ICT → geen');
});

it('is told beside its name as what it is, whatever words a filter has', () => {
  const change = {
    old: { protect: null, freezeAllow: null, timeZone: 'Europe/Amsterdam' },
    new: { protect: 'creates', freezeAllow: 'creates', timeZone: null },
  } as const;
  expect(settingTexts('en', { environment: FREE, ...change })).toEqual([
    'Protected: none → creates',
    'Allowed then: none → new users',
    'Time zone: Europe/Amsterdam → time of this machine',
  ]);
});

it.each([
  [['--protect', 'gruppe:ICT'], 'gruppe'],
  [['--protect', ''], '--protect needs a value'],
  [['--protect', 'group:ICT', '--unprotect'], '--unprotect'],
  [['--licences', 'veel'], 'veel'],
  [['--freeze', '19-12-2026..04-01-2027'], '2026-12-19..2027-01-04'],
  [['--freeze', '2027-01-04..2026-12-19'], '2027-01-04..2026-12-19'],
  [['--freeze-allow', 'creates'], '--freeze'],
  [['--freeze', 'NONE', '--freeze-allow', 'creates'], '--freeze-allow'],
  [['--time-zone', 'Europe/Utrecht'], 'Europe/Utrecht'],
])('%j is refused, and says what is asked', async (flags, told) => {
  const program = await startProgram(DEMO_DIRECTORY);
  const refused = await program.run(['env', 'set', FREE, ...flags]);
  expect([refused.status, refused.stderr.toLowerCase()]).toEqual([2, expect.stringContaining(told.toLowerCase())]);
});
