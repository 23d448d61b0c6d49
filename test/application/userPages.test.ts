/** Lists of users: every page, from either end, is a part of the whole list. */
import { expect, test } from 'vitest';
import { parseFilter } from '../../src/domain/filter/parseFilter.js';
import { NO_FILTER, type UserFilter } from '../../src/domain/userFilter.js';
import type { PagePlace, UserOrder, UserQuery } from '../../src/application/userUseCases.js';
import { freshEngine, manyUsers } from '../support/engineTest.js';
import type { Engine } from '../support/engine.js';

const filterOf = (text: string): UserFilter => {
  const read = parseFilter(text);
  if ('fault' in read) throw new Error(read.fault.term);
  return read.filter;
};

async function codes({ useCases }: Engine, query: UserQuery): Promise<string[]> {
  const found: string[] = [];
  for await (const users of useCases.users(query))
    found.push(...users.map(({ environment, user }) => `${environment} ${user}`));
  return found;
}

async function paged(
  { useCases }: Engine,
  query: UserQuery,
  order: UserOrder,
  from: 'first' | 'last',
): Promise<readonly string[]> {
  const found: string[][] = [];
  for (let place: PagePlace = { from }; ;) {
    const { accounts } = await useCases.userPage(query, order, place, 3);
    const page = accounts.map(({ code }) => code);
    found.push(page);
    const [edge] = from === 'first' ? accounts.slice(-1) : accounts;
    if (!edge || accounts.length < 3) return (from === 'first' ? found : found.reverse()).flat();
    place = from === 'first' ? { after: edge.place } : { before: edge.place };
  }
}

test.each(['user', 'description', 'email'] as const)('pages by %s are the list, from either end', async (order) => {
  const engine = await freshEngine({ users: { ...manyUsers(10), ...manyUsers(7, 'T12345AB') } });
  for (const query of [
    { filter: NO_FILTER },
    { filter: filterOf('-blocked:yes') },
    { environment: 't12345ab', filter: NO_FILTER },
  ]) {
    const downwards = await paged(engine, query, order, 'first');
    expect(new Set(downwards).size).toBe(downwards.length);
    expect(await paged(engine, query, order, 'last')).toEqual(downwards);
    expect(await engine.useCases.countUsers(query)).toBe(downwards.length);
    const users = (await codes(engine, query)).map((user) => user.split(' ')[1]?.toLowerCase());
    expect(downwards.map((code) => code.toLowerCase()).sort()).toEqual([...new Set(users)].sort());
  }
});

test('an account is shown whole, whichever of its users is found; in the environment that is asked for, alone', async () => {
  const { useCases } = await freshEngine({ users: { 'T12345AB 12345.BBA': { blocked: true } } });
  const environments = async (query: UserQuery): Promise<unknown> =>
    (await useCases.userPage(query, 'user', { from: 'first' }, 1)).accounts.map(({ users }) =>
      users.map(({ environment }) => environment),
    );
  const all = (await useCases.userAccounts('bba')).flatMap(({ users }) => users.map(({ environment }) => environment));
  expect(all.length).toBeGreaterThan(1);
  expect(await environments({ filter: filterOf('user:bba blocked:ja') })).toEqual([all]);
  expect(await environments({ filter: filterOf('user:bba'), environment: 'T12345AB' })).toEqual([['T12345AB']]);
});
