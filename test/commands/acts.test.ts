/** Acts on users at the command line: planned or applied, what they answer, and what is refused. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { runLine, type Ended, type Typing } from '../support/commandLine.js';
import { openEngine, type Engine } from '../support/engine.js';
import { directoryOf, readDirectory, type UserNote } from '../support/engineDirectory.js';

const DIRECTORY = directoryOf({
  environments: { T12345AA: {}, T12345AB: {}, O12345AA: { approval: 'second-person' } },
  persons: { T12345AA: ['100001', '100002'], O12345AA: ['100001'] },
  groups: { 'T12345AA HRM': '', 'T12345AA FIN': '', 'O12345AA HRM': '' },
  users: {
    'T12345AA 12345.BBA': {
      ...{ description: 'Bea Bakker', email: 'bea@voorbeeld.nl', upn: 'bea@voorbeeld.nl' },
      ...{ person: '100001', groups: ['HRM'], tokens: ['Pocket / iPad'] },
    },
    'T12345AB 12345.BBA': { description: 'Bea Bakker', email: 'bea@voorbeeld.nl', upn: 'bea@voorbeeld.nl' },
    'T12345AA 12345.JBO': { description: 'Jan Bos', email: 'jan@voorbeeld.nl', blocked: true },
    'T12345AB 12345.OLG': { description: 'Olga Abels', email: 'olga@voorbeeld.nl' },
    'T12345AA 12345.SYS': { description: 'Koppeling', system: true },
    'O12345AA 12345.BBA': { description: 'Bea Bakker', groups: ['HRM'] },
    ...Object.fromEntries(
      Array.from({ length: 12 }, (_, at) => [`T12345AA 12345.U${at}`, { description: `Nr ${at}`, groups: ['FIN'] }]),
    ),
  },
});
const BEA = 'T12345AA 12345.BBA';

let engine: Engine;
beforeEach(async () => {
  engine = await openEngine({ directory: DIRECTORY });
  onTestFinished(() => engine.close());
});

const run = (words: string, typing?: Typing): Promise<Ended> => runLine(engine, words.split(' '), typing);

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- what it holds is what the tests look at
async function json(words: string, typing?: Typing): Promise<any> {
  const { stdout, stderr } = await run(`${words} --json`, typing);
  expect(stderr).toBe('');
  return JSON.parse(stdout);
}

const user = async (code: string): Promise<UserNote | undefined> =>
  (await readDirectory(engine.store.directory)).users[code];

describe('an act', () => {
  it('is a plan, told as plan tells it, and applied with --yes', async () => {
    const planned = await run('user block BBA --env T12345AA');
    expect(planned.status).toBe(0);
    expect(planned.stdout).toContain('Plan 1 · planned');
    expect(planned.stdout).toContain('block (by hand): 12345.BBA');
    expect(planned.stdout).toContain('apply 1');
    expect(await user(BEA)).toMatchObject({ blocked: false, groups: ['HRM'] });
    expect(await json('user block BBA --env T12345AA --yes')).toMatchObject({ run: 2, status: 'applied' });
    expect(await user(BEA)).toMatchObject({ blocked: true, groups: [], upn: 'bea@voorbeeld.nl' });
  });

  it.each([
    ['user add NEW --env T12345AA description=Nieuw --group HRM profit=nee', 'create', { groups: ['HRM'] }],
    ['user add OLG --env T12345AA', 'create', { description: 'Olga Abels', email: 'olga@voorbeeld.nl' }],
    ['user set BBA --env T12345AA E-mail=b@voorbeeld.nl Persoon=', 'update', { email: 'b@voorbeeld.nl', person: null }],
    ['user set BBA --env T12345AA siteLanguage=2057', 'update', { siteLanguage: '2057', email: 'bea@voorbeeld.nl' }],
    ['user block BBA --env T12345AA --keep-groups', 'block', { blocked: true, groups: ['HRM'] }],
    ['user unblock JBO --env T12345AA', 'unblock', { blocked: false }],
    ['user rename BBA BEA --env T12345AA', 'rename', { tokens: [] }],
    ['user join BBA FIN --env T12345AA', 'update', { groups: ['FIN', 'HRM'] }],
    ['user leave BBA HRM --env T12345AA', 'update', { groups: [] }],
    ['user link BBA 100002 --env T12345AA', 'update', { person: '100002' }],
    ['user accept BBA ja --env T12345AA', 'update', { access: ['profit', 'inSite', 'accept'] }],
    ['user merge OLG BBA --env T12345AB', 'delete', undefined],
    ['user delete JBO --env T12345AA', 'delete', undefined],
    ['user add-system BOT --env T12345AA description=Robot', 'create', { system: true, access: [] }],
    ['user make-ordinary SYS --person 100002 --env T12345AA', 'update', { system: false, person: '100002' }],
    ['user block SYS --env T12345AA --system', 'block', { blocked: true, system: true }],
  ])('%s', async (words, outcome, after) => {
    const answer = await json(`${words} --yes`);
    expect(answer).toMatchObject({ kind: 'hand', type: null, file: null, status: 'applied' });
    expect(answer.summary.outcomes).toMatchObject({ [outcome]: 1, rejected: 0 });
    const [, act, code] = words.split(' ');
    expect(answer.act).toMatchObject({ act, user: `12345.${code}`, system: words.includes('--system') });
    const environment = words.replace(/^.*--env (\S+).*$/u, '$1');
    const now = `${environment} 12345.${words.startsWith('user rename') ? 'BEA' : code}`;
    if (after) expect(await user(now)).toMatchObject(after);
    else expect(await user(now)).toBeUndefined();
  });

  it('of all users that a filter finds is one plan, a row each', async () => {
    const planned = await json('user join --where group:FIN HRM --env T12345AA');
    expect(planned.summary.outcomes.update).toBe(12);
    expect(planned.act).toEqual({
      act: 'join',
      user: null,
      groups: ['HRM'],
      into: null,
      system: false,
      keepGroups: false,
    });
    const rows = (await run('show 1 --rows --json')).stdout.trimEnd().split('\n');
    expect(rows).toHaveLength(12);
    // A term that is turned round is a value, and no flag.
    const rest = await runLine(engine, [
      ...'user block --env T12345AA --json --where'.split(' '),
      '-group:FIN blocked:no',
    ]);
    expect(JSON.parse(rest.stdout).summary.outcomes).toMatchObject({ block: 1 });
  });

  it('tells who is removed, and from where', async () => {
    await run('user delete JBO --env T12345AA');
    const row = JSON.parse((await run('show 1 --rows --json')).stdout);
    expect(row).toMatchObject({ row: 1, user: '12345.JBO', outcome: 'delete' });
    expect(row.changes).toContainEqual({
      environment: 'T12345AA',
      user: '12345.JBO',
      field: 'user',
      from: '12345.JBO',
      to: null,
    });
    expect((await run('show 1 --rows')).stdout).toContain('User: 12345.JBO → (removed)');
    expect((await run('show 1 --lang nl')).stdout).toContain('verwijderen (met de hand): 12345.JBO');
    expect((await run('history --lang nl')).stdout).toContain('verwijderen (met de');
  });
});

describe('rejected rows', () => {
  it.each([
    ['user add BBA --env T12345AA description=Bea', 'USER_EXISTS'],
    ['user block NOBODY --env T12345AA', 'USER_UNKNOWN'],
    ['user block SYS --env T12345AA', 'SYSTEM_USER'],
    ['user leave BBA FIN --env T12345AA', 'NOT_IN_GROUP'],
    ['user leave BBA Iedereen --env T12345AA', 'GROUP_EVERYONE'],
    ['user join BBA NOPE --env T12345AA', 'GROUP_UNKNOWN'],
    ['user make-ordinary BBA --person 100001 --env T12345AA', 'NOT_SYSTEM'],
    ['user merge BBA bba --env T12345AA', 'MERGE_SELF'],
    ['user delete BBA --env T12345AA', 'USER_IN_USE'],
    ['user set BBA --env T12345AA email=nee', 'EMAIL_INVALID'],
    ['user link BBA 999 --env T12345AA', 'PERSON_UNKNOWN'],
    ['user add-system BOT --env T12345AA', 'DESCRIPTION_MISSING'],
  ])('%s: 3, with and without --yes (%s)', async (words, code) => {
    const planned = await run(words);
    expect(planned.status).toBe(3);
    expect(planned.stdout).toContain('12345.');
    const row = JSON.parse((await run('show 1 --rows --json')).stdout);
    expect(row.messages.map((told: { code: string }) => told.code)).toContain(code);
    const before = await readDirectory(engine.store.directory);
    expect(await run(`${words} --yes`)).toMatchObject({ status: 3 });
    expect(await readDirectory(engine.store.directory)).toEqual(before);
  });

  it('speak of no cell, import or mutation code', async () => {
    for (const words of ['block NOBODY', 'block SYS', 'join BBA NOPE', 'set BBA email=nee'])
      for (const language of ['nl', 'en']) {
        const { stdout } = await run(`user ${words} --env T12345AA --lang ${language}`);
        expect(stdout, words).not.toMatch(/\bcell?\b|import|mutati|\bfile\b|\bbestand\b/iu);
      }
  });
});

describe('what is refused, before anything is planned', () => {
  it.each([
    ['user block BBA', /lacks --env/u],
    ['user block --env T12345AA', /lacks USER/u],
    ['user rename BBA --env T12345AA', /lacks NEW/u],
    ['user join BBA --env T12345AA', /lacks GROUP/u],
    ['user set BBA --env T12345AA', /lacks FIELD=VALUE/u],
    ['user make-ordinary SYS --env T12345AA', /lacks --person/u],
    ['user set BBA --env T12345AA email', /write it as/u],
    ['user set BBA --env T12345AA emial=x', /do you mean email/u],
    ['user set BBA --env T12345AA group=HRM', /Group.*description, email, upn, person, profit/u],
    ['user set BBA --env T12345AA email=a email=b', /given twice/u],
    ['user accept BBA misschien --env T12345AA', /neither yes nor no/u],
    ['user block BBA --where group:HRM --env T12345AA', /--where and BBA do not go together/u],
    ['user block --where kleur:rood --env T12345AA', /kleur:rood.*env, user, description/u],
    ['user block --where group:NOBODY --env T12345AA', /Nobody was found/u],
    ['user rename --where group:HRM X --env T12345AA', /--where is not a flag/u],
    ['user rename BBA X --system --env T12345AA', /--system is not a flag/u],
    ['user block BBA --env T99999AA', /T99999AA/u],
  ])('%s', async (words, told) => {
    const ended = await run(words);
    expect(ended).toMatchObject({ status: 2, stdout: '' });
    expect(ended.stderr).toMatch(told);
    expect((await run('history --json')).stdout).toBe('{"format":"1.0","runs":[]}\n');
  });
});

describe('a password', () => {
  const SECRET = 'Zeer-geheim-2026';
  const nowhere = (...ended: readonly Ended[]): void => {
    for (const { stdout, stderr } of ended) expect(stdout + stderr).not.toContain(SECRET);
  };

  it('is asked for twice, also with --yes, and told nowhere', async () => {
    const ended = await run('user password BBA --env T12345AA --yes', { secrets: [SECRET, SECRET] });
    expect(ended).toMatchObject({ status: 0, stderr: 'New password: \nOnce more: \n' });
    nowhere(ended, await run('show 1 --rows --json'), await run('show 1 --json'), await run('audit --json'));
    expect((await run('show 1 --rows')).stdout).toContain('Password: ********');
  });

  it.each([
    [[SECRET, `${SECRET}!`], 'the two passwords differ'],
    [[''], 'no password was given'],
    [undefined, '--password-file FILE'],
  ])('%j is refused', async (secrets, told) => {
    const ended = await run('user password BBA --env T12345AA', secrets && { secrets });
    expect(ended).toMatchObject({ status: 2, stdout: '' });
    expect(ended.stderr).toContain(told);
    nowhere(ended);
  });

  it('is the one line of a file, of add as well', async () => {
    const path = join(engine.folder, 'password');
    await writeFile(path, `${SECRET}\r\n`);
    const given = await run(`user password BBA --env T12345AA --password-file ${path} --yes`);
    expect(given.status).toBe(0);
    const added = await run(`user add NEW --env T12345AA description=Nieuw --password-file ${path} --yes`);
    expect(added.status).toBe(0);
    expect((await run('show 2 --rows')).stdout).toContain('Password: ********');
    nowhere(given, added);
    await writeFile(path, `${SECRET}\n${SECRET}\n`);
    const two = await run(`user password BBA --env T12345AA --password-file ${path}`);
    expect(two).toMatchObject({ status: 2 });
    nowhere(two);
    await writeFile(path, 'kort\n');
    expect((await run(`user password BBA --env T12345AA --password-file ${path} --yes`)).status).toBe(3);
  });

  it.each([
    `user set BBA --env T12345AA password=${SECRET}`,
    `user set BBA --env T12345AA Wachtwoord=${SECRET}`,
    `user add NEW --env T12345AA description=N Pw=${SECRET}`,
    `user password BBA ${SECRET} --env T12345AA`,
    `user password BBA --password ${SECRET} --env T12345AA`,
    `user block BBA password=${SECRET} --env T12345AA`,
  ])('is no word of a command: %s', async (words) => {
    const ended = await run(words, { secrets: [SECRET, SECRET] });
    expect(ended).toMatchObject({ status: 2, stdout: '' });
    nowhere(ended);
  });
});

describe('what stops an import stops an act', () => {
  it('guards', async () => {
    const stopped = await run('user block --where group:FIN --env T12345AA --yes');
    expect(stopped.status).toBe(4);
    expect(stopped.stderr).toContain('--max-blocks');
    expect(await user('T12345AA 12345.U1')).toMatchObject({ blocked: false });
    expect((await run('user block --where group:FIN --env T12345AA --yes --max-blocks 12')).status).toBe(0);
    expect(await user('T12345AA 12345.U1')).toMatchObject({ blocked: true, groups: [] });
  });

  it('approval', async () => {
    const waits = await run('user leave BBA HRM --env O12345AA --yes');
    expect(waits.status).toBe(4);
    expect(await user('O12345AA 12345.BBA')).toMatchObject({ groups: ['HRM'] });
    const { digest } = await json('show 1');
    expect((await run(`approve 1 --digest ${digest}`)).status).toBe(4);
    expect((await run(`approve 1 --digest ${digest}`, { as: 'piet' })).status).toBe(0);
    expect((await run('apply 1')).status).toBe(0);
    expect(await user('O12345AA 12345.BBA')).toMatchObject({ groups: [] });
  });

  it('a plan that is stale', async () => {
    await run('user set BBA --env T12345AA description=Anders');
    await run('user set BBA --env T12345AA person= --yes');
    expect((await run('apply 1')).status).toBe(5);
    expect((await run('user set BBA --env T12345AA description=Anders --expires 1')).status).toBe(0);
    engine.clock.now = new Date(engine.clock.now.getTime() + 2 * 24 * 3600 * 1000);
    expect((await run('apply 3')).status).toBe(5);
  });
});

it('a prune leaves no user and no value of an act', async () => {
  await run('user set BBA --env T12345AA email=b.bakker@elders.nl --yes');
  await run('user merge OLG BBA --env T12345AB --yes');
  engine.clock.now = new Date(engine.clock.now.getTime() + 3 * 24 * 3600 * 1000);
  await run('history prune --older-than 1d');
  const runs = await engine.useCases.runs({});
  expect(runs.map(({ pruned }) => pruned)).toEqual([true, true]);
  expect(JSON.stringify(runs.map(({ settings }) => settings))).not.toMatch(/elders|OLG|BBA/u);
  expect(await json('show 1')).toMatchObject({ act: { act: 'set', user: null } });
});

describe('taken back', () => {
  it('the part of one user, and then the rest', async () => {
    const before = await readDirectory(engine.store.directory);
    await run('user join --where group:FIN HRM --env T12345AA --yes');
    const one = await json('undo 1 --user U3');
    expect(one.summary.outcomes).toMatchObject({ update: 1 });
    expect((await run('apply 2')).status).toBe(0);
    expect(await user('T12345AA 12345.U3')).toMatchObject({ groups: ['FIN'] });
    expect(await user('T12345AA 12345.U4')).toMatchObject({ groups: ['FIN', 'HRM'] });
    await run('undo 1');
    expect((await run('apply 3')).status).toBe(0);
    expect(await readDirectory(engine.store.directory)).toEqual(before);
    expect((await run('undo 1 --user NOBODY')).status).toBe(2);
  });

  it('the second pass of a user that is added', async () => {
    const added = await json('user add OLG --env T12345AA upn=olga@voorbeeld.nl --yes --second-pass');
    expect(added.secondPass).toEqual({ rows: 1, run: 2, status: 'applied' });
    expect(await user('T12345AA 12345.OLG')).toMatchObject({ upn: 'olga@voorbeeld.nl' });
  });
});
