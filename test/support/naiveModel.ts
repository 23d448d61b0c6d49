/**
 * The rules once more, written from docs/rules.md and nothing else: one row at a time over plain objects,
 * without chunks, plans or a database. What it and the engine disagree on is wrong in one of them.
 */
import type { PlannedRow } from '../../src/domain/plannedRow.js';
import { fullOf, type DirectoryNote, type FullDirectory, type UserNote } from './engineDirectory.js';

export type ModelRow = Readonly<Record<string, string>>;

export interface ModelImport {
  readonly type: 'user' | 'mutation';
  readonly environment: string;
  readonly columns: readonly string[];
  readonly rows: readonly ModelRow[];
  readonly empty: Readonly<Record<string, 'keep' | 'clear'>>;
  /** By environment: whom it protects. */
  readonly protect?: Readonly<Record<string, ModelFilter>>;
}

/** Filters, and whom they find. */
const FINDS = {
  'group:G1': (_code, { groups }) => groups.includes('G1'),
  'group:G2 -user:B': (code, { groups }) => groups.includes('G2') && !same(code, '12345.B'),
  'description:een': (_code, { description }) => description === 'Een',
  'user:a': (code) => same(code, '12345.A'),
  'outSite:ja': (_code, { access }) => access.includes('outSite'),
  'token~een': (_code, { tokens }) => tokens.includes('Pocket / een'),
  '-person:P1': (_code, { person }) => person !== 'P1',
  '.c': (code) => same(code, '12345.C'),
  'blocked:no': (_code, { blocked }) => !blocked,
} as const satisfies Record<string, (code: string, user: UserNote) => boolean>;
export type ModelFilter = keyof typeof FINDS;

/** Whether an environment that protects whom a filter finds, or nobody, protects a user. */
export function isProtected(filter: ModelFilter | undefined, code: string, user: UserNote): boolean {
  return filter !== undefined && FINDS[filter](code, user);
}
export const MODEL_FILTERS = Object.keys(FINDS) as ModelFilter[];

export interface ModelAnswer {
  readonly outcome: string;
  /** `CODE level field`, sorted. */
  readonly messages: readonly string[];
  readonly tokens: number;
}

interface Person {
  environment: string;
  code: string;
  note: { -readonly [Key in keyof UserNote]: UserNote[Key] };
  /** Its environment protects it, as it was before the import. */
  kept: boolean;
  /** Made by this import: its UPN waits for the second pass. */
  made: boolean;
  waitsFor: string;
}

const IDENTITY = ['description', 'email', 'upn'] as const;
const ACCESS = ['profit', 'inSite', 'outSite', 'connector', 'commandLine', 'accept', 'portalAdmin'] as const;
const FIELDS = [...IDENTITY, 'person', 'group', 'groupDescription', 'password', 'newUser', ...ACCESS, 'siteLanguage'];
const YES = ['j', 'ja', 'y', 'yes', 'true', 'waar', '1', 'x'];
const NO = ['n', 'nee', 'no', 'false', 'onwaar', '0'];
const LENGTHS: Readonly<Record<string, number>> = {
  description: 80,
  email: 255,
  upn: 255,
  person: 15,
  group: 20,
  groupDescription: 50,
};

const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

export function playModel(
  note: DirectoryNote,
  given: ModelImport,
): { rows: ModelAnswer[]; directory: FullDirectory; waiting: ReadonlyMap<string, string> } {
  const start = fullOf(note);
  const { type: kind, participant } = start.environments[given.environment]!;
  const everybody: Person[] = Object.entries(start.users).map(([key, user]) => {
    const [environment = '', code = ''] = key.split(' ');
    const kept = isProtected(given.protect?.[environment], code, user);
    return { environment, code, note: { ...user }, kept, made: false, waitsFor: '' };
  });
  const ofType =
    (deleted: boolean) =>
    (user: Person): boolean => {
      const environment = start.environments[user.environment]!;
      return environment.type === kind && environment.deleted === deleted;
    };
  const groups: Record<string, string> = { ...start.groups };

  const groupNamed = (code: string): string | undefined =>
    Object.keys(groups)
      .filter((key) => key.startsWith(`${given.environment} `))
      .map((key) => key.slice(given.environment.length + 1))
      .find((one) => same(one, code));

  function playRow(row: ModelRow): ModelAnswer {
    const messages = new Set<string>();
    const error = (code: string, field: string): unknown => messages.add(`${code} error ${field}`);
    const imports = (field: string): boolean => given.columns.includes(field);
    const says = (field: string): string => (imports(field) ? (row[field] ?? '').trim() : '');
    const wants = (field: string): string | undefined => {
      const isIdentity = (IDENTITY as readonly string[]).includes(field);
      if (says(field) !== '') return says(field);
      if (!imports(field) && !isIdentity) return undefined;
      return (given.empty[field] ?? (isIdentity ? 'clear' : 'keep')) === 'clear' ? '' : undefined;
    };

    // What the row asks, and of whom.
    let code = given.type === 'mutation' ? 'mutation' : says('mutationCode');
    if (code === '') messages.add('CODE_DEFAULTED warning mutationCode');
    code ||= '0';
    const isCode = ['0', '1', '2', '3', '4', '5', '6', 'mutation'].includes(code);
    if (!isCode) error('CODE_INVALID', 'mutationCode');
    const creating = ['0', '1', '2', '3'].includes(code);
    const writing = ['1', '2', '3', 'mutation'].includes(code);
    const complete = (text: string): string => (text === '' || /^\d+\../u.test(text) ? text : `${participant}.${text}`);
    const name = complete(says('user'));
    if (name === '') error('USER_MISSING', 'user');
    if ([...name].length > 20) error('USER_TOO_LONG', 'user');
    const holders = name === '' ? [] : everybody.filter(ofType(false)).filter((user) => same(user.code, name));
    const target = holders.find((user) => user.environment === given.environment);
    const linked = holders.filter((user) => user !== target);
    const isNew = name !== '' && !target && creating;
    if (name !== '' && isCode && !target && !creating) error('USER_UNKNOWN', 'user');
    if (holders.some((user) => user.note.system)) error('SYSTEM_USER', 'user');

    // Its values, each for itself.
    const uses = (field: string): boolean => {
      if (!isCode || (IDENTITY as readonly string[]).includes(field)) return true;
      if (field === 'newUser') return code === '4';
      if (field === 'group') return code === '1' || code === '3';
      if (field === 'groupDescription') return code === '3';
      if (field === 'password' && code === '5') return true;
      return isNew || writing;
    };
    for (const field of FIELDS) {
      const text = says(field);
      if (text === '' || !uses(field) || field === 'newUser') continue;
      if (field === 'password') {
        if ([...text].length < 12) error('PASSWORD_WEAK', field);
      } else if ([...text].length > (LENGTHS[field] ?? Infinity)) error('VALUE_TOO_LONG', field);
      else if ((ACCESS as readonly string[]).includes(field) && ![...YES, ...NO].includes(text.toLowerCase()))
        error('VALUE_INVALID', field);
      else if (field === 'siteLanguage' && !['1031', '1036', '1043', '2057', '2067'].includes(text))
        error('VALUE_INVALID', field);
      else if (field === 'email' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/u.test(text)) error('EMAIL_INVALID', field);
    }
    if (!isCode) return answer('rejected', messages, 0);

    // What it leans on.
    const newName = code === '4' ? complete(says('newUser')) : '';
    if (code === '4' && newName === '') error('NEW_CODE_MISSING', 'newUser');
    if ([...newName].length > 20) error('USER_TOO_LONG', 'newUser');
    if (
      newName !== '' &&
      !same(newName, name) &&
      everybody.some((user) => ofType(false)(user) && same(user.code, newName))
    )
      error('NEW_CODE_TAKEN', 'newUser');
    if (code === '5' && says('password') === '') error('PASSWORD_MISSING', 'password');
    const person = uses('person') ? wants('person') : undefined;
    const known = (start.persons[given.environment] ?? []).find((one) => same(one, person ?? ''));
    if (person && known === undefined) error('PERSON_UNKNOWN', 'person');
    if (isNew && !person) messages.add('PERSON_MISSING warning person');
    const group = uses('group') ? says('group') : '';
    const everyone = same(group, 'Iedereen');
    if (group !== '' && !everyone && code === '1' && groupNamed(group) === undefined) error('GROUP_UNKNOWN', 'group');

    const upn = wants('upn');
    if (upn && name !== '') {
      const others = everybody.filter((user) => !same(user.code, name));
      if (others.some((user) => ofType(false)(user) && (same(user.note.upn, upn) || same(user.waitsFor, upn))))
        error('UPN_TAKEN', 'upn');
      const holdsIt = target !== undefined && holders.every((user) => same(user.note.upn, upn));
      if (!holdsIt && everybody.some((user) => ofType(true)(user) && same(user.note.upn, upn)))
        error('UPN_LEFTOVER', 'upn');
    }
    if (name === '' || (!target && !isNew)) return answer('rejected', messages, 0);

    // How it would leave the users.
    const before: Person = target ?? {
      environment: given.environment,
      code: name,
      note: emptyNote(),
      kept: false,
      made: true,
      waitsFor: '',
    };
    const reached = [before, ...linked];
    const after = new Map(reached.map((user) => [user, { ...user, note: { ...user.note } }]));
    for (const user of after.values()) {
      for (const field of IDENTITY) {
        const value = wants(field);
        if (value !== undefined && !(field === 'upn' && before.made)) user.note[field] = value;
      }
      if (newName !== '') user.code = newName;
    }
    const own = after.get(before)!;
    if (isNew || writing) {
      const access = new Set(own.note.access);
      for (const field of ACCESS) {
        const value = wants(field);
        if (value === undefined) continue;
        if (YES.includes(value.toLowerCase())) access.add(field);
        else if (value === '' || NO.includes(value.toLowerCase())) access.delete(field);
      }
      own.note.access = ACCESS.filter((field) => access.has(field));
      own.note.siteLanguage = wants('siteLanguage') ?? own.note.siteLanguage;
      if (person !== undefined) own.note.person = known ?? null;
    }
    if (code === '0' || code === '2') own.note.blocked = true;
    if (code === '6') own.note.blocked = false;
    if (code === '0') own.note.groups = [];
    const joins = group === '' || everyone ? undefined : (groupNamed(group) ?? group);
    if (joins !== undefined && !own.note.groups.includes(joins)) own.note.groups = [...own.note.groups, joins].sort();

    // What may not be.
    const isDeprived = reached.some((user) => {
      const next = after.get(user)!;
      const loses = (['groups', 'access'] as const).some((what) =>
        [...user.note[what]].some((one) => !(next.note[what] as readonly string[]).includes(one)),
      );
      const isBlocked = next.note.blocked && !user.note.blocked;
      const getsPassword = uses('password') && says('password') !== '';
      return user.kept && (loses || isBlocked || getsPassword || next.code !== user.code);
    });
    if (isDeprived) error('PROTECTED', 'user');
    if (isNew && own.note.description === '') error('DESCRIPTION_MISSING', 'description');
    if (own.code.includes('@')) {
      const givesProfit = (isNew || !before.note.access.includes('profit')) && own.note.access.includes('profit');
      const renames = reached.some((user) => user.code !== after.get(user)!.code);
      const harm = [...after.values()].some((user) => user.note.access.includes('profit'));
      messages.add(`USER_AT_SIGN ${harm && (isNew || givesProfit || renames) ? 'error' : 'warning'} user`);
    }
    const asksOutSite = (isNew || writing) && YES.includes(says('outSite').toLowerCase());
    const lacksEmail = reached.some((user) => {
      const lacked = !(isNew && user === before) && user.note.access.includes('outSite') && user.note.email === '';
      const lacks = after.get(user)!.note.access.includes('outSite') && after.get(user)!.note.email === '';
      return lacks && (!lacked || (asksOutSite && user === before));
    });
    if (lacksEmail) error('OUTSITE_NEEDS_EMAIL', 'email');
    for (const field of FIELDS) {
      if (says(field) !== '' && !uses(field))
        messages.add(`${field === 'group' ? 'GROUP' : 'FIELD'}_IGNORED notice ${field}`);
    }
    const existing = group === '' || everyone ? undefined : groupNamed(group);
    if (uses('groupDescription') && says('groupDescription') !== '') {
      const isUsed =
        group !== '' &&
        !everyone &&
        (existing === undefined || groups[`${given.environment} ${existing}`] === says('groupDescription'));
      if (!isUsed) messages.add('FIELD_IGNORED notice groupDescription');
    }
    if ([...messages].some((message) => message.includes(' error '))) return answer('rejected', messages, 0);

    // It is done.
    if (before.made && upn) messages.add('UPN_DEFERRED notice upn');
    const stays = before.note.blocked && own.note.blocked && writing && !isNew;
    if (stays && code !== '0' && code !== '2') messages.add('STAYS_BLOCKED warning null');
    const blocks = !isNew && (code === '0' || code === '2');
    if (blocks && linked.some((user) => !user.note.blocked)) messages.add('STAYS_ACTIVE warning null');
    for (const field of IDENTITY) {
      const cleared = reached.some(
        (user) => !(isNew && user === before) && user.note[field] !== '' && after.get(user)!.note[field] === '',
      );
      if (cleared) messages.add(`FIELD_CLEARED warning ${field}`);
    }
    let tokens = 0;
    let changed = false;
    const wasBlocked = before.note.blocked;
    let renamed = false;
    for (const user of reached) {
      const next = after.get(user)!;
      if (user.code !== next.code) {
        renamed = true;
        tokens += user.note.tokens.length;
        next.note.tokens = [];
      }
      changed ||= JSON.stringify([user.code, user.note]) !== JSON.stringify([next.code, next.note]);
      Object.assign(user, { code: next.code, note: next.note });
    }
    if (isNew) everybody.push(before);
    if (before.made && upn !== undefined) before.waitsFor = upn;
    if (joins !== undefined && existing === undefined) {
      groups[`${given.environment} ${joins}`] = says('groupDescription');
      changed = true;
    }
    if (uses('password') && says('password') !== '') changed = true;
    if (isNew) return answer('create', messages, tokens);
    if (!changed) return answer('unchanged', messages, tokens);
    if (code === '4') return answer(renamed ? 'rename' : 'update', messages, tokens);
    if (code === '5') return answer('password', messages, tokens);
    if (wasBlocked === before.note.blocked) return answer('update', messages, tokens);
    return answer(before.note.blocked ? 'block' : 'unblock', messages, tokens);
  }

  const rows = given.rows.map(playRow);
  const users = Object.fromEntries(
    everybody.map(({ environment, code, note: user }) => [`${environment} ${code}`, user]),
  );
  const waiting = new Map(everybody.filter((user) => user.waitsFor !== '').map((user) => [user.code, user.waitsFor]));
  return { rows, directory: { ...start, groups, users }, waiting };
}

/** Planned rows as the model answers them: of a rejected row only what is wrong with it, and no look-alikes. */
export function answersOf(rows: readonly PlannedRow[]): ModelAnswer[] {
  return rows.map(({ outcome, messages, tokensRevoked }) => ({
    outcome,
    messages: messages
      .filter(({ code, level }) => code !== 'USER_LOOKALIKE' && (outcome !== 'rejected' || level === 'error'))
      .map(({ code, level, field }) => `${code} ${level} ${field}`)
      .sort(),
    tokens: tokensRevoked,
  }));
}

function answer(outcome: string, messages: ReadonlySet<string>, tokens: number): ModelAnswer {
  // Of a row that is rejected, only what is wrong with it matters.
  const told = [...messages].filter((message) => outcome !== 'rejected' || message.includes(' error '));
  return { outcome, messages: told.sort(), tokens };
}

/** A user that nobody filled in: the defaults for new users (docs/rules.md, *Defaults for new users*). */
function emptyNote(): Person['note'] {
  return {
    description: '',
    email: '',
    upn: '',
    person: null,
    system: false,
    blocked: false,
    access: ['profit', 'inSite'],
    siteLanguage: '1043',
    groups: [],
    tokens: [],
  };
}
