/** The scripts of `samples/scripts`, as cron, a pipeline and a monitor run them. */
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { directoryOf } from '../support/engineDirectory.js';
import { temporaryFolder } from '../support/temporaryFolder.js';
import { DEMO_DIRECTORY, sample, startProgram } from './program.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SCRIPTS = join(ROOT, 'samples/scripts');
const HAS_JQ = spawnSync('jq', ['--version']).status === 0;

interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Workplace {
  readonly folder: string;
  readonly path: (name: string) => string;
  /** Runs a script with `instroom` on its PATH. */
  readonly script: (name: string, ...words: readonly string[]) => Ended;
  readonly instroom: (...words: readonly string[]) => Ended;
}

/** A database with the demo directory and a definition `hr`. */
async function workplace(directory = DEMO_DIRECTORY): Promise<Workplace> {
  const program = await startProgram(directory);
  const { folder } = program;
  const path = (name: string): string => program.path(name);
  mkdirSync(path('bin'));
  writeFileSync(
    path('bin/instroom'),
    `#!/bin/sh\nexec '${join(ROOT, 'node_modules/.bin/node')}' '${join(ROOT, 'dist/instroom.js')}' "$@"\n`,
  );
  chmodSync(path('bin/instroom'), 0o755);
  const env = {
    PATH: `${path('bin')}:${process.env['PATH'] ?? ''}`,
    HOME: folder,
    LANG: 'en_GB.UTF-8',
    INSTROOM_DB: path('instroom.db'),
  };
  const run = (program: string, words: readonly string[]): Ended => {
    const { status, stdout, stderr } = spawnSync(program, words, { env, cwd: folder, encoding: 'utf8' });
    return { status, stdout, stderr };
  };
  const place: Workplace = {
    folder,
    path,
    script: (name, ...words) => run(join(SCRIPTS, name), words),
    instroom: (...words) => run(path('bin/instroom'), words),
  };
  expect(place.instroom('definition', 'save', 'hr', '--type', 'user').status).toBe(0);
  return place;
}

const SILENT = { stdout: '', stderr: '' };

it('each has a line that says what it is for, and is named in the list of them', () => {
  const listed = readFileSync(join(SCRIPTS, 'README.md'), 'utf8');
  for (const name of readdirSync(SCRIPTS).filter((one) => one.endsWith('.sh'))) {
    expect(readFileSync(join(SCRIPTS, name), 'utf8'), name).toMatch(/^#!\/bin\/sh\n# \S/u);
    expect(listed).toContain(`| \`${name} `);
    execFileSync('sh', ['-n', join(SCRIPTS, name)]);
  }
});

describe.skipIf(!HAS_JQ)(`a script${HAS_JQ ? '' : ' (needs jq)'}`, () => {
  it('nightly: silent when all went well and when there is no news; says why it stopped, and hands over what was rejected', async () => {
    const { script, path } = await workplace();
    copyFileSync(sample('vijf-groepen.csv'), path('users.csv'));
    expect(script('nightly.sh', path('users.csv'), 'T12345AA', 'hr')).toEqual({ status: 0, ...SILENT });
    expect(script('nightly.sh', path('users.csv'), 'T12345AA', 'hr')).toEqual({ status: 6, ...SILENT });
    const guarded = script('nightly.sh', sample('zonder-mutatiecode.csv'), 'T12345AA', 'hr');
    expect(guarded).toMatchObject({ status: 4, stderr: '' });
    expect(guarded.stdout).toMatch(/empty-code: \d+, and 0 allowed: --accept-empty-code/u);
    copyFileSync(sample('single-sign-on.csv'), path('sso.csv'));
    const rejected = script('nightly.sh', path('sso.csv'), 'T12345AA', 'hr');
    expect(rejected).toMatchObject({ status: 3, stderr: '' });
    expect(rejected.stdout).toMatch(/^# /u);
    expect(readdirSync(path('')).filter((name) => /^sso\.rejected-\d+\.csv$/u.test(name))).toHaveLength(1);
    expect(script('nightly.sh', path('nowhere.csv'), 'T12345AA', 'hr')).toMatchObject({ status: 2 });
  });

  it('nightly: makes, changes and blocks by the definition of docs/nightly.md, and does nothing for a file that is cut off', async () => {
    const { script, instroom, path } = await workplace(nightlyDirectory());
    instroom('definition', 'import', sample('hr-nacht.yaml'));
    const header = 'Personeelsnummer;Roepnaam;Achternaam;E-mail;Afdeling;Taal;Status\r\n';
    const row = (number: number, last: string): string =>
      `${number};Zoë;${last};z${number}@voorbeeld.nl;Inkoop;NL;In dienst\r\n`;
    const whole = `${header}${row(1001, 'Bakker')}${row(1002, 'Smit-Bakker')}${row(1003, 'Nieuw')}`;
    writeFileSync(path('users.csv'), whole.slice(0, -10));
    const users = (): unknown[] => {
      const { users: all } = JSON.parse(instroom('directory', 'export').stdout) as { users: NightlyUser[] };
      return all.map(({ user, description, blocked }) => [user, description, blocked]);
    };
    const cut = script('nightly.sh', path('users.csv'), 'O12345AA', 'hr-nacht');
    expect(cut).toMatchObject({ status: 4, stderr: '' });
    expect(cut.stdout).toMatch(/shrunk: 1, and 0 allowed: --accept-shrunk/u);
    expect(users()).toHaveLength(4);
    writeFileSync(path('users.csv'), whole);
    expect(script('nightly.sh', path('users.csv'), 'O12345AA', 'hr-nacht')).toEqual({ status: 0, ...SILENT });
    expect(users()).toEqual([
      ['12345.1001', 'Zoë Bakker', false],
      ['12345.1002', 'Zoë Smit-Bakker', false],
      ['12345.1009', 'Zoë Bakker', true],
      ['12345.ACC', 'Accountant', false],
      ['12345.1003', 'Zoë Nieuw', false],
    ]);
  });

  it('ticket: nothing where nothing changes; else a text without values, with what to approve', async () => {
    const { script, instroom, path } = await workplace();
    const { status, stdout } = script('ticket.sh', sample('goedkeuring.csv'), 'O67890AA', 'hr');
    expect(status).toBe(0);
    const { digest } = JSON.parse(instroom('show', '1', '--json').stdout) as { digest: string };
    expect(stdout).toContain(`instroom approve 1 --digest ${digest}`);
    expect(stdout).not.toContain('@');
    expect(script('apply.sh', '1')).toMatchObject({ status: 4, stdout: '' });
    writeFileSync(path('same.csv'), 'Gebruiker\n12345.BBA\n');
    expect(instroom('definition', 'save', 'keep', '--type', 'mutation', ...KEEP).status).toBe(0);
    expect(script('ticket.sh', path('same.csv'), 'T12345AA', 'keep')).toEqual({ status: 0, ...SILENT });
    expect(JSON.parse(instroom('show', '2', '--json').stdout)).toMatchObject({ status: 'discarded' });
  });

  it('apply: a plan that went stale is planned anew', async () => {
    const { script, instroom } = await workplace();
    instroom('plan', sample('vijf-groepen.csv'), '--env', 'T12345AA', '--type', 'user');
    instroom('user', 'set', 'BBA', 'description=Bea', '--env', 'T12345AA', '--yes');
    const stale = script('apply.sh', '1');
    expect(stale.status).toBe(5);
    expect(stale.stdout).toContain('Plan 3');
    expect(script('apply.sh', '3').status).toBe(0);
  });

  it('everywhere: one file to several environments, a line each', async () => {
    const { script, path } = await workplace();
    writeFileSync(
      path('nieuw.csv'),
      'Gebruiker;Mutatiecode;Omschrijving;E-mail;UPN\n12345.NIEUW;1;Nina Nieuw;nina@voorbeeld.nl;\n',
    );
    expect(script('everywhere.sh', path('nieuw.csv'), 'hr', 'T12345AA', 'T12345AB')).toEqual({
      status: 7,
      stdout: 'T12345AA: 1 changes, run 1\nT12345AB: 1 changes, run 2\n',
      stderr: '',
    });
    expect(script('everywhere.sh', path('nergens.csv'), 'hr', 'T12345AA')).toMatchObject({ status: 2, stdout: '' });
  });

  it('drift: tells who differs with 7, and nothing with 0', async () => {
    const { script } = await workplace();
    expect(script('drift.sh', 'production')).toMatchObject({ status: 7, stdout: expect.stringMatching(/\d\./u) });
    expect(script('drift.sh', 'accept')).toEqual({ status: 0, ...SILENT });
  });

  it('statistics, members and compare read what a program can read', async () => {
    const { script, instroom } = await workplace();
    instroom('plan', sample('alle-meldingen.csv'), '--env', 'T12345AA', '--type', 'user');
    expect(script('statistics.sh', '1').stdout).toMatch(/^ +\d+ [A-Z_]+\t\{/u);
    for (const [name, ...words] of [
      ['statistics.sh', '9'],
      ['members.sh', 'NERGENS', 'INKOOP'],
      ['compare.sh', 'T12345AA', 'NERGENS'],
    ] as const)
      expect(script(name, ...words), name).toMatchObject({ status: 2, stdout: '' });
    const members = script('members.sh', 'T12345AA', 'INKOOP').stdout.trimEnd().split('\n');
    const { users } = JSON.parse(instroom('directory', 'export').stdout) as { users: DirectoryUser[] };
    const active = users.filter(
      ({ environment, groups, blocked }) => environment === 'T12345AA' && groups.includes('INKOOP') && !blocked,
    );
    expect(members).toHaveLength(active.length);
    expect(script('compare.sh', 'T12345AA', 'T12345AA')).toEqual({ status: 0, ...SILENT });
    expect(script('compare.sh', 'T12345AA', 'T12345AB')).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('--- T12345AA\n+++ T12345AB\n'),
    });
  });

  it('definitions: a folder takes the place of what is in use, and says what differs', async () => {
    const { script, instroom, path } = await workplace();
    mkdirSync(path('definitions'));
    instroom('definition', 'export', 'hr', '-o', path('definitions/hr.yaml'));
    instroom('definition', 'save', 'hr', '--type', 'mutation', '--force');
    expect(script('definitions.sh', path('definitions'))).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/hr/u),
    });
    expect(JSON.parse(instroom('definition', 'show', 'hr', '--json').stdout)).toMatchObject({ type: 'user' });
  });

  it('backup: a copy that can be used, and no more than fourteen', async () => {
    const { script, instroom, path } = await workplace();
    mkdirSync(path('backup'));
    for (let day = 10; day < 30; day++) writeFileSync(path(`backup/2020-01-${day}-010000.sqlite`), '');
    expect(script('backup.sh', path('instroom.db'), path('backup'))).toEqual({ status: 0, ...SILENT });
    const kept = readdirSync(path('backup')).sort();
    expect(kept).toHaveLength(14);
    expect(instroom('db', 'check', '--db', path(`backup/${kept.at(-1)}`)).status).toBe(0);
  });

  it('audit: every record once', async () => {
    const { script, instroom, path } = await workplace();
    const first = script('audit.sh', path('audited')).stdout.trimEnd().split('\n');
    expect(script('audit.sh', path('audited')).stdout).toBe('');
    instroom('env', 'set', 'T12345AA', '--name', 'Anders');
    const next = script('audit.sh', path('audited')).stdout.trimEnd().split('\n');
    expect([...first, ...next].map((line) => (JSON.parse(line) as { number: number }).number)).toEqual(
      Array.from({ length: first.length + 1 }, (_, at) => at + 1),
    );
  });

  it('rotate and watch: silent where all is well; what waits and what is missing is told', async () => {
    const { script, instroom } = await workplace();
    expect(script('rotate.sh', '90d')).toEqual({ status: 0, ...SILENT });
    expect(script('watch.sh', 'T12345AA', '26h')).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('last: none'),
    });
    instroom('import', sample('vijf-groepen.csv'), '--env', 'T12345AA', '--type', 'user', '--yes');
    expect(script('watch.sh', 'T12345AA', '26h').status).toBe(0);
    instroom('plan', sample('goedkeuring.csv'), '--env', 'O67890AA', '--type', 'user');
    expect(script('watch.sh', 'O67890AA', '26h')).toMatchObject({
      status: 1,
      stdout: 'last: none, waiting for approval: 1\n',
    });
  });

  it('hook: a line for what was applied', async () => {
    const { instroom, path } = await workplace();
    mkdirSync(path('.config/instroom'), { recursive: true });
    writeFileSync(
      path('.config/instroom/instroom.yaml'),
      `hook: [${join(SCRIPTS, 'hook.sh')}, ${path('events.log')}]\n`,
    );
    expect(
      instroom('import', sample('vijf-groepen.csv'), '--env', 'T12345AA', '--type', 'user', '--yes', '--quiet'),
    ).toMatchObject({ status: 0, stderr: '' });
    const lines = readFileSync(path('events.log'), 'utf8').trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown[])).toEqual([
      [expect.any(String), 'applied', 1, 'T12345AA', expect.any(String)],
    ]);
  });
});

interface NightlyUser {
  readonly user: string;
  readonly description: string;
  readonly blocked: boolean;
}

/** Three who are known to HR, of whom one left, and one who is not. */
function nightlyDirectory(): string {
  const zoë = { description: 'Zoë Bakker', groups: ['INKOOP'] };
  const users = {
    'O12345AA 12345.1001': { ...zoë, email: 'z1001@voorbeeld.nl', upn: 'z1001@voorbeeld.nl' },
    'O12345AA 12345.1002': { ...zoë, email: 'z1002@voorbeeld.nl', upn: 'z1002@voorbeeld.nl' },
    'O12345AA 12345.1009': zoë,
    'O12345AA 12345.ACC': { description: 'Accountant', groups: ['EXTERN'] },
  };
  const groups = { 'O12345AA INKOOP': 'Inkoop', 'O12345AA EXTERN': 'Extern' };
  const path = join(nightlyFolder, 'nightly.json');
  writeFileSync(path, JSON.stringify(directoryOf({ environments: { O12345AA: {} }, groups, users })));
  return path;
}

const nightlyFolder = temporaryFolder('nightly');

const KEEP = ['description', 'email', 'upn'].flatMap((field) => ['--empty', `${field}=keep`]);

interface DirectoryUser {
  readonly environment: string;
  readonly groups: readonly string[];
  readonly blocked: boolean;
}
