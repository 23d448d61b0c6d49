/** What connectors and their fields are usually called: in AFAS's own connectors, and in those of others. */
import { CONNECTED_FIELDS, type ConnectedList } from '../domain/connection.js';
import { fieldOf, isFieldId } from '../domain/fields.js';

/** AFAS's own. Its groups are those that somebody is in. */
export const USUAL_CONNECTORS: Readonly<Record<Exclude<ConnectedList, 'groups'>, string>> = {
  users: 'Profit_Users',
  memberships: 'Profit_UserGroups',
  persons: 'Profit_OrgPer',
};

/** Beside the name in a KnUser message; `Decription` is how AFAS writes it. */
const OTHERS: Readonly<Record<string, readonly string[]>> = {
  'users.user': ['UserId', 'Gebruiker'],
  'users.description': ['Description', 'Omschrijving'],
  'users.email': ['Email', 'Email_werk_gebruiker'],
  'users.upn': ['UPN'],
  'users.person': ['PersonId', 'Persoonsnummer'],
  'users.profit': ['Windows', 'Profit_Windows'],
  'users.inSite': ['InSite'],
  'users.outSite': ['OutSite'],
  'users.connector': ['Connector'],
  'users.commandLine': ['Commandline'],
  'users.blocked': ['Blocked', 'Geblokkeerd'],
  'groups.group': ['GroupId'],
  'groups.groupDescription': ['Decription', 'Description', 'Omschrijving'],
  'memberships.group': ['GroupId'],
  'memberships.user': ['UserId', 'Gebruiker'],
  'persons.person': ['BcCo', 'PersonId', 'Persoonsnummer'],
  'persons.description': ['Name', 'Naam'],
};

/** Which of the fields that a connector has gives each thing of a list, by `LIST.FIELD`. */
export function usualFields(list: ConnectedList, has: readonly string[]): Readonly<Record<string, string>> {
  const written = new Map(has.map((field) => [field.toLowerCase(), field]));
  const found: Record<string, string> = {};
  for (const field of CONNECTED_FIELDS[list]) {
    const name = `${list}.${field}`;
    const knUser = isFieldId(field) ? [fieldOf(field).knUserId] : [];
    for (const candidate of [...(OTHERS[name] ?? []), ...knUser]) {
      const is = written.get(candidate.toLowerCase());
      if (is !== undefined) found[name] ??= is;
    }
  }
  return found;
}
