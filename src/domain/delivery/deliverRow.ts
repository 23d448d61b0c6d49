/**
 * One row of a plan as rows of a file for AFAS's own import: nothing is left to what an empty cell means. What that
 * import cannot do, or the file cannot carry, is refused (docs/decisions/0040-delivered-file.md).
 */
import { hasAccess } from '../directory.js';
import { ACCESS_FIELDS, SYNCED_TEXT_FIELDS, type AccessField } from '../fields.js';
import { textsGiven, type PlannedRow } from '../plannedRow.js';
import { caseKey } from '../sourceRow.js';
import { isUnknown } from '../unknown.js';
import type { UserState } from '../userState.js';
import type { DeliveredTexts, DeliveryCode, DeliveryFile, DeliveryNote } from './delivery.js';
import { isCreated, stepsOf, writesOwn, type Doing, type Step } from './steps.js';

/** A user that follows the one of the row, before it and after it. */
export interface FollowingUser {
  readonly environment: string;
  readonly before: UserState;
  readonly after: UserState;
}

export interface RowToDeliver {
  readonly planned: PlannedRow;
  /** As the rows before it leave the user; null for one that the row creates. */
  readonly before: UserState | null;
  readonly after: UserState;
  readonly linked: readonly FollowingUser[];
  /** The plan made the user, in this row or before it: its UPN waits. */
  readonly isNew: boolean;
  /** What the plan calls a group that it creates. */
  readonly groupDescription: (code: string) => string;
}

export type DeliveredRow =
  | { readonly rows: readonly DeliveredTexts[]; readonly told: readonly DeliveryNote[] }
  | { readonly refused: DeliveryNote };

/** A note on a row of a plan. */
export function noteOn(
  { row, user }: Pick<PlannedRow, 'row' | 'user'>,
  code: DeliveryCode,
  params: DeliveryNote['params'] = {},
): DeliveryNote {
  return { row, user, code, params };
}

/**
 * What a row does to a user whom it is not about, as the undo of a merge does to whoever got the groups, or to the groups of
 * one that follows: a file says nothing of either.
 */
export function beyondItsUser(planned: PlannedRow): DeliveryNote | undefined {
  const own = new Set([planned.user, ...textsGiven(planned, 'user')].map(caseKey));
  const groups = planned.changes.flatMap(({ fields }) => fields.filter(([field]) => field === 'group'));
  const left = groups.flatMap(([, from]) => (from === null ? [] : [String(from)]));
  if (left.length > 0) return noteOn(planned, 'GROUP_LEFT', { groups: left.join(', ') });
  const isOfOthers = planned.changes.some(({ user }) => !own.has(caseKey(user)));
  return isOfOthers || groups.length > 0 ? noteOn(planned, 'COMES_OTHERWISE') : undefined;
}

/** The rows of a file that do what a row of a plan does. */
export function deliverRow(given: RowToDeliver, form: DeliveryFile): DeliveredRow {
  const refused = refusalOf(given) ?? keptApart(given) ?? (form === 'user' ? undefined : notByForm(given, form));
  if (refused) return { refused };
  const rows = form === 'user' ? userRows(given) : [mutationRow(given, form)];
  return { rows, told: toldOf(given) };
}

/** What no import function does, or what a file does not carry. */
function refusalOf({ planned, before, after, linked }: RowToDeliver): DeliveryNote | undefined {
  const refuse = (code: DeliveryCode): DeliveryNote => noteOn(planned, code);
  const fields = planned.changes.flatMap((change) => change.fields);
  if (fields.some(([field, , to]) => field === 'user' && to === null)) return refuse('USER_REMOVED');
  if (after.system || [before, ...linked.map((one) => one.before)].some((state) => state?.system === true))
    return refuse('SYSTEM_USER');
  if (before !== null && fields.some(([field]) => field === 'password')) return refuse('PASSWORD_NEW');
  const beyond = beyondItsUser(planned);
  if (beyond) return beyond;
  const { removed } = planned.groups;
  if (removed.length > 0 && !(after.blocked && after.groups.size === 0))
    return noteOn(planned, 'GROUP_LEFT', { groups: removed.join(', ') });
  if (after.person === null && before !== null && before.person !== null) return refuse('PERSON_CLEARED');
  if (after.siteLanguage === '' && before?.siteLanguage !== '') return refuse('LANGUAGE_CLEARED');
  return undefined;
}

/** An identity value that the plan leaves apart from that of linked users: the import would bring them in line. */
function keptApart(given: RowToDeliver): DeliveryNote | undefined {
  const { planned, before, after, linked, isNew } = given;
  for (const field of SYNCED_TEXT_FIELDS) {
    if (isUnknown(after.unknown, field)) return noteOn(planned, 'IDENTITY_UNKNOWN', { field });
    const own = field === 'upn' && isNew ? upnOf(given) : after[field];
    const apart = linked.filter((one) => one.after[field] !== own);
    if (apart.length === 0) continue;
    const code = before === null && own === '' ? 'NEW_EMPTY' : 'KEPT_DIFFERS';
    return noteOn(planned, code, { field, environments: apart.map(({ environment }) => environment).join(', ') });
  }
  return undefined;
}

/** The UPN that goes with the user: of a new one, what its linked users hold. */
function upnOf({ after, linked, isNew }: RowToDeliver): string {
  return isNew ? (linked[0]?.after.upn ?? '') : after.upn;
}

/** What type `mutation` does not do, and what its second pass leaves as it is. */
function notByForm({ planned, before, after }: RowToDeliver, form: DeliveryFile): DeliveryNote | undefined {
  const isMore =
    before === null ||
    before.code !== after.code ||
    before.blocked !== after.blocked ||
    planned.groups.added.length + planned.groups.removed.length + planned.groups.created.length > 0;
  const isOwn = before !== null && changesOwnValues(before, after);
  return isMore || (form === 'second-pass' && isOwn) ? noteOn(planned, 'FORM_CANNOT', { form }) : undefined;
}

function changesOwnValues(before: UserState, after: UserState): boolean {
  return before.access !== after.access || before.person !== after.person || before.siteLanguage !== after.siteLanguage;
}

function toldOf(given: RowToDeliver): DeliveryNote[] {
  const { planned, before, after } = given;
  const fields = planned.changes.flatMap((change) => change.fields);
  const notes: DeliveryNote[] = [];
  if (fields.some(([field]) => field === 'password')) notes.push(noteOn(planned, 'PASSWORD_LEFT_OUT'));
  if (before !== null && before.code !== after.code && after.upn !== '') notes.push(noteOn(planned, 'RENAME_WITH_UPN'));
  return [...notes, ...upnLater(planned, upnOf(given))];
}

/** A UPN that a new user waits for (docs/rules.md, *Second pass*), unless it is the one that goes along. */
export function upnLater(planned: PlannedRow, carried: string | undefined): DeliveryNote[] {
  const waiting = planned.messages.filter(({ code, params }) => code === 'UPN_DEFERRED' && params['upn'] !== carried);
  return waiting.map(({ params }) => noteOn(planned, 'UPN_LATER', { upn: String(params['upn']) }));
}

/** E-mail, description and UPN as they are to be, so that nothing is cleared by what is missing. */
function identityOf(given: RowToDeliver): DeliveredTexts {
  const { description, email } = given.after;
  return { description, email, upn: upnOf(given) };
}

/** Every value that the environment has of its own. */
function ownValuesOf(given: RowToDeliver): DeliveredTexts {
  const { after } = given;
  const access = ACCESS_FIELDS.map((field) => [field, yesNo(given, field)]);
  return {
    ...(Object.fromEntries(access) as DeliveredTexts),
    person: after.person ?? '',
    siteLanguage: after.siteLanguage,
  };
}

/**
 * What is unknown stays as it is, and OutSite without an e-mail address is refused where it is asked for: one
 * that has it so keeps it.
 */
function yesNo({ before, after }: RowToDeliver, field: AccessField): string {
  const isKept = field === 'outSite' && after.email === '' && before !== null && hasAccess(before.access, field);
  if (isUnknown(after.unknown, field)) return '';
  if (hasAccess(after.access, field)) return isKept ? '' : 'J';
  return 'N';
}

function mutationRow(given: RowToDeliver, form: DeliveryFile): DeliveredTexts {
  const row = { user: given.after.code, ...identityOf(given) };
  return form === 'second-pass' ? row : { ...row, ...ownValuesOf(given) };
}

function userRows(given: RowToDeliver): DeliveredTexts[] {
  const { before, after } = given;
  let user = before?.code ?? after.code;
  return stepsOf(given.planned, doingOf(given)).map((step, at) => {
    const creates = before === null && at === 0;
    const row = { user, mutationCode: step.code, ...identityOf(given), ...partOf(step, creates, given) };
    if (step.code === '4') user = after.code;
    return row;
  });
}

/** What the code uses beside the identity fields. */
function partOf(step: Step, creates: boolean, given: RowToDeliver): DeliveredTexts {
  const { code, group } = step;
  const { after, planned, groupDescription } = given;
  return {
    ...(code === '4' && { newUser: after.code }),
    ...((creates || writesOwn(step)) && ownValuesOf(given)),
    ...(group !== undefined && { group }),
    ...(group !== undefined &&
      isCreated(planned.groups.created, group) && { groupDescription: groupDescription(group) }),
  };
}

function doingOf({ before, after }: RowToDeliver): Doing {
  const isBlockedAnew = after.blocked && before?.blocked !== true;
  const isUnblocked = before?.blocked === true && !after.blocked;
  return {
    renames: before !== null && before.code !== after.code,
    blocks: isBlockedAnew || isUnblocked ? after.blocked : null,
    changesOwn: before === null || changesOwnValues(before, after),
  };
}
