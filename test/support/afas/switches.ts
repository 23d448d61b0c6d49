/** What AFAS does not document, in both positions: whoever talks to it has to do well with either. */

export interface Switches {
  /** What is empty is null, or is left out of a row. */
  readonly empty: 'null' | 'absent';
  /** Yes and no are booleans, or 1 and 0 as text. */
  readonly yesNo: 'boolean' | 'digit';
  /** Names of fields in a query are matched by letter case, or not. */
  readonly names: 'anyCase' | 'exactCase';
  /** `expires_in` of a token. */
  readonly expiresIn: 'number' | 'text';
  /** A page can hold fewer rows than asked, though there are more. */
  readonly pages: 'asAsked' | 'capped';
  /** An e-mail address or UPN that a user has already is refused, or taken. */
  readonly unchanged: 'taken' | 'refused';
  /** A user that is created gets its UPN at once, or by a second message. */
  readonly upnAtCreation: 'now' | 'later';
  /** A description is written by an update, or ignored. */
  readonly description: 'written' | 'ignored';
  /** What is written to a user follows to those that are linked, or stays. */
  readonly sync: 'follows' | 'stays';
  /** A user with a UPN gets another code, or that is refused. */
  readonly renameWithUpn: 'done' | 'refused';
  /** PUT of an unknown user creates, or is refused. */
  readonly putOfUnknown: 'creates' | 'refused';
  /** A message without a mutation code does what code 0 does, or is refused. */
  readonly withoutCode: 'code0' | 'refused';
  /** Of several elements in a message, those before one that is refused stand, or none does. */
  readonly elements: 'each' | 'together';
}

export const FIRST: Switches = {
  empty: 'null',
  yesNo: 'boolean',
  names: 'anyCase',
  expiresIn: 'number',
  pages: 'asAsked',
  unchanged: 'taken',
  upnAtCreation: 'now',
  description: 'written',
  sync: 'follows',
  renameWithUpn: 'done',
  putOfUnknown: 'creates',
  withoutCode: 'code0',
  elements: 'each',
};

export const SECOND: Switches = {
  empty: 'absent',
  yesNo: 'digit',
  names: 'exactCase',
  expiresIn: 'text',
  pages: 'capped',
  unchanged: 'refused',
  upnAtCreation: 'later',
  description: 'ignored',
  sync: 'stays',
  renameWithUpn: 'refused',
  putOfUnknown: 'refused',
  withoutCode: 'refused',
  elements: 'together',
};

/** All in the first position, all in the second, and each alone in its second: `[name, switches]`. */
export function everyPosition(...of: readonly (keyof Switches)[]): readonly (readonly [string, Switches])[] {
  const alone = of.map((name) => [`${name}: ${SECOND[name]}`, { ...FIRST, [name]: SECOND[name] }] as const);
  return [['each as it is first', FIRST], ['each as it is second', SECOND], ...alone];
}

/** Those that a reader meets. */
export const OF_READING = ['empty', 'yesNo', 'names', 'expiresIn', 'pages'] as const;
