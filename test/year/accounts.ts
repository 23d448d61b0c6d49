/** What the directory has to hold, worked out from the company in the plainest way. */
import { DEPARTMENTS, type Company, type Move } from './company.js';

export interface Account {
  readonly description: string;
  readonly email: string;
  readonly upn: string;
  readonly siteLanguage: string;
  readonly blocked: boolean;
  readonly groups: readonly string[];
}

export type Accounts = ReadonlyMap<string, Account>;

/** The accounts after a night that went well, of those before it. */
export function afterNight(before: Accounts, { people }: Company): Accounts {
  const after = new Map<string, Account>();
  for (const [number, account] of before)
    after.set(number, people.has(number) ? account : { ...account, blocked: true, groups: [] });
  for (const { number, first, last, mail, departments, language, status } of people.values()) {
    const known = before.get(number);
    const identity = { description: `${first} ${last}`, email: mail, upn: mail.toLowerCase() };
    const groups = departments.map((department): string => DEPARTMENTS[department]);
    const siteLanguage = language === 'NL' ? '1043' : '2057';
    const own = known ?? { siteLanguage, blocked: false, groups: [] };
    if (status === 'Uit dienst') after.set(number, { ...own, ...identity, blocked: true, groups: [] });
    else if (status === 'Terug in dienst') after.set(number, { ...own, ...identity, blocked: false });
    else
      after.set(number, {
        ...own,
        ...identity,
        siteLanguage,
        groups: [...new Set([...own.groups, ...groups])].sort(),
      });
  }
  return after;
}

/** The accounts after an administrator took somebody out of a group. */
export function afterMove(before: Accounts, { number, from }: Move): Accounts {
  const account = before.get(number);
  if (!account) return before;
  const groups = account.groups.filter((group) => group !== DEPARTMENTS[from]);
  return new Map(before).set(number, { ...account, groups });
}
