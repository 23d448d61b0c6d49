/** Who a row is about, and what its mutation code asks. */
import { readingOf } from './cellKinds.js';
import { fieldOf } from './fields.js';
import { judgeText } from './judgeText.js';
import { message, type Message } from './messages.js';
import { CODE_RULES, isMutationCode, MUTATION_TYPE_RULE, type CodeRule } from './mutationCodes.js';
import type { RowReader, RowTexts } from './readRow.js';
import { caseKey, codePoints } from './sourceRow.js';
import { completeUserCode, USER_CODE_MAX } from './userCode.js';
import type { WorkingDirectory, WorkingUser } from './workingDirectory.js';

export interface RowIdentity {
  /** Complete where it could be completed; as the file has it otherwise. */
  readonly user: string;
  /** The code as a plan shows it; null for type `mutation`. */
  readonly code: string | null;
  readonly codeDefaulted: boolean;
  /** Undefined where the mutation code is not valid. */
  readonly rule: CodeRule | undefined;
  /** The user can be looked up, even where the code is not one that a user can get. */
  readonly isReadable: boolean;
  readonly messages: readonly Message[];
}

export function identifyRow(row: RowTexts, reader: RowReader, directory: WorkingDirectory): RowIdentity {
  const code = codeOf(row, reader);
  const user = readUserCode(row, 'user', directory);
  const missing = user.text === '' ? [message('USER_MISSING', 'user')] : [];
  const isReadable = user.text !== '' && !user.isFaulty;
  return { user: user.text, ...code, isReadable, messages: [...missing, ...user.messages, ...code.messages] };
}

/** The user in the target environment whom a row is about, where there is one. */
export function targetOf({ user, isReadable }: RowIdentity, directory: WorkingDirectory): WorkingUser | undefined {
  return isReadable ? directory.findTarget(caseKey(user)) : undefined;
}

interface ReadUserCode {
  readonly text: string;
  /** It cannot be told whose code it is. */
  readonly isFaulty: boolean;
  readonly messages: readonly Message[];
}

/** A user code field, completed and judged; also for the new code of a rename. */
export function readUserCode(row: RowTexts, field: 'user' | 'newUser', directory: WorkingDirectory): ReadUserCode {
  const text = row.texts[field] ?? '';
  if (text === '') return { text, isFaulty: false, messages: [] };
  const { participant } = directory.target;
  const faults = judgeText(fieldOf(field), text, {
    participant,
    kind: row.kinds[field],
    isSomebodys: (id, code) => directory.names(id, code),
  });
  if (faults.length > 0) return { text, isFaulty: true, messages: faults };
  const complete = completeUserCode(text, participant);
  const length = codePoints(complete);
  const tooLong =
    length > USER_CODE_MAX ? [message('USER_TOO_LONG', field, { user: complete, length, max: USER_CODE_MAX })] : [];
  return { text: complete, isFaulty: false, messages: tooLong };
}

type CodeOfRow = Omit<RowIdentity, 'user' | 'isReadable'>;

/** What the row asks: an act and type `mutation` say it for all rows alike. */
function codeOf(row: RowTexts, { act, settings }: RowReader): CodeOfRow {
  if (act) return { code: act.code, codeDefaulted: false, rule: act, messages: [] };
  return settings.type === 'mutation' ? NO_CODE : readCode(row);
}

const NO_CODE: CodeOfRow = { code: null, codeDefaulted: false, rule: MUTATION_TYPE_RULE, messages: [] };

/** An empty code is code 0 (docs/rules.md, *Code 0*). */
function readCode(row: RowTexts): CodeOfRow {
  const text = row.texts.mutationCode ?? '';
  if (text === '') {
    return {
      code: '0',
      codeDefaulted: true,
      rule: CODE_RULES['0'],
      messages: [message('CODE_DEFAULTED', 'mutationCode')],
    };
  }
  const isText = readingOf('mutationCode', row.kinds.mutationCode) === 'text';
  if (isText && isMutationCode(text)) return { code: text, codeDefaulted: false, rule: CODE_RULES[text], messages: [] };
  return {
    code: text,
    codeDefaulted: false,
    rule: undefined,
    messages: [message('CODE_INVALID', 'mutationCode', { value: text })],
  };
}
