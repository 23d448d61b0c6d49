/**
 * A row of a plan as messages for AFAS's update connector of users: a mutation code always, what differs, and nothing
 * else, for a value that is sent again can be refused there. What is documented of it alone is used.
 */
import { fieldOf, isAccessField, isIdentityField, type FieldId } from '../fields.js';
import type { ChangedField, FieldChange, PlannedRow } from '../plannedRow.js';
import { caseKey } from '../sourceRow.js';
import { beyondItsUser, noteOn, upnLater } from './deliverRow.js';
import type { DeliveryNote } from './delivery.js';
import { isCreated, stepsOf, writesOwn, type Doing } from './steps.js';

type Sent = string | boolean;

export interface KnUserMessage {
  readonly KnUser: {
    readonly Element: { readonly '@UsId': string; readonly Fields: Readonly<Record<string, Sent>> };
  };
}

export type KnUserRow =
  | { readonly messages: readonly KnUserMessage[]; readonly told: readonly DeliveryNote[] }
  | { readonly refused: DeliveryNote };

export interface RowToSend {
  readonly planned: PlannedRow;
  /** The environment that the messages are for. */
  readonly environment: string;
  /** Whether a row that does more than e-mail, description and UPN is refused, as in a second pass. */
  readonly identityOnly: boolean;
  /** The groups that the user is in as the directory has it, folded; undefined for who is not there. */
  readonly groups: Iterable<string> | undefined;
  readonly isSystem: boolean;
  /** What the plan calls a group that it creates. */
  readonly groupDescription: (code: string) => string;
}

/** They are in the catalogue, and were taken out of KnUser. */
const NOT_CARRIED: ReadonlySet<ChangedField> = new Set(['connector', 'commandLine']);

/** The messages of a row; none for one that changes nothing. */
export function knUserRow(row: RowToSend): KnUserRow {
  const { planned, environment } = row;
  const fields = planned.changes.find((change) => change.environment === environment)?.fields ?? [];
  const { added, removed, created } = planned.groups;
  if (fields.length + added.length + removed.length + created.length === 0) {
    const elsewhere = planned.changes.map((change) => change.environment).join(', ');
    if (elsewhere === '') return { messages: [], told: [] };
    return { refused: noteOn(planned, 'NOTHING_TO_SEND', { environments: elsewhere }) };
  }
  const refused = refusalOf(row, fields);
  if (refused) return { refused };
  return { messages: messagesOf(row, fields), told: toldOf(planned, fields) };
}

function refusalOf(
  { planned, groups, isSystem, identityOnly }: RowToSend,
  fields: readonly FieldChange[],
): DeliveryNote | undefined {
  const isNew = fields.some(([field, from]) => field === 'user' && from === null);
  if (fields.some(([field, , to]) => field === 'user' && to === null)) return noteOn(planned, 'USER_REMOVED');
  if (isSystem || fields.some(([field]) => field === 'system')) return noteOn(planned, 'SYSTEM_USER');
  if (!isNew && fields.some(([field]) => field === 'password')) return noteOn(planned, 'PASSWORD_NEW');
  const beyond = beyondItsUser(planned);
  if (beyond) return beyond;
  const left = new Set(planned.groups.removed.map(caseKey));
  const leavesAll = planned.code === '0' || [...(groups ?? [])].every((group) => left.has(group));
  if (left.size > 0 && !leavesAll) return noteOn(planned, 'GROUP_LEFT', { groups: planned.groups.removed.join(', ') });
  if (fields.some(([field, , to]) => field === 'siteLanguage' && to === '')) return noteOn(planned, 'LANGUAGE_CLEARED');
  const { added, created } = planned.groups;
  if (
    identityOnly &&
    (fields.some(([field]) => !isIdentityField(field)) || left.size + added.length + created.length > 0)
  )
    return noteOn(planned, 'FORM_CANNOT', { form: 'second-pass' });
  const lost = fields.find(([field, from, to]) => NOT_CARRIED.has(field) && (from !== null || to === true));
  return lost && noteOn(planned, 'FIELD_NOT_CARRIED', { field: lost[0] });
}

function toldOf(planned: PlannedRow, fields: readonly FieldChange[]): DeliveryNote[] {
  return [
    ...(fields.some(([field]) => field === 'password') ? [noteOn(planned, 'PASSWORD_LEFT_OUT')] : []),
    ...(renameOf(fields) ? [noteOn(planned, 'RENAME_WITH_UPN')] : []),
    ...upnLater(planned, fields.find(([field]) => field === 'upn')?.[2]?.toString()),
  ];
}

function messagesOf({ planned, groupDescription }: RowToSend, fields: readonly FieldChange[]): KnUserMessage[] {
  const identity = fields.filter(([field]) => isIdentityField(field));
  const own = fields.filter(([field]) => isOwn(field));
  const renamed = renameOf(fields);
  const isNew = fields.some(([field, from]) => field === 'user' && from === null);
  let user = planned.user;
  let isOwnSent = false;
  return stepsOf(planned, doingOf(fields)).map((step, at) => {
    const sendsOwn = (isNew && at === 0) || writesOwn(step);
    const sent: [FieldId, Sent][] = [
      ['mutationCode', step.code],
      ...(at === 0 ? identity.map(sentOf) : []),
      ...(sendsOwn && !isOwnSent ? own.map(sentOf) : []),
    ];
    isOwnSent ||= sendsOwn;
    if (step.code === '4' && renamed) sent.push(['newUser', String(renamed[2])]);
    if (step.group !== undefined) sent.push(['group', step.group]);
    if (isCreated(planned.groups.created, step.group))
      sent.push(['groupDescription', groupDescription(step.group ?? '')]);
    const message = messageOf(user, sent);
    if (step.code === '4' && renamed) user = String(renamed[2]);
    return message;
  });
}

/** The UPN that a user waited for, and nothing else. */
export function upnMessage(user: string, upn: string): KnUserMessage {
  return messageOf(user, [
    ['mutationCode', '1'],
    ['upn', upn],
  ]);
}

function renameOf(fields: readonly FieldChange[]): FieldChange | undefined {
  return fields.find(([field, from]) => field === 'user' && from !== null);
}

function messageOf(user: string, sent: readonly (readonly [FieldId, Sent])[]): KnUserMessage {
  const Fields = Object.fromEntries(sent.map(([field, value]) => [fieldOf(field).knUserId, value]));
  return { KnUser: { Element: { '@UsId': user, Fields } } };
}

/** The values of an environment's own. */
function isOwn(field: ChangedField): boolean {
  return (isAccessField(field) && !NOT_CARRIED.has(field)) || field === 'person' || field === 'siteLanguage';
}

/** What is cleared is sent as an empty text. */
function sentOf([field, , to]: FieldChange): [FieldId, Sent] {
  return [field as FieldId, to ?? ''];
}

function doingOf(fields: readonly FieldChange[]): Doing {
  const [, was, blocked] = fields.find(([field]) => field === 'blocked') ?? [];
  // A new user that is not blocked is no act of its own.
  const blocks = blocked === true || (blocked === false && was === true) ? blocked : null;
  return { renames: renameOf(fields) !== undefined, blocks, changesOwn: fields.some(([field]) => isOwn(field)) };
}
