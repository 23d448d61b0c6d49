/** The KnUser UpdateConnector: one message at a time, by the rules of the model, with what is not documented as switches. */
import { FIELDS } from '../../../src/domain/fields.js';
import { fullOf, type FullDirectory } from '../engineDirectory.js';
import { playModel } from '../naiveModel.js';
import { Refused } from './query.js';
import type { Switches } from './switches.js';

interface Element {
  readonly '@UsId'?: string;
  readonly Fields: Readonly<Record<string, unknown>>;
}

/** In KnUser no more since Profit 3: a password, and two flags. */
const REMOVED = new Set(['Pw', 'Acon', 'Acom', 'Abac']);
/** Fields of KnUser that the model has no word for. */
const IGNORED = new Set(['XOEA', 'CAId', 'CANm', 'OcUs']);

const IDENTITY = ['description', 'email', 'upn'] as const;

export interface Posting {
  readonly environment: string;
  readonly method: 'POST' | 'PUT';
  readonly body: string;
  readonly switches: Switches;
  /** How many users of an environment may be active. */
  readonly licences: number;
}

/** Hands over the directory as a message leaves it, element by element where that is how it is; throws `Refused`. */
export function posted(
  directory: FullDirectory,
  { environment, method, body, switches, licences }: Posting,
  keep: (left: FullDirectory) => void,
): void {
  const element = (JSON.parse(body) as { readonly KnUser: { readonly Element: Element | readonly Element[] } }).KnUser
    .Element;
  const elements = Array.isArray(element) ? (element as readonly Element[]) : [element as Element];
  let left = directory;
  for (const one of elements) {
    const after = write(left, environment, method, one, switches);
    const active = activeIn(after, environment);
    if (active > licences && active > activeIn(left, environment))
      throw new Refused('Het aantal gebruikers van de licentie is bereikt.');
    left = after;
    if (switches.elements === 'each') keep(left);
  }
  keep(left);
}

/** Who is blocked takes no licence. */
function activeIn({ users }: FullDirectory, environment: string): number {
  return Object.entries(users).filter(([name, { blocked }]) => name.startsWith(`${environment} `) && !blocked).length;
}

function write(
  directory: FullDirectory,
  environment: string,
  method: 'POST' | 'PUT',
  { '@UsId': key, Fields }: Element,
  switches: Switches,
): FullDirectory {
  const row = rowOf({ ...(key !== undefined && { UsId: key }), ...Fields });
  const user = row['user'] ?? '';
  const held = Object.entries(directory.users).find(
    ([name]) => name.toLowerCase() === `${environment} ${user}`.toLowerCase(),
  )?.[1];
  if (row['mutationCode'] === undefined && switches.withoutCode === 'refused')
    throw new Refused("Veld 'MtCd' is verplicht.");
  if (!held && method === 'PUT' && switches.putOfUnknown === 'refused')
    throw new Refused("De ingevulde waarde bij 'Gebruiker' bestaat niet.");
  if (held && switches.unchanged === 'refused')
    for (const field of ['email', 'upn'] as const)
      if (row[field] && row[field] === held[field]) throw new Refused(`De waarde bij '${field}' is al in gebruik.`);
  if (held?.upn && row['mutationCode'] === '4' && switches.renameWithUpn === 'refused')
    throw new Refused('De gebruikerscode kan niet gewijzigd worden zolang de UPN is gevuld.');
  if (held && switches.description === 'ignored') delete row['description'];
  const alone = switches.sync === 'stays';
  const {
    rows,
    directory: after,
    waiting,
  } = playModel(alone ? only(directory, environment) : directory, {
    type: 'user',
    environment,
    columns: Object.keys(row),
    rows: [row],
    // Only what is sent changes; what is sent empty is cleared.
    empty: Object.fromEntries([...IDENTITY, 'person'].map((field) => [field, field in row ? 'clear' : 'keep'])),
  });
  if (rows[0]?.outcome === 'rejected') throw new Refused(`Geweigerd: ${rows[0].messages.join(', ')}`);
  const users = { ...(alone && directory.users), ...after.users };
  const upn = waiting.get(user);
  const name = `${environment} ${user}`;
  const made = users[name];
  if (upn !== undefined && made && switches.upnAtCreation === 'now') users[name] = { ...made, upn };
  return { ...directory, groups: { ...directory.groups, ...after.groups }, users };
}

function rowOf(fields: Readonly<Record<string, unknown>>): Record<string, string> {
  const row: Record<string, string> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (IGNORED.has(name)) continue;
    const field = FIELDS.find(({ knUserId }) => knUserId === name);
    if (!field || REMOVED.has(name)) throw new Refused(`Veld '${name}' niet gevonden`);
    row[field.id] = typeof value === 'boolean' ? (value ? '1' : '0') : String(value);
  }
  return row;
}

function only(directory: FullDirectory, environment: string): FullDirectory {
  const { environments, users, ...rest } = directory;
  return fullOf({
    ...rest,
    environments: Object.fromEntries(Object.entries(environments).filter(([code]) => code === environment)),
    users: Object.fromEntries(Object.entries(users).filter(([name]) => name.startsWith(`${environment} `))),
  });
}
