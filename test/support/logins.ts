/** Real logins of the operating system, made for a test and taken away after it; root alone can. */
import { execFileSync } from 'node:child_process';
import { rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { PROGRAM, type ProgramOptions } from './breakProgram.js';

export interface Login {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** Why there are none here; undefined where there are. */
export const NO_LOGINS = whyNone();

function whyNone(): string | undefined {
  if (process.getuid?.() !== 0) return 'needs root';
  if (!works('sh', '-c', "grep -Eq '^ *0 +0 +4294967295$' /proc/self/uid_map")) return 'needs the root of the machine';
  for (const tool of ['useradd', 'userdel', 'runuser', 'sudo', 'su'])
    if (!works('sh', '-c', `command -v ${tool}`)) return `needs ${tool}`;
  if (![PROGRAM, process.execPath].every(isOpenToAll)) return 'needs a program that others can reach';
  return undefined;
}

export const canUnshare = NO_LOGINS === undefined && works('runuser', '-u', 'nobody', '--', 'unshare', '-r', 'true');
export const canKeepLoginUid =
  NO_LOGINS === undefined && works('sh', '-c', 'echo 65534 > /proc/self/loginuid && grep -q 65534 /proc/self/loginuid');

/** Makes users that may do everything through `sudo`, as administrators of a machine may; answers how to be rid of them. */
export function makeLogins(...names: readonly string[]): { logins: Login[]; remove: () => void } {
  const rights = `/etc/sudoers.d/instroom-test-${process.pid}`;
  const made = names.map((name) => `ir_${name}_${process.pid}`);
  const remove = (): void => {
    rmSync(rights, { force: true });
    for (const name of made) works('userdel', name);
  };
  try {
    const logins = made.map((name) => {
      execFileSync('useradd', ['--no-create-home', '--shell', '/bin/sh', name]);
      const id = (which: string): number => Number(execFileSync('id', [which, name]).toString());
      return { name, uid: id('-u'), gid: id('-g') };
    });
    writeFileSync(rights, made.map((name) => `${name} ALL=(ALL) NOPASSWD: ALL\n`).join(''), { mode: 0o440 });
    return { logins, remove };
  } catch (error) {
    remove();
    throw error;
  }
}

/** As this login, and from there through these words: `sudo -n`, `unshare -r`. */
export function as(login: Login, ...through: readonly string[]): ProgramOptions {
  return { through: ['runuser', '-u', login.name, '--', ...through] };
}

export const throughSudo = (login: Login): ProgramOptions => as(login, 'sudo', '-n');

/** The same in a session that this login opened, where the system keeps that. */
export function inSessionOf({ uid }: Login, { through = [] }: ProgramOptions): ProgramOptions {
  return { through: ['sh', '-c', `echo ${uid} > /proc/self/loginuid && exec "$@"`, 'session', ...through] };
}

/** Starts the words behind it from a new shell of root's, which knows nothing of who became root. */
export const NEW_ROOT_SHELL = ['sudo', '-n', 'su', '-', '-s', '/bin/sh', '-c', 'exec "$@"', 'root', '--', 'shell'];

function works(command: string, ...words: readonly string[]): boolean {
  try {
    execFileSync(command, words, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function isOpenToAll(path: string): boolean {
  for (let at = path; at !== dirname(at); at = dirname(at)) if ((statSync(at).mode & 0o001) === 0) return false;
  return true;
}
