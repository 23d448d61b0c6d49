/** Any act by hand on the users of `directories`. */
import fc from 'fast-check';
import type { ActRequest } from '../../src/application/userUseCases.js';

const codes = fc.constantFrom('A', '12345.b', 'C', 'd@x', 'SYS', 'NIEUW');
const one = fc.tuple(codes);
const some = fc.uniqueArray(codes, { minLength: 1, maxLength: 4 });
const groups = fc.uniqueArray(fc.constantFrom('G1', 'g2', 'Iedereen'), { minLength: 1, maxLength: 2 });
const values = fc.record(
  {
    description: fc.constantFrom('Drie', ''),
    email: fc.constantFrom('c@x.nl', ''),
    upn: fc.constantFrom('u4@x.nl', 'u1@x.nl', ''),
    person: fc.constantFrom('P1', 'P2', ''),
    outSite: fc.constantFrom('J', 'N', ''),
    siteLanguage: fc.constantFrom('2057', ''),
  },
  { requiredKeys: ['description'] },
);
const system = fc.boolean();
const fixed = fc.constant.bind(fc);

export type Asked = Omit<ActRequest, 'environment'>;

export const acts: fc.Arbitrary<Asked> = fc.oneof(
  fc.record({ act: fixed('add' as const), users: one, values, groups }),
  fc.record({ act: fixed('set' as const), users: some, values, system }),
  fc.record({ act: fixed('block' as const), users: some, keepGroups: fc.boolean(), system }),
  fc.record({ act: fixed('unblock' as const), users: some, system }),
  fc.record({
    act: fixed('rename' as const),
    users: one,
    values: fc.record({ newUser: fc.constantFrom('NIEUWER', 'a', 'B') }),
  }),
  fc.record({ act: fixed('join' as const), users: some, groups }),
  fc.record({ act: fixed('leave' as const), users: some, groups }),
  fc.record({
    act: fixed('link' as const),
    users: one,
    values: fc.record({ person: fc.constantFrom('P1', 'P2', 'P9') }),
  }),
  fc.record({ act: fixed('accept' as const), users: one, values: fc.record({ accept: fc.constantFrom('J', 'nee') }) }),
  fc.record({ act: fixed('merge' as const), users: one, into: codes }),
  fc.record({ act: fixed('delete' as const), users: one, system }),
  fc.record({ act: fixed('make-ordinary' as const), users: one, values: fc.record({ person: fixed('P1') }) }),
);
