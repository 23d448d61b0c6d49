/** Judges what is filled in for a field: whether it is what a person meant, and what the field can hold. */
import { readingOf, type CellKind } from './cellKinds.js';
import { codeFault, isCodeKind, isDoubtfulNumber, unwrapped } from './codeText.js';
import { damageFault } from './damageFault.js';
import type { CatalogueField, CodeKind, FieldKind } from './fields.js';
import { message, NO_MESSAGES, type Message } from './messages.js';
import { fitsKind, isEmailAddress, isTooLong } from './readValue.js';
import { codePoints } from './sourceRow.js';
import { controlIn, isPrintableAscii, numberOf, unseenIn, unseenInName } from './text/characters.js';
import { isEmptyWord } from './text/emptyWords.js';
import { unescapedText, unquotedText } from './text/escapes.js';

/** What there is to know besides the text: where it came from, and what the directory has. */
export interface Known {
  readonly participant: string;
  /** The cell, where it is no plain text. */
  readonly kind: CellKind | undefined;
  /** The user holds this very value already. */
  readonly isHeld?: boolean;
  /** Whether a code is that of a user, person or group; asked for fields of codes only. */
  readonly isSomebodys: (kind: CodeKind, text: string) => boolean;
}

/** The fault of a filled text if it has one; warnings otherwise. A text has one fault at most: the first explains the rest. */
export function judgeText(field: CatalogueField, text: string, known: Known): readonly Message[] {
  const escaped = escapedText(field, text, known);
  const fault =
    cellFault(field, text, known) ??
    characterFault(field, text, known) ??
    // Before its semicolon is taken for a delimiter.
    (isCodeKind(field.kind) ? escaped : undefined) ??
    codeFaultOf(field, text, known) ??
    emptyWord(field, text, known);
  if (fault) return [fault];
  if (escaped?.level === 'error') return [escaped];
  const misfit = misfitOf(field, text);
  if (misfit) return [misfit];
  const shape =
    field.kind === 'upn' && !isEmailAddress(text) ? [message('UPN_SHAPE', field.id, { value: text })] : NO_MESSAGES;
  return escaped ? [escaped, ...shape] : shape;
}

/** A number of more digits than a spreadsheet keeps: zeros stand for the last ones. */
const LOST_DIGITS = /^\d{16}|E/u;

function cellFault(field: CatalogueField, text: string, { kind, participant }: Known): Message | undefined {
  const reading = readingOf(field.kind, kind);
  if (reading === 'refused' || (kind === 'decimal' && reading === 'text' && LOST_DIGITS.test(text)))
    return message('VALUE_INVALID', field.id, { value: text, cell: kind ?? '' });
  if (reading === 'numeric' || (reading === 'digits' && kind === 'number' && isDoubtfulNumber(text, participant)))
    return message('USER_NUMERIC', field.id, { value: text, cell: kind ?? '' });
  return undefined;
}

/** Characters that are damage, or that nobody sees. */
function characterFault(field: CatalogueField, text: string, { kind }: Known): Message | undefined {
  if (isPrintableAscii(text)) return undefined;
  const damage = damageFault(field.id, text, kind === 'typed');
  if (damage) return damage;
  const hidden = hiddenIn(field.kind, text);
  if (hidden === undefined) return undefined;
  return message('VALUE_HIDDEN', field.id, { value: text, character: numberOf(hidden) });
}

/** A code or an address holds nothing unseen; a group is a name as well; a description holds no control characters. */
function hiddenIn(kind: FieldKind, text: string): string | undefined {
  if (kind === 'groupCode') return unseenInName(text);
  return isCodeKind(kind) || kind === 'email' || kind === 'upn' ? unseenIn(text) : controlIn(text);
}

function codeFaultOf({ id, kind }: CatalogueField, text: string, known: Known): Message | undefined {
  if (!isCodeKind(kind)) return undefined;
  const fault = codeFault(kind, text, known.participant);
  if (fault === 'numeric') return message('USER_NUMERIC', id, { value: text, cell: 'text' });
  const isTheirs = (code: string): boolean => known.isSomebodys(kind, code);
  const inner = unwrapped(text);
  if (fault === 'wrapped' || (inner !== undefined && inner !== '' && !isTheirs(text) && isTheirs(inner)))
    return message('VALUE_HIDDEN', id, { value: text, inner: inner ?? '' });
  if (fault === undefined || isTheirs(text)) return undefined;
  if (fault === 'word') return known.kind === 'typed' ? undefined : message('VALUE_EMPTY_WORD', id, { value: text });
  return message('VALUE_INVALID', id, { value: text, code: fault });
}

const WITH_WORDS: ReadonlySet<FieldKind> = new Set(['text', 'name', 'email', 'upn']);

function emptyWord({ id, kind }: CatalogueField, text: string, known: Known): Message | undefined {
  if (!WITH_WORDS.has(kind) || known.kind === 'typed' || known.isHeld === true) return undefined;
  return isEmptyWord(text) ? message('VALUE_EMPTY_WORD', id, { value: text }) : undefined;
}

/** In a description escapes may be meant, and are told; nobody's code or sign-on name has them. */
function escapedText({ id, kind }: CatalogueField, text: string, known: Known): Message | undefined {
  if (known.kind === 'typed' || known.isHeld === true) return undefined;
  if (!isCodeKind(kind) && !WITH_WORDS.has(kind)) return undefined;
  const meant = unescapedText(text) ?? (kind === 'text' || kind === 'name' ? unquotedText(text) : undefined);
  if (meant === undefined || (isCodeKind(kind) && known.isSomebodys(kind, text))) return undefined;
  const told = message('TEXT_ESCAPED', id, { value: text, meant });
  return isCodeKind(kind) || kind === 'upn' ? { ...told, level: 'error' } : told;
}

/** What the field cannot hold. The lengths of user codes are judged with their participant number. */
function misfitOf(field: CatalogueField, text: string): Message | undefined {
  if (field.kind === 'userCode') return undefined;
  if (isTooLong(field, text))
    return message('VALUE_TOO_LONG', field.id, { max: field.maxLength ?? 0, length: codePoints(text) });
  if (fitsKind(field, text)) return undefined;
  return message(field.kind === 'email' ? 'EMAIL_INVALID' : 'VALUE_INVALID', field.id, { value: text });
}
