/** What makes a row invalid (docs/rules.md, *Messages*), judged on its drafts in every environment that it reaches. */
import { hasAccess } from './directory.js';
import type { Draft } from './draft.js';
import { IDENTITY_FIELDS, type IdentityField } from './fields.js';
import { message, NO_MESSAGES, type Message } from './messages.js';
import type { CodeRule } from './mutationCodes.js';
import type { RowTexts } from './readRow.js';
import { caseKey, upnKey } from './sourceRow.js';
import { lostLettersOf } from './text/lostLetters.js';
import { isUnknown, losesValue } from './unknown.js';
import { confusableKey, mixesScripts } from './userCode.js';
import type { UserState } from './userState.js';
import type { WorkingDirectory } from './workingDirectory.js';

/** No import changes a system user, nor a user that is linked to one. */
export function judgeSystemUsers(drafts: readonly Draft[]): readonly Message[] {
  const system = drafts.filter((draft) => draft.before?.system);
  if (system.length === 0) return NO_MESSAGES;
  return [message('SYSTEM_USER', 'user', { environments: namesOf(system) })];
}

/**
 * No `@` in the code of somebody with access to Profit, who could not sign in with it. Refused where the row itself
 * brings that about; a warning elsewhere, so that such a user can still be blocked or renamed.
 */
export function judgeAtSign(target: Draft, drafts: readonly Draft[]): readonly Message[] {
  if (!target.after.code.includes('@')) return NO_MESSAGES;
  const givesProfit = !hasAccess(target.before?.access ?? 0, 'profit') && hasAccess(target.after.access, 'profit');
  const brings = target.before === null || drafts.some((draft) => draft.renames) || givesProfit;
  const harmful = drafts.filter((draft) => hasAccess(draft.after.access, 'profit'));
  const params = { user: target.after.code, environments: namesOf(harmful.length > 0 ? harmful : [target]) };
  if (brings && harmful.length > 0) return [message('USER_AT_SIGN', 'user', params)];
  return [{ ...message('USER_AT_SIGN', 'user', params), level: 'warning' }];
}

export function judgeLookalike(code: string, directory: WorkingDirectory): readonly Message[] {
  if (mixesScripts(code)) return [message('USER_LOOKALIKE', 'user', { user: code, like: '' })];
  const like = directory.lookalike(confusableKey(code), caseKey(code));
  return like === undefined ? NO_MESSAGES : [message('USER_LOOKALIKE', 'user', { user: code, like })];
}

/** A UPN belongs to one user code in all environments of a type, removed ones included (docs/rules.md, *UPNs*). */
export function judgeUpn(
  upn: string,
  codeKey: string,
  drafts: readonly Draft[],
  directory: WorkingDirectory,
): readonly Message[] {
  if (upn === '') return NO_MESSAGES;
  const key = upnKey(upn);
  const messages: Message[] = [];
  const holder = directory.upnHolder(key, codeKey);
  if (holder) messages.push(message('UPN_TAKEN', 'upn', { upn, holder: holder.user, environment: holder.environment }));
  const isNew = drafts.some((draft) => upnKey(draft.before?.upn ?? '') !== key);
  const leftover = isNew ? directory.leftoversWithUpn(key)[0] : undefined;
  if (leftover)
    messages.push(message('UPN_LEFTOVER', 'upn', { upn, holder: leftover.user, environment: leftover.environment }));
  return messages;
}

/** A value in which question marks took the place of letters of the one that is there. */
export function lostLetters({ texts, kinds }: RowTexts, drafts: readonly Draft[]): readonly Message[] {
  const messages: Message[] = [];
  for (const field of IDENTITY_FIELDS) {
    const text = texts[field] ?? '';
    if (!text.includes('?') || kinds[field] === 'typed') continue;
    const older = drafts.map(({ before }) => before?.[field] ?? '').find((value) => lostLettersOf(text, value));
    if (older !== undefined) messages.push(message('TEXT_DAMAGED', field, { value: text, older }));
  }
  return messages;
}

/** OutSite needs an e-mail address: refused where the row asks for OutSite, or takes the address away. */
export function judgeOutSite(drafts: readonly Draft[], asked: boolean): readonly Message[] {
  const without = drafts.filter((draft, at) => {
    const lacks = hasAccess(draft.after.access, 'outSite') && hasNoEmail(draft.after);
    const lacked = draft.before !== null && hasAccess(draft.before.access, 'outSite') && hasNoEmail(draft.before);
    return lacks && (!lacked || (asked && at === 0));
  });
  return without.length === 0
    ? NO_MESSAGES
    : [message('OUTSITE_NEEDS_EMAIL', 'email', { environments: namesOf(without) })];
}

function hasNoEmail({ email, unknown }: UserState): boolean {
  return email === '' && !isUnknown(unknown, 'email');
}

/** Identity values that become empty, and where: never in silence (docs/rules.md, *Identity fields*). */
export function clearedIdentity(
  drafts: readonly Draft[],
  imports: (field: IdentityField) => boolean,
): readonly Message[] {
  const messages: Message[] = [];
  for (const field of IDENTITY_FIELDS) {
    const cleared = drafts.filter(({ before, after }) => before !== null && losesValue(before, after, field));
    if (cleared.length === 0) continue;
    messages.push(
      message('FIELD_CLEARED', field, { environments: namesOf(cleared), imported: imports(field) ? 1 : 0 }),
    );
  }
  return messages;
}

/** Somebody whom the row changes cannot log in, and still cannot after it: a code 1 unblocks nobody. */
export function staysBlocked(target: Draft, { writesFields, blocked }: CodeRule): readonly Message[] {
  const stays = target.before?.blocked === true && target.after.blocked && writesFields && blocked === null;
  return stays
    ? [message('STAYS_BLOCKED', null, { user: target.after.code, environments: target.environment })]
    : NO_MESSAGES;
}

/** Blocks are an environment's own: somebody who is blocked here can still log in elsewhere. */
export function staysActive([target, ...linked]: readonly Draft[], { blocked }: CodeRule): readonly Message[] {
  const active = linked.filter(({ after }) => !after.blocked);
  if (target?.before == null || blocked !== true || active.length === 0) return NO_MESSAGES;
  return [message('STAYS_ACTIVE', null, { user: target.after.code, environments: namesOf(active) })];
}

function namesOf(drafts: readonly Draft[]): string {
  return drafts.map((draft) => draft.environment).join(', ');
}
