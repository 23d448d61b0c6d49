/** The administrator's desk: command lines over a database in a file, what they answer, and what the directory then holds. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { DirectoryJson, UserJson } from '../../src/application/directoryJson.js';
import { runLine, type Ended } from '../support/commandLine.js';
import { openEngine, type Engine } from '../support/engine.js';
import type { Account, Accounts } from './accounts.js';

export const PRODUCTION = 'O12345AA';
export const DEFINITION = 'hr-nacht';
export const REASON = ['--reason', 'nightly file of HR'];
/** Done at once in production, with the reason that it asks for. */
export const AT_ONCE = ['--env', PRODUCTION, '--yes', ...REASON];
export const NIGHTLY = [...AT_ONCE, '--definition', DEFINITION, '--second-pass'];

export interface Said extends Ended {
  /** The run of the answer, or of the error; 0 for none. */
  readonly run: number;
}

export class Desk {
  private constructor(readonly engine: Engine) {}

  static async open(directory: DirectoryJson): Promise<Desk> {
    const desk = new Desk(await openEngine({ directory, onDisk: true }));
    await desk.done('env', 'set', PRODUCTION, '--protect', 'group:EXTERN', '--licences', '120', '--require-reason');
    await desk.done('definition', 'import', join(import.meta.dirname, '../../samples/hr-nacht.yaml'));
    return desk;
  }

  get database(): string {
    return join(this.engine.folder, 'engine.db');
  }

  /** Runs a command line to its end. */
  async line(...words: readonly string[]): Promise<Said> {
    const ended = await runLine(this.engine, [...words, '--json']);
    const told = ended.stdout === '' ? (ended.stderr.trimEnd().split('\n').at(-1) ?? '{}') : ended.stdout;
    const answer = JSON.parse(told) as { run?: number; error?: { run?: number } };
    return { ...ended, run: answer.run ?? answer.error?.run ?? 0 };
  }

  /** Runs one that has to end well. */
  async done(...words: readonly string[]): Promise<Said> {
    const said = await this.line(...words);
    expect(said.status, `${words.join(' ')}: ${said.stderr}`).toBe(0);
    return said;
  }

  /** Puts a file where HR leaves it. */
  async leave(name: string, content: string | Buffer): Promise<string> {
    const path = join(this.engine.folder, name);
    await writeFile(path, content);
    return path;
  }

  async exported(): Promise<string> {
    return (await runLine(this.engine, ['directory', 'export'])).stdout;
  }

  async directory(): Promise<DirectoryJson> {
    return JSON.parse(await this.exported()) as DirectoryJson;
  }

  /** Applies a plan, and its second pass; where guards stop one, with the flags that they name. */
  async applyAll(run: number): Promise<void> {
    let said = await this.line('apply', String(run), '--second-pass', ...REASON);
    for (let tries = 0; said.status === 4 && tries < 3; tries++)
      said = await this.line('apply', String(said.run), '--second-pass', ...REASON, ...flagsIn(said));
    expect(said.status, said.stderr).toBe(0);
  }

  /** Plans what puts a run back, and applies it. */
  async takeBack(run: number): Promise<void> {
    await this.applyAll((await this.done('undo', String(run))).run);
  }
}

function flagsIn({ stderr }: Said): readonly string[] {
  const { error } = JSON.parse(stderr.trimEnd().split('\n').at(-1) ?? '') as {
    error: { guards: { flags?: string }[] };
  };
  return error.guards.flatMap(({ flags = '' }) => flags.split(' ')).filter((word) => word !== '');
}

/** The accounts in production by number, of all whom HR knows. */
export function accountsIn({ users = [] }: DirectoryJson): Map<string, Account> {
  const ours = users.filter((user) => user.environment === PRODUCTION && !isOutside(user));
  return new Map(ours.map((user) => [user.user.replace('12345.', ''), accountOf(user)]));
}

/** What no file of HR is about: other environments, system users and those from outside, but for what follows to linked users. */
export function elsewhereIn({ users = [] }: DirectoryJson): readonly unknown[] {
  return users
    .filter((user) => user.environment !== PRODUCTION || isOutside(user))
    .map(({ environment, user, blocked, groups, access }) => ({ environment, user, blocked, groups, access }));
}

function isOutside({ system, groups }: UserJson): boolean {
  return system || groups.includes('EXTERN');
}

function accountOf({ description, email, upn, siteLanguage, blocked, groups }: UserJson): Account {
  return { description, email, upn, siteLanguage, blocked, groups: [...groups].sort() };
}

/** To be compared, whatever order they are in. */
export function sorted(accounts: Accounts): readonly (readonly [string, Account])[] {
  return [...accounts].sort(([one], [other]) => (one < other ? -1 : 1));
}

export function activeIn(accounts: Accounts): readonly string[] {
  return sorted(accounts).flatMap(([number, { blocked }]) => (blocked ? [] : [number]));
}
