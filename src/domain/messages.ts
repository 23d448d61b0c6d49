/** Every message that a row can carry (docs/rules.md, *Messages*). Texts are in `language/messages.ts`, by code. */
import type { FieldId } from './fields.js';

export type MessageLevel = 'error' | 'warning' | 'notice';

/** The level of each code; USER_AT_SIGN, USER_IN_USE, TEXT_ESCAPED and CHECK have two, which the rules say themselves. */
export const MESSAGE_LEVELS = {
  USER_MISSING: 'error',
  USER_TOO_LONG: 'error',
  USER_NUMERIC: 'error',
  USER_AT_SIGN: 'error',
  USER_LOOKALIKE: 'warning',
  USER_UNKNOWN: 'error',
  USER_GONE: 'error',
  SYSTEM_USER: 'error',
  PROTECTED: 'error',
  CODE_INVALID: 'error',
  CODE_DEFAULTED: 'warning',
  NEW_CODE_MISSING: 'error',
  NEW_CODE_TAKEN: 'error',
  DESCRIPTION_MISSING: 'error',
  PERSON_UNKNOWN: 'error',
  PERSON_MISSING: 'warning',
  GROUP_UNKNOWN: 'error',
  GROUP_IGNORED: 'notice',
  FIELD_IGNORED: 'notice',
  UPN_TAKEN: 'error',
  UPN_LEFTOVER: 'error',
  UPN_DEFERRED: 'notice',
  EMAIL_INVALID: 'error',
  OUTSITE_NEEDS_EMAIL: 'error',
  PASSWORD_MISSING: 'error',
  PASSWORD_WEAK: 'error',
  VALUE_TOO_LONG: 'error',
  VALUE_INVALID: 'error',
  FIELD_CLEARED: 'warning',
  STAYS_BLOCKED: 'warning',
  STAYS_ACTIVE: 'warning',
  ROW_SHAPE: 'error',
  TEXT_DAMAGED: 'error',
  VALUE_HIDDEN: 'error',
  VALUE_EMPTY_WORD: 'error',
  HEADER_REPEATED: 'error',
  GROUP_LIST: 'error',
  VALUE_UNMAPPED: 'error',
  COMPOSED_EMPTY: 'error',
  UPN_SHAPE: 'warning',
  TEXT_ESCAPED: 'warning',
  USER_EXISTS: 'error',
  USER_IN_USE: 'error',
  GROUP_EVERYONE: 'error',
  NOT_IN_GROUP: 'error',
  NOT_SYSTEM: 'error',
  MERGE_SELF: 'error',
  MERGE_STAYS: 'warning',
  USER_REMOVED: 'notice',
  CHECK: 'warning',
  UNDO_CONFLICT: 'error',
  UNDO_INCOMPLETE: 'warning',
  UNDO_GROUP: 'notice',
} as const satisfies Readonly<Record<string, MessageLevel>>;

export type MessageCode = keyof typeof MESSAGE_LEVELS;
export const MESSAGE_CODES = Object.keys(MESSAGE_LEVELS) as readonly MessageCode[];

/** What a message is about: filled into its text. Never a password. */
export type MessageParams = Readonly<Record<string, string | number>>;

export interface Message {
  readonly code: MessageCode;
  readonly level: MessageLevel;
  /** The field that the message is about, if it is about one. */
  readonly field: FieldId | null;
  readonly params: MessageParams;
}

/** Shared by all that have nothing to tell: never written to. */
export const NO_MESSAGES: readonly Message[] = [];

/** A message at the level of its code. */
export function message(code: MessageCode, field: FieldId | null, params: MessageParams = {}): Message {
  return { code, level: MESSAGE_LEVELS[code], field, params };
}
