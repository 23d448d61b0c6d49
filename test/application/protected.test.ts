/** Whom an environment protects loses nothing by a plan, whichever way it is made. */
import { describe, expect, test } from 'vitest';
import type { RunAnswer } from '../../src/application/useCases.js';
import type { Message } from '../../src/domain/messages.js';
import type { DirectoryPatch } from '../support/engineDirectory.js';
import { rowsOf, type Engine } from '../support/engine.js';
import { EVERY_GUARD_RAISED, planRows, type MadeImport, type RowTexts } from '../support/engineRows.js';
import { freshEngine } from '../support/engineTest.js';

const PASSWORD = 'Zomer-in-Utrecht-27!';

/** Dora is protected by each of the filters that are tried; Gijs by none of them. */
const DORA = {
  description: 'Dora Directie',
  email: 'dora@voorbeeld.nl',
  upn: 'dora@voorbeeld.nl',
  person: '100001',
  groups: ['HRM'],
  access: ['profit', 'inSite', 'portalAdmin'],
  tokens: ['Pocket / telefoon van Dora'],
} as const;
const COMPANY: DirectoryPatch = {
  users: {
    'T12345AA 12345.DORA': DORA,
    'T12345AA 12345.GIJS': { description: 'Gijs', email: 'gijs@voorbeeld.nl', groups: ['INKOOP'] },
    // Linked to Dora of T12345AA, and in a group that is there alone.
    'T12345AB 12345.DORA': { ...DORA, person: null, groups: ['VERKOOP'], access: ['profit'], tokens: [] },
    'T12345AB 12345.GIJS': { description: 'Gijs', email: 'gijs@voorbeeld.nl' },
  },
};

async function company(protect = 'group:HRM', environment = 'T12345AA', patch: DirectoryPatch = {}): Promise<Engine> {
  const engine = await freshEngine({ ...COMPANY, ...patch, users: { ...COMPANY.users, ...patch.users } });
  await engine.useCases.setEnvironment(environment, { protect, guards: { minAdmins: 0 } });
  return engine;
}

/** What is told of each row: that it is refused for a protected user, and where; or else what it does. */
async function told(engine: Engine, { run }: Pick<RunAnswer, 'run'>): Promise<readonly string[]> {
  const rows = await rowsOf(engine, run.id);
  return rows.map(({ outcome, messages }) => protectedIn(messages) ?? outcome);
}

function protectedIn(messages: readonly Message[]): string | undefined {
  const found = messages.find(({ code }) => code === 'PROTECTED');
  return found && `${found.level} ${found.params['environments']}`;
}

const imported = async (
  engine: Engine,
  rows: readonly RowTexts[],
  given: Partial<MadeImport> = {},
): Promise<RunAnswer> =>
  planRows(engine.useCases, {
    rows,
    settings: { emptyRules: { email: 'keep', upn: 'keep', description: 'keep' } },
    raised: { ...EVERY_GUARD_RAISED },
    ...given,
  });

const rowsAre = async (engine: Engine, ...rows: readonly RowTexts[]): Promise<readonly string[]> =>
  told(engine, await imported(engine, rows));

describe('a row of a file', () => {
  const user = '12345.DORA';
  const refused = 'error T12345AA';
  test.each<[string, RowTexts]>([
    [refused, { mutationCode: '0' }],
    [refused, { mutationCode: '2' }],
    [refused, { mutationCode: '4', newUser: 'DORAN' }],
    [refused, { mutationCode: '4', newUser: '12345.Dora' }],
    [refused, { mutationCode: '5', password: PASSWORD }],
    [refused, { mutationCode: '1', profit: 'N' }],
    [refused, { mutationCode: '3', group: 'NIEUW', password: PASSWORD }],
    ['unchanged', { mutationCode: '6' }],
    ['update', { mutationCode: '1', group: 'INKOOP' }],
    ['update', { mutationCode: '3', group: 'NIEUW', groupDescription: 'Nieuw', outSite: 'J' }],
    ['update', { mutationCode: '1', description: 'Anders', email: 'anders@voorbeeld.nl', upn: 'anders@voorbeeld.nl' }],
  ])('%s: %j', async (outcome, row) => {
    const engine = await company();
    expect(await rowsAre(engine, { user, ...row }, { ...row, user: '12345.GIJS', upn: '' })).toEqual([
      outcome,
      expect.not.stringContaining('error'),
    ]);
  });
});
