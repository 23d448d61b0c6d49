/** What holds for every command: the command line, else a variable, else a file of settings. */
import { execFileSync } from 'node:child_process';
import { chmod, chown, mkdir, rename, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfiguration, type ConfigurationPlaces } from '../../src/commands/line/configuration.js';
import { faultOfVariables, GlobalSettings, SETTINGS, variableOf } from '../../src/commands/line/globalSettings.js';
import { readConfigurationFile } from '../../src/files/configuration/readConfigurationFile.js';
import { translateRef } from '../../src/language/index.js';
import { temporaryFolder } from '../support/temporaryFolder.js';
import { DEMO_DIRECTORY, startProgram, type Ended, type Program, type RunOptions } from './program.js';

describe('a variable', () => {
  it('is there for each global flag but those that are about one command', () => {
    const names = SETTINGS.map(variableOf);
    expect(names).toEqual(
      expect.arrayContaining(['INSTROOM_DB', 'INSTROOM_JSON', 'INSTROOM_LANG', 'INSTROOM_NO_COLOR']),
    );
    for (const none of ['INSTROOM_YES', 'INSTROOM_HELP', 'INSTROOM_VERSION']) expect(names).not.toContain(none);
  });

  it('says what no flag says, and nothing where it is empty', () => {
    const environment = { INSTROOM_LANG: 'nl', INSTROOM_JSON: 'true', INSTROOM_NO_COLOR: '', INSTROOM_YES: 'true' };
    const settings = new GlobalSettings(['history', '--json=false'], environment);
    expect([settings.text('lang'), settings.isOn('json'), settings.isOn('no-color')]).toEqual(['nl', false, false]);
    expect([settings.sourceOf('lang'), settings.sourceOf('json'), settings.sourceOf('no-color')]).toEqual([
      { kind: 'variable', variable: 'INSTROOM_LANG' },
      { kind: 'flag' },
      { kind: 'default' },
    ]);
    expect(settings.isOn('yes')).toBe(false);
    expect(faultOfVariables(environment)).toBeUndefined();
  });

  it.each([
    [{ INSTROOM_JSON: '1' }, 'INSTROOM_JSON=1: write true or false, or unset INSTROOM_JSON.'],
    [{ INSTROOM_NO_COLOR: 'yes' }, 'INSTROOM_NO_COLOR=yes: write true or false, or unset INSTROOM_NO_COLOR.'],
    [{ INSTROOM_LANG: 'de' }, 'INSTROOM_LANG cannot be de; choose from nl, en.'],
  ])('with a value that it cannot have is refused, whatever is typed: %j', async (env, told) => {
    const program = await startProgram();
    for (const words of [
      ['env', 'list'],
      ['env', 'list', '--lang', 'en', '--json=false', '--no-color'],
    ])
      expect(await program.run(words, { env })).toEqual({ status: 2, stdout: '', stderr: `${told}\n` });
    expect(await program.run(['--help'], { env })).toMatchObject({ status: 0, stderr: '' });
  });

  it('holds as its flag does', async () => {
    const program = await startProgram(DEMO_DIRECTORY);
    const json = await program.run(['env', 'list'], { env: { INSTROOM_JSON: 'true' } });
    expect(JSON.parse(json.stdout)).toBeTruthy();
    const text = await program.run(['env', 'list', '--json=false'], {
      env: { INSTROOM_JSON: 'true', INSTROOM_LANG: 'nl' },
    });
    expect(text.stdout).toContain('Naam');
  });
});

/** A program with a folder for the user's settings, and a database in a folder of its own. */
interface Place {
  readonly program: Program;
  readonly own: string;
  readonly beside: string;
  readonly database: string;
  readonly run: (words: readonly string[], more?: RunOptions) => Promise<Ended>;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- what it holds is what the tests look at
  readonly config: (words?: readonly string[], env?: Readonly<Record<string, string>>) => Promise<any>;
}

async function place(): Promise<Place> {
  const program = await startProgram(DEMO_DIRECTORY);
  const [folder, data] = [program.path('config/instroom'), program.path('data')];
  await mkdir(folder, { recursive: true });
  await mkdir(data);
  const database = join(data, 'instroom.db');
  await rename(program.path('instroom.db'), database);
  const place: Place = {
    program,
    own: join(folder, 'instroom.yaml'),
    beside: join(data, 'instroom.yaml'),
    database,
    run: (words, { env = {}, ...more } = {}) =>
      program.run(words, { database: null, env: { XDG_CONFIG_HOME: program.path('config'), ...env }, ...more }),
    config: async (words = [], env = {}) => {
      const { stdout, stderr, status } = await place.run(['config', '--json', ...words], { env });
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      const { format, config, files } = JSON.parse(stdout);
      expect(format).toBe('1.0');
      return { files, ...Object.fromEntries(config.map(({ name, ...said }: { name: string }) => [name, said])) };
    },
  };
  return place;
}

const folder = temporaryFolder('settings');
const read = (path: string): ReturnType<typeof readConfigurationFile> =>
  readConfigurationFile(path, process.getuid?.());
const NOWHERE: ConfigurationPlaces = { own: join(folder, 'none'), database: '', beside: () => undefined, read };

describe('a file of settings', () => {
  it('of the user comes behind flags and variables, and before the one beside the database that it names', async () => {
    const { own, beside, database, config, run } = await place();
    await writeFile(own, `# settings\ndb: ${database}\nlang: nl\nhook: [/opt/tell, --token, geheim]\n`);
    await writeFile(beside, 'lang: en\nno-color: true\n');
    expect(await config()).toMatchObject({
      files: [
        { path: own, state: 'read' },
        { path: beside, state: 'read' },
      ],
      db: { value: database, source: 'file', path: own },
      lang: { value: 'nl', source: 'file', path: own },
      'no-color': { value: true, source: 'file', path: beside },
      json: { value: true, source: 'flag' },
      hook: { value: ['/opt/tell', '***', '***'], source: 'file', path: own },
    });
    expect(await config(['--lang', 'en'], { INSTROOM_NO_COLOR: 'false', INSTROOM_LANG: 'nl' })).toMatchObject({
      lang: { value: 'en', source: 'flag' },
      'no-color': { value: false, source: 'variable', variable: 'INSTROOM_NO_COLOR' },
    });
    const list = await run(['env', 'list']);
    expect(list).toMatchObject({ status: 0, stderr: '' });
    expect(list.stdout).toContain('Naam');
  });

  it('is none where none is there, and every default is told', async () => {
    const { own, config, run, program } = await place();
    const data = program.path('elders');
    const database = join(data, 'instroom/instroom.db');
    expect(await config([], { XDG_DATA_HOME: data, NO_COLOR: '1' })).toMatchObject({
      files: [
        { path: own, state: 'absent' },
        { path: join(data, 'instroom/instroom.yaml'), state: 'absent' },
      ],
      db: { value: database, source: 'default' },
      lang: { value: 'en', source: 'default' },
      'no-color': { value: true, source: 'variable', variable: 'NO_COLOR' },
      hook: { value: null, source: 'default' },
    });
    const { stdout } = await run(['config', '--lang', 'nl']);
    expect(stdout).toMatch(/^lang: nl \(opdrachtregel\)$/mu);
    expect(stdout).toContain(`Niet aanwezig: ${own}`);
  });

  it('a password in an address is not shown', async () => {
    const { own, config, run } = await place();
    await writeFile(own, 'db: postgres://jan:GEHEIM@db.example/instroom\n');
    expect((await config())['db'].value).toBe('postgres://jan:***@db.example/instroom');
    expect((await run(['config'])).stdout).not.toContain('GEHEIM');
  });

  it.each([
    ['lnag: nl', 1, 'there is no setting lnag; do you mean lang?'],
    ['# a\n\nkleur: true', 3, 'there is no setting kleur; choose from '],
    ['json: yes', 1, 'write true or false behind json.'],
    ['lang: nl\njson:', 2, 'write true or false behind json.'],
    ['lang: de', 1, 'behind lang belongs one of nl, en.'],
    ['lang: [nl]', 1, 'behind lang belongs one of nl, en.'],
    ['lang: nl\nlang: en', 2, 'this cannot be read.'],
    ['lang nl', 1, 'this cannot be read.'],
    ['- nl', 1, 'this cannot be read.'],
    ['a: &a x\nlang: *a', 1, 'there is no setting a'],
    ['yes: true', 1, 'yes can only be given on the command line.'],
    ['db: ""', 1, 'write a whole path'],
    ['db: instroom.db', 1, 'write a whole path'],
    ['db: mysql://jan:GEHEIM@x/y', 1, 'write a whole path'],
    ['hook: /opt/tell instroom', 1, 'write the hook as a list'],
    ['hook: [tell, instroom]', 1, 'write the hook as a list'],
    ['hook: []', 1, 'write the hook as a list'],
    ['hook: [/opt/tell, [x]]', 1, 'write the hook as a list'],
  ])('that says what cannot be is refused, with its line: %j', async (text, line, told) => {
    const own = join(folder, 'wrong.yaml');
    await writeFile(own, `${text}\n`);
    const { fault } = await readConfiguration([], {}, { ...NOWHERE, own, read });
    expect(fault?.kind).toBe('wrongUse');
    const said = translateRef('en', fault!);
    expect(said.startsWith(`${own}, line ${line}: `), said).toBe(true);
    expect(said).toContain(told);
    expect(said).not.toContain('GEHEIM');
  });

  it('that says what cannot be keeps every command from being run, but not help', async () => {
    const { own, database, run } = await place();
    await writeFile(own, 'lnag: nl\n');
    expect(await run(['env', 'list', '--db', database, '--lang', 'en'])).toEqual({
      status: 2,
      stdout: '',
      stderr: `${own}, line 1: there is no setting lnag; do you mean lang?\n`,
    });
    expect(await run(['env', '--help'])).toMatchObject({ status: 0, stderr: '' });
  });

  it.each(['hook: [/opt/tell]', 'db: /x.db', 'yes: true'])(
    'beside the database that says %j is refused, where it is believed',
    async (text) => {
      const { beside, own, database, run } = await place();
      await writeFile(beside, `lang: en\n${text}\n`);
      const { status, stdout, stderr } = await run(['env', 'list', '--db', database]);
      expect([status, stdout]).toEqual([2, '']);
      expect(stderr).toContain(`${beside}, line 2: ${text.split(':')[0]} does not count beside a database`);
      expect(stderr).toContain(own);
    },
  );

  it('that others can write does not count: of the user it is refused, beside the database that is told', async () => {
    const { own, beside, database, run } = await place();
    const words = ['env', 'list', '--db', database];
    await writeFile(beside, 'lang: nl\nhook: [/opt/tell]\n');
    for (const place of [beside, join(beside, '..')]) {
      await chmod(place, 0o775);
      const passed = await run(words);
      expect(passed).toMatchObject({
        status: 0,
        stderr: `${beside} does not count, because others can write ${join(place)}. Take that away: chmod go-w ${join(place)}\n`,
      });
      expect(passed.stdout).toContain('Name');
      await chmod(place, 0o755);
    }
    await writeFile(own, 'lang: nl\n');
    for (const place of [own, join(own, '..')]) {
      await chmod(place, 0o775);
      const refused = await run(words);
      expect(refused).toMatchObject({ status: 2, stdout: '' });
      expect(refused.stderr).toContain(`chmod go-w ${join(place)}`);
      await chmod(place, 0o755);
    }
  });

  it('that is no file is not waited for, and no file', async () => {
    const { own, beside, database, run } = await place();
    await mkdir(beside);
    expect(await run(['env', 'list', '--db', database])).toMatchObject({
      status: 0,
      stderr: `${beside} does not count, because it is no file. Take it away.\n`,
    });
    execFileSync('mkfifo', [own]);
    expect(await run(['env', 'list', '--db', database])).toMatchObject({ status: 2 });
  });

  it('may be a link, which is as good as the folder that it leads to', async () => {
    const { program, own, database, config, run } = await place();
    await mkdir(program.path('dotfiles'));
    await writeFile(program.path('dotfiles/i.yaml'), 'lang: nl\n');
    await symlink(program.path('dotfiles/i.yaml'), own);
    expect((await config())['lang']).toEqual({ value: 'nl', source: 'file', path: own });
    await chmod(program.path('dotfiles'), 0o777);
    expect(await run(['env', 'list', '--db', database])).toMatchObject({ status: 2 });
    // Nobody takes away there what is somebody else's.
    await chmod(program.path('dotfiles'), 0o1777);
    expect((await config())['lang']).toMatchObject({ value: 'nl' });
  });

  it.skipIf(process.getuid?.() !== 0)('of somebody else does not count', async () => {
    const { own, beside, database, run } = await place();
    const words = ['env', 'list', '--db', database];
    await writeFile(beside, 'lang: nl\n');
    await chown(beside, 12345, 12345);
    const passed = await run(words);
    expect(passed).toMatchObject({ status: 0 });
    expect(passed.stderr).toContain(
      `${beside} does not count, because ${beside} belongs to somebody else (user 12345)`,
    );
    await writeFile(own, 'lang: nl\n');
    await chown(join(own, '..'), 12345, 12345);
    expect(await run(words)).toMatchObject({ status: 2, stdout: '' });
  });
});
