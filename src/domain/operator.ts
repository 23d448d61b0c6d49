/** Who is at work, judged from what the operating system says: never from what its user can set. */

export interface SystemFacts {
  /** The user that the program runs as; -1 where the system has none. */
  readonly uid: number;
  /** How this program's user numbers stand for those outside; empty where there are no user namespaces. */
  readonly uidMap: string;
  /** The user number that opened the session, which `su` and `sudo` do not change; undefined where it is not kept. */
  readonly loginUid: number | undefined;
  /** What `sudo` says of who is behind it: worth something for root alone. */
  readonly sudo: { readonly user: string; readonly uid: number; readonly gid: number } | undefined;
  /** The name of a user number by the system's own list; undefined for one that it does not know. */
  readonly nameOf: (uid: number) => string | undefined;
}

/** Why somebody cannot be a second person, whatever the plan. */
export type ApprovalBar = 'root' | 'session' | 'namespace';

export interface Operator {
  readonly login: string;
  /** The login that opened the session, where that is another one. */
  readonly sessionLogin: string | null;
  /** The login at the database server; null for a file. */
  readonly databaseLogin: string | null;
  readonly bar: ApprovalBar | null;
}

/** An operator, and the person behind `sudo` whose files are meant by a path. */
export interface JudgedOperator extends Omit<Operator, 'databaseLogin'> {
  readonly behindSudo: { readonly uid: number; readonly gid: number } | null;
}

/** Root is user 0, and every number stands for itself: nobody but the machine's own root can set that up. */
const WHOLE_MACHINE = /^\s*0\s+0\s+4294967295\s*$/u;

const ROOT = 0;

export function judgeOperator(facts: SystemFacts): JudgedOperator {
  const { uid, uidMap, loginUid, nameOf } = facts;
  const named = (number: number): string => nameOf(number) ?? `uid ${number}`;
  if (uidMap !== '' && !WHOLE_MACHINE.test(uidMap)) {
    // Of namespaces within each other the outermost cannot be seen: a name, and never a second person.
    return { login: named(outerUid(uid, uidMap)), sessionLogin: null, bar: 'namespace', behindSudo: null };
  }
  const behindSudo = uid === ROOT ? believedSudo(facts) : null;
  const at = uid === ROOT ? (behindSudo?.uid ?? loginUid ?? ROOT) : uid;
  const sessionLogin = loginUid === undefined || loginUid === at ? null : named(loginUid);
  const bar = at === ROOT ? 'root' : sessionLogin === null ? null : 'session';
  return { login: named(at), sessionLogin, bar, behindSudo };
}

/** Who is behind `sudo`, where its name and its number are of the same user; root itself is nobody behind it. */
function believedSudo({ sudo, nameOf }: SystemFacts): JudgedOperator['behindSudo'] {
  return sudo !== undefined && sudo.uid !== ROOT && nameOf(sudo.uid) === sudo.user ? sudo : null;
}

/** The number that a user has outside its namespace, by lines of `inside outside count`; its own where that is not told. */
function outerUid(uid: number, uidMap: string): number {
  for (const line of uidMap.split('\n')) {
    const [inside = NaN, outside = NaN, count = NaN] = line.trim().split(/\s+/u).map(Number);
    if (uid >= inside && uid < inside + count) return outside + uid - inside;
  }
  return uid;
}

/** What is known of somebody who did something to a plan. */
export type Participant = Pick<Operator, 'login' | 'sessionLogin' | 'databaseLogin'>;

/** Why one is not a second person beside the other: by login, or by the database's login; null for two people. */
export function samePerson(one: Participant, other: Participant): 'login' | 'database' | null {
  const logins = [other.login, other.sessionLogin];
  if (logins.includes(one.login) || (one.sessionLogin !== null && logins.includes(one.sessionLogin))) return 'login';
  return one.databaseLogin !== null && one.databaseLogin === other.databaseLogin ? 'database' : null;
}
