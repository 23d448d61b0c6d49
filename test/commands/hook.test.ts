/** The program that is told what happens: what it hears, and that it has no part in what happens. */
import { spawn } from 'node:child_process';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { event } from '../../src/commands/answers/schemas/event.js';
import { Hook } from '../../src/system/hook.js';
import { hookEnvironment } from '../../src/system/hookEnvironment.js';
import { temporaryFolder } from '../support/temporaryFolder.js';
import { until } from '../support/waiting.js';
import { DEMO_DIRECTORY, sample, startProgram, type Ended, type RunOptions } from './program.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const ALL_CODES = [sample('alle-mutatiecodes.csv'), '--env', 'T12345AA', '--type', 'user'];
const APPROVAL = [sample('goedkeuring.csv'), '--env', 'O67890AA', '--type', 'user'];

/** Adds what it hears to a file, a line each. */
const LISTENER = `
import { appendFileSync } from 'node:fs';
let text = '';
for await (const part of process.stdin) text += part;
appendFileSync(process.argv[2], text);
`;

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- what it holds is what the tests look at
type Heard = any;

interface Listening {
  /** What the hook was told, in order. */
  readonly heard: () => Promise<readonly Heard[]>;
  readonly settings: Readonly<Record<string, string>>;
  readonly run: (words: readonly string[], more?: RunOptions) => Promise<Ended>;
  readonly path: (name: string) => string;
}

/** The demo directory, with a hook: \`hook\` is its command, a listener unless told otherwise. */
async function listening(hook?: readonly string[]): Promise<Listening> {
  const program = await startProgram(DEMO_DIRECTORY);
  const [script, log] = [program.path('listener.mjs'), program.path('heard')];
  await writeFile(script, LISTENER);
  await mkdir(program.path('config/instroom'), { recursive: true });
  const command = hook ?? [process.execPath, script, log];
  await writeFile(program.path('config/instroom/instroom.yaml'), `hook: ${JSON.stringify(command)}\n`);
  const settings = { XDG_CONFIG_HOME: program.path('config') };
  return {
    settings,
    path: (name) => program.path(name),
    run: (words, { env = {}, ...more } = {}) => program.run(words, { env: { ...settings, ...env }, ...more }),
    heard: async () => {
      const text = await readFile(log, 'utf8').catch(() => '');
      return text === ''
        ? []
        : text
            .trimEnd()
            .split('\n')
            .map((line) => event.parse(JSON.parse(line)));
    },
  };
}

describe('the hook hears', () => {
  it('of a plan that a guard stops, of the apply that was refused, and of what was applied', async () => {
    const { run, heard, path } = await listening();
    expect((await run(['plan', ...ALL_CODES])).status).toBe(3);
    const [guarded] = await heard();
    expect(guarded).toEqual({
      format: '1.0',
      event: 'guard',
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/u),
      what: 'plan',
      run: 1,
      environment: 'T12345AA',
      operator: expect.any(String),
      exit: 4,
      counts: expect.objectContaining({ create: expect.any(Number), rejected: 6 }),
      absent: { users: expect.any(Number), action: 'none' },
      database: path('instroom.db'),
      guards: [expect.objectContaining({ guard: 'empty-code', tripped: true })],
      error: null,
    });
    expect((await run(['apply', '1'])).status).toBe(4);
    expect((await run(['apply', '1', '--accept-empty-code'])).status).toBe(3);
    expect((await heard()).slice(1)).toMatchObject([
      { event: 'guard', what: 'apply', run: 1, exit: 4 },
      { event: 'applied', what: 'apply', run: 1, exit: 3, guards: [], error: null },
    ]);
    expect(JSON.stringify(await heard())).not.toMatch(/BBA|Bakker|voorbeeld\.nl|Zomer/u);
  });

  it('once of what one command did, and what was rejected', async () => {
    const { run, heard } = await listening();
    expect((await run(['import', ...ALL_CODES, '--yes'])).status).toBe(4);
    expect(await heard()).toMatchObject([{ event: 'guard', run: 1 }]);
    const messages = [sample('alle-meldingen.csv'), '--env', 'T12345AA', '--type', 'user'];
    expect((await run(['import', ...messages, '--yes', '--accept-empty-code', '--max-rejected', '100%'])).status).toBe(
      3,
    );
    expect((await heard()).slice(1)).toMatchObject([{ event: 'applied', run: 2, exit: 3 }]);
  });

  it('of a plan that waits for a second person, also one of settings', async () => {
    const { run, heard } = await listening();
    expect((await run(['plan', ...APPROVAL])).status).toBe(0);
    expect((await run(['env', 'set', 'O67890AA', '--approval', 'none'])).status).toBe(4);
    expect((await run(['apply', '1'])).status).toBe(4);
    expect(await heard()).toMatchObject([
      { event: 'waits', what: 'plan', run: 1, environment: 'O67890AA', exit: 4, guards: [] },
      { event: 'waits', what: 'plan', run: 2, environment: 'O67890AA' },
      { event: 'waits', what: 'apply', run: 1 },
    ]);
  });

  it('of a plan that became stale, and of a database that is not there to be changed', async () => {
    const { run, heard } = await listening();
    await run(['user', 'set', 'JYI', 'email=een@voorbeeld.nl', '--env', 'T12345AA']);
    await run(['user', 'set', 'JYI', 'email=twee@voorbeeld.nl', '--env', 'T12345AA']);
    expect((await run(['apply', '1'])).status).toBe(0);
    expect((await run(['apply', '2'])).status).toBe(5);
    const nowhere = 'postgres://jan:GEHEIM@127.0.0.1:1/instroom';
    expect((await run(['plan', ...ALL_CODES], { database: nowhere })).status).toBe(1);
    const [applied, stale, closed] = await heard();
    expect(applied).toMatchObject({ event: 'applied', run: 1 });
    expect(stale).toMatchObject({
      event: 'failed',
      what: 'apply',
      run: 2,
      environment: 'T12345AA',
      exit: 5,
      error: { code: 'apply.stale', text: expect.stringContaining('2') },
    });
    expect(closed).toMatchObject({ event: 'failed', what: null, run: null, environment: null, exit: 1, counts: null });
    expect(JSON.stringify([stale, closed])).not.toMatch(/GEHEIM|JYI|voorbeeld/u);
    expect(closed.database).toBe('postgres://jan:***@127.0.0.1:1/instroom');
  });

  it('nothing of a mistake, of what was done before, of what is only looked at, and of the demo', async () => {
    const { run, heard } = await listening();
    const once = [sample('gebruiker-mutatie.csv'), '--env', 'T12345AA', '--type', 'mutation'];
    expect((await run(['import', ...once, '--yes'])).status).toBe(3);
    const before = await heard();
    expect(before).toMatchObject([{ event: 'applied' }]);
    expect((await run(['import', ...once, '--yes'])).status).toBe(6);
    expect((await run(['plan', 'absent.csv', '--env', 'T12345AA', '--type', 'user'])).status).toBe(2);
    expect((await run(['apply', '99'])).status).toBe(2);
    expect((await run(['show', '1', '--rows'])).status).toBe(0);
    expect((await run(['demo'])).status).toBe(0);
    expect(await heard()).toEqual(before);
  });
});

describe('whatever the hook does, the command answers as without it', () => {
  const folder = temporaryFolder('hooks');
  const script = async (name: string, text: string): Promise<readonly string[]> => {
    await writeFile(join(folder, name), text);
    return [process.execPath, join(folder, name)];
  };

  it.each([
    ['is not there', async () => ['/does/not/exist'], /^The hook \/does\/not\/exist was not started \(ENOENT\)/u],
    [
      'may not be run',
      async () => {
        await writeFile(join(folder, 'plain'), 'x');
        await chmod(join(folder, 'plain'), 0o600);
        return [join(folder, 'plain')];
      },
      /was not started \(EACCES\)/u,
    ],
    [
      'fails, and says why',
      () => script('fails.mjs', `console.error('\\x1b[31mno route\\nmore'); process.exit(7);`),
      /failed \(status 7: \x1b\[31mno route\)/u,
    ],
    ['kills itself', () => script('killed.mjs', `process.kill(process.pid, 'SIGKILL');`), /failed \(status SIGKILL\)/u],
    ['reads nothing', () => script('deaf.mjs', `process.stdin.destroy();`), undefined],
    [
      'writes ten megabytes',
      () =>
        script(
          'loud.mjs',
          `import { writeSync } from 'node:fs';
const part = 'x'.repeat(1e5);
for (let i = 0; i < 100; i++) for (const to of [1, 2]) for (let at = 0; at < part.length; ) try { at += writeSync(to, part.slice(at)); } catch (e) { if (e.code !== 'EAGAIN') throw e; }`,
        ),
      undefined,
    ],
  ] as const)('%s', async (_what, make, told) => {
    const { run } = await listening(await make());
    const words = ['plan', ...APPROVAL, '--json', '--quiet'];
    const silent = await run(words, { env: { XDG_CONFIG_HOME: folder } });
    const { status, stdout, stderr } = await run(words);
    expect(status).toBe(silent.status);
    expect(comparable(stdout)).toEqual(comparable(silent.stdout));
    if (told === undefined) expect(stderr).toBe(silent.stderr);
    else {
      const notes = stderr.slice(silent.stderr.length).trimEnd().split('\n');
      expect(notes).toHaveLength(1);
      expect(JSON.parse(notes[0]!)).toMatchObject({ event: 'note', text: expect.stringMatching(told) });
    }
  });

  /** Two plans of the same differ in their number and their moment. */
  function comparable(stdout: string): unknown {
    const { run, createdAt, expiresAt, ...rest } = JSON.parse(stdout);
    expect([run, createdAt, expiresAt]).not.toContain(undefined);
    return rest;
  }

  it('the error of a command is told last', async () => {
    const { run } = await listening(['/does/not/exist']);
    await run(['plan', ...ALL_CODES]);
    const { status, stderr } = await run(['apply', '1', '--json']);
    expect(status).toBe(4);
    expect(
      stderr
        .trimEnd()
        .split('\n')
        .map((line) => Object.keys(JSON.parse(line))[1]),
    ).toEqual(['event', 'error']);
  });

  it('it is ended after ten seconds, with what it started', async () => {
    const pids = join(folder, 'late');
    const hook = await script('late.mjs', startsAChild(pids));
    const { run } = await listening(hook);
    const { status, stderr } = await run(['plan', ...APPROVAL, '--quiet']);
    expect(status).toBe(0);
    expect(stderr).toContain(`The hook ${process.execPath} was not done after 10 seconds and was ended.`);
    await allGone(pids);
  });

  it('it is ended with the program, when nobody waits for it any more', async () => {
    const pids = join(folder, 'left');
    const { path, settings } = await listening(await script('left.mjs', startsAChild(pids)));
    const child = spawn(
      join(ROOT, 'node_modules/.bin/node'),
      [join(ROOT, 'dist/instroom.js'), 'plan', ...ALL_CODES, '--db', path('instroom.db')],
      { env: { ...process.env, ...settings }, stdio: 'ignore' },
    );
    const ended = new Promise((resolve) => child.on('exit', resolve));
    await until('the hook runs', () => pidsIn(pids).then((found) => found.length === 2));
    child.kill('SIGTERM');
    await until('a second time is needed', () => {
      child.kill('SIGTERM');
      return child.exitCode !== null;
    });
    expect(await ended).toBe(130);
    await allGone(pids);
  });
});

/** A program that starts another, which holds on to what it was given, and then sleeps. */
function startsAChild(pids: string, then = 'setInterval(() => undefined, 60_000);'): string {
  return `
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
const child = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 60_000)'], { stdio: 'inherit' });
writeFileSync(${JSON.stringify(pids)}, process.pid + ' ' + child.pid);
${then}
`;
}

async function pidsIn(path: string): Promise<readonly number[]> {
  const text = await readFile(path, 'utf8').catch(() => '');
  return text.split(' ').filter(Boolean).map(Number);
}

async function allGone(path: string): Promise<void> {
  const pids = await pidsIn(path);
  expect(pids).toHaveLength(2);
  await until('both have gone', () => pids.every((pid) => !isRunning(pid)));
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

describe('one that is told', () => {
  const folder = temporaryFolder('told');

  it('hears one thing after the other, and knows no terminal', async () => {
    const [script, log] = [join(folder, 'order.mjs'), join(folder, 'order')];
    await writeFile(
      script,
      `import { appendFileSync, openSync } from 'node:fs';
let terminal = 'none';
try { openSync('/dev/tty', 'w'); terminal = 'one'; } catch {}
let text = '';
for await (const part of process.stdin) text += part;
appendFileSync(process.argv[2], [text, terminal, process.cwd()].join(' ') + '\\n');
`,
    );
    const hook = new Hook({ command: [process.execPath, script, log], environment: {} }, process);
    for (const text of ['a', 'b', 'c']) hook.tell(() => Promise.resolve(text));
    expect(await hook.ended()).toEqual([]);
    expect(await readFile(log, 'utf8')).toBe('a none /\nb none /\nc none /\n');
  });

  it('is done when it has ended, whatever its children hold on to; what it left running goes on', async () => {
    const [script, pids] = [join(folder, 'forks.mjs'), join(folder, 'forks')];
    await writeFile(script, startsAChild(pids, 'process.exit(0);'));
    const hook = new Hook({ command: [process.execPath, script], environment: {} }, process, undefined, 60_000);
    hook.tell(() => Promise.resolve('x'));
    expect(await hook.ended()).toEqual([]);
    const [, child = 0] = await pidsIn(pids);
    process.kill(child, 'SIGKILL');
    await allGone(pids);
  });

  it('hears no more than what it is hearing when the program is stopped', async () => {
    const stop = new AbortController();
    const [script, log] = [join(folder, 'stopped.mjs'), join(folder, 'stopped')];
    await writeFile(script, LISTENER);
    const hook = new Hook({ command: [process.execPath, script, log], environment: {} }, process, stop.signal);
    for (const text of ['a', 'b']) hook.tell(() => Promise.resolve(text));
    stop.abort();
    expect((await hook.ended()).map(({ key }) => key)).toEqual(['hook.untold']);
    expect(await readFile(log, 'utf8')).toBe('a');
  });

  it('goes on hearing after it failed, and each failure is told once', async () => {
    const hook = new Hook({ command: ['/bin/sh', '-c', 'cat >/dev/null; exit 3'], environment: {} }, process);
    for (const text of ['a', 'b']) hook.tell(() => Promise.resolve(text));
    hook.tell(() => Promise.reject(new Error('no text')));
    expect((await hook.ended()).map(({ key }) => key)).toEqual(['hook.failed', 'hook.failed', 'hook.notStarted']);
    expect(await hook.ended()).toEqual([]);
  });

  it('finds no passwords around it, and behind sudo nothing of the person behind it', () => {
    const around = {
      PATH: '/home/jan/bin:/bin',
      HOME: '/home/jan',
      LANG: 'nl_NL.UTF-8',
      LC_ALL: '../x',
      PGPASSWORD: 'geheim',
      INSTROOM_DB: 'postgres://jan:geheim@x/y',
      NODE_OPTIONS: '--require /home/jan/x.cjs',
    };
    expect(hookEnvironment(around)).toEqual({
      PATH: '/home/jan/bin:/bin',
      HOME: '/home/jan',
      LANG: 'nl_NL.UTF-8',
      LC_ALL: '../x',
    });
    const behind = hookEnvironment({ ...around, SUDO_UID: '1000' });
    expect(Object.keys(behind).sort()).toEqual(['HOME', 'LANG', 'LOGNAME', 'PATH', 'USER']);
    expect(Object.values(behind).join()).not.toContain('jan');
  });
});
