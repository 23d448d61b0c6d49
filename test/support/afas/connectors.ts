/** GetConnectors of the stand-in: AFAS's own, with the fields that it documents, and some as customers make them. */
import type { FullDirectory, UserNote } from '../engineDirectory.js';

export type Value = string | boolean | null;
export type Row = Readonly<Record<string, Value>>;

export interface Connector {
  readonly description: string;
  readonly fields: readonly string[];
  readonly rows: (directory: FullDirectory, environment: string) => Row[];
}

type User = UserNote & { readonly code: string };

const may = (user: User, field: UserNote['access'][number]): boolean => user.access.includes(field);

function usersOf({ users }: FullDirectory, environment: string): User[] {
  return ofEnvironment(users, environment).map(([code, user]) => ({ ...user, code }));
}

function ofEnvironment<Of>(of: Readonly<Record<string, Of>>, environment: string): [string, Of][] {
  return Object.entries(of).flatMap(([key, value]): [string, Of][] =>
    key.startsWith(`${environment} `) ? [[key.slice(environment.length + 1), value]] : [],
  );
}

/** Text that is empty is null. */
const text = (value: string | null): Value => (value === '' ? null : value);

function connector<Item>(
  description: string,
  items: (directory: FullDirectory, environment: string) => readonly Item[],
  fields: Readonly<Record<string, (item: Item) => Value>>,
): Connector {
  const each = Object.entries(fields);
  return {
    description,
    fields: Object.keys(fields),
    rows: (directory, environment) =>
      items(directory, environment).map((item) =>
        Object.fromEntries(each.map(([field, value]) => [field, value(item)])),
      ),
  };
}

interface Membership {
  readonly user: string | null;
  readonly group: string;
  readonly description: string;
}

function groupsOf({ groups }: FullDirectory, environment: string): Omit<Membership, 'user'>[] {
  return ofEnvironment(groups, environment).map(([group, description]) => ({ group, description }));
}

function membershipsOf(directory: FullDirectory, environment: string): Membership[] {
  return usersOf(directory, environment).flatMap(({ code, groups }) =>
    [...groups, 'Iedereen'].map((group) => ({
      user: code,
      group,
      description: directory.groups[`${environment} ${group}`] ?? group,
    })),
  );
}

/** `Decription` is AFAS's own writing. */
export const CONNECTORS: Readonly<Record<string, Connector>> = {
  Profit_Users: connector('Gebruikers', usersOf, {
    UserId: ({ code }) => code,
    Description: ({ description }) => text(description),
    UPN: ({ upn }) => text(upn),
    Blocked: ({ blocked }) => blocked,
    Email: ({ email }) => text(email),
    Windows: (user) => may(user, 'profit'),
    Connector: (user) => may(user, 'connector'),
    OutSite: (user) => may(user, 'outSite'),
    InSite: (user) => may(user, 'inSite'),
    PersonId: ({ person }) => text(person),
    EmployeeId: () => null,
  }),
  Profit_UserGroups: connector('Gebruikersgroepen', membershipsOf, {
    GroupId: ({ group }) => group,
    Decription: ({ description }) => text(description),
    UserId: ({ user }) => user,
  }),
  Profit_OrgPer: connector('Organisaties en personen', ({ persons }, environment) => persons[environment] ?? [], {
    BcCo: (person) => person,
    Type: () => 'P',
    SearchName: (person) => `Persoon ${person}`,
    Name: (person) => `Persoon ${person}`,
  }),
  /** As a customer makes it, with names of KnUser: everything that can be known. */
  Instroom_Users: connector('Gebruikers voor Instroom', usersOf, {
    UsId: ({ code }) => code,
    Nm: ({ description }) => text(description),
    EmAd: ({ email }) => text(email),
    Email_werk: ({ email }) => text(email),
    Upn: ({ upn }) => text(upn),
    BcCo: ({ person }) => text(person),
    Geblokkeerd: ({ blocked }) => blocked,
    Awin: (user) => may(user, 'profit'),
    InSi: (user) => may(user, 'inSite'),
    Site: (user) => may(user, 'outSite'),
    Acon: (user) => may(user, 'connector'),
    Acom: (user) => may(user, 'commandLine'),
    AcUs: (user) => may(user, 'accept'),
    PoMa: (user) => may(user, 'portalAdmin'),
    InLn: ({ siteLanguage }) => siteLanguage,
  }),
  Instroom_Groups: connector('Groepen voor Instroom', groupsOf, {
    GroupId: ({ group }) => group,
    Description: ({ description }) => text(description),
  }),
  /** Groups with nobody in them too, and people of whom one has several contracts. */
  Instroom_UserGroups: connector(
    'Leden voor Instroom',
    (directory, environment) => [
      ...groupsOf(directory, environment).map((group) => ({ ...group, user: null })),
      ...membershipsOf(directory, environment).flatMap((member) => [member, member]),
    ],
    { GroupId: ({ group }) => group, UserId: ({ user }) => user },
  ),
};
