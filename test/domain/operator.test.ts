/** Who is at work, by what the system says. */
import { describe, expect, it } from 'vitest';
import { judgeOperator, samePerson, type SystemFacts } from '../../src/domain/operator.js';
import { person } from '../support/people.js';

const NAMES: Readonly<Record<number, string>> = { 0: 'root', 1001: 'jan', 1002: 'piet' };
const facts = (given: Partial<SystemFacts>): SystemFacts => ({
  uid: 1001,
  uidMap: '         0          0 4294967295\n',
  loginUid: undefined,
  sudo: undefined,
  nameOf: (uid) => NAMES[uid],
  ...given,
});
const PIET = { user: 'piet', uid: 1002, gid: 100 };

describe('the operator', () => {
  it.each([
    ['the user of the process', {}, 'jan', null, null],
    ['whatever is said of sudo', { sudo: PIET }, 'jan', null, null],
    ['its number, without a name', { uid: 5 }, 'uid 5', null, null],
    ['as root the one behind sudo', { uid: 0, sudo: PIET }, 'piet', null, null],
    ['in a session of one’s own', { uid: 0, sudo: PIET, loginUid: 1002 }, 'piet', null, null],
    ['as root who opened the session', { uid: 0, loginUid: 1001 }, 'jan', null, null],
    ['root, where root is behind sudo', { uid: 0, sudo: { user: 'root', uid: 0, gid: 0 } }, 'root', null, 'root'],
    ['root alone', { uid: 0 }, 'root', null, 'root'],
    ['root, where the number is another’s', { uid: 0, sudo: { ...PIET, uid: 1001 } }, 'root', null, 'root'],
    ['a name in the session of another', { uid: 1002, loginUid: 1001 }, 'piet', 'jan', 'session'],
    ['a person behind sudo in that of another', { uid: 0, sudo: PIET, loginUid: 1001 }, 'piet', 'jan', 'session'],
    ['root’s outside', { uid: 0, sudo: PIET, uidMap: ' 0 1001 1\n' }, 'jan', null, 'namespace'],
    ['a user’s outside', { uid: 1002, uidMap: '0 1001 1\n1002 100000 10\n' }, 'uid 100000', null, 'namespace'],
    ['what it is, where that cannot be read', { uid: 0, sudo: PIET, uidMap: 'unknown' }, 'root', null, 'namespace'],
    ['without namespaces', { uid: 0, sudo: PIET, uidMap: '' }, 'piet', null, null],
  ] as const)('is %s', (_what, given, login, sessionLogin, bar) => {
    expect(judgeOperator(facts(given))).toMatchObject({ login, sessionLogin, bar });
  });

  it('opens the files of the person behind sudo, where that is believed', () => {
    expect(judgeOperator(facts({ uid: 0, sudo: PIET })).behindSudo).toMatchObject({ uid: 1002, gid: 100 });
    expect(judgeOperator(facts({ uid: 0, sudo: { ...PIET, user: 'jan' } })).behindSudo).toBeNull();
    expect(judgeOperator(facts({ sudo: PIET })).behindSudo).toBeNull();
  });
});

it('two people differ in their logins, their sessions and their logins at the database', () => {
  const at = (login: string, databaseLogin: string | null, sessionLogin: string | null = null) =>
    person(login, { databaseLogin, sessionLogin });
  expect(samePerson(at('jan', null), at('piet', null))).toBeNull();
  expect(samePerson(at('jan', 'a'), at('jan', 'b'))).toBe('login');
  expect(samePerson(at('jan', null), at('piet', null, 'jan'))).toBe('login');
  expect(samePerson(at('piet', null, 'jan'), at('jan', null))).toBe('login');
  expect(samePerson(at('jan', 'a'), at('piet', 'a'))).toBe('database');
  expect(samePerson(at('jan', 'a'), at('piet', 'b'))).toBeNull();
});
