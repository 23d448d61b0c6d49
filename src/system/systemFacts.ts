/** What the operating system says of who is at work. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import type { SystemFacts } from '../domain/operator.js';

/** What the composition root knows of its own process. */
export interface ProcessFacts {
  readonly uid: number;
  readonly platform: string;
  readonly execPath: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** A session that nobody logged in to. */
const NO_LOGIN = 4294967295;

export function systemFacts({ uid, platform, execPath, env }: ProcessFacts): SystemFacts {
  const names = new Map<number, string | undefined>();
  return {
    uid,
    // A Linux that does not show it is not believed to be the whole machine.
    uidMap: platform === 'linux' ? (textOf('/proc/self/uid_map') ?? 'unknown') : '',
    loginUid: loginUidOf(textOf('/proc/self/loginuid')),
    sudo: sudoOf(env['SUDO_USER'], env['SUDO_UID'], env['SUDO_GID']),
    nameOf(asked) {
      if (!names.has(asked)) names.set(asked, localName(asked) ?? (asked === uid ? ownName() : nameAs(asked)));
      return names.get(asked);
    },
  };

  /** Users whom a server knows are in no file: root becomes one for a moment and asks for its own name. */
  function nameAs(other: number): string | undefined {
    if (uid !== 0) return undefined;
    try {
      const answer = execFileSync(execPath, ['-p', 'require("node:os").userInfo().username'], {
        uid: other,
        env: {},
        cwd: '/',
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      return answer.toString('utf8').trim();
    } catch {
      return undefined;
    }
  }
}

function ownName(): string | undefined {
  try {
    return userInfo().username;
  } catch {
    return undefined;
  }
}

function localName(uid: number): string | undefined {
  for (const line of textOf('/etc/passwd')?.split('\n') ?? []) {
    const [name = '', , number] = line.split(':');
    if (name !== '' && number === String(uid)) return name;
  }
  return undefined;
}

function loginUidOf(text: string | undefined): number | undefined {
  const uid = Number.parseInt(text ?? '', 10);
  return Number.isNaN(uid) || uid === NO_LOGIN ? undefined : uid;
}

function sudoOf(user = '', uid = '', gid = ''): SystemFacts['sudo'] {
  const isNumber = (text: string): boolean => /^\d+$/u.test(text);
  return user !== '' && isNumber(uid) && isNumber(gid) ? { user, uid: Number(uid), gid: Number(gid) } : undefined;
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
