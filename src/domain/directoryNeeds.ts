/** What a chunk of rows needs of the directory, so that it can be loaded with few queries. */
import { unwrapped } from './codeText.js';
import { listedGroupKeys } from './groupList.js';
import type { RowReader, RowTexts } from './readRow.js';
import { caseKey, upnKey } from './sourceRow.js';
import { completeUserCode } from './userCode.js';
import type { DirectoryNeeds } from './workingDirectory.js';

/** What all of these rows need, each thing once. */
export function needsOf(rows: readonly RowTexts[], reader: RowReader, participant: string): DirectoryNeeds {
  return needsTogether(rows.map((row) => needsOfRow(row, reader, participant)));
}

/** What several rows need, each thing once. */
export function needsTogether(all: readonly DirectoryNeeds[]): DirectoryNeeds {
  return {
    userKeys: once(all, 'userKeys'),
    codes: once(all, 'codes'),
    upnKeys: once(all, 'upnKeys'),
    personKeys: once(all, 'personKeys'),
    groupKeys: once(all, 'groupKeys'),
    ...(all.some(({ everywhere }) => everywhere) && { everywhere: true }),
  };
}

function once(all: readonly DirectoryNeeds[], list: keyof typeof NO_NEEDS): string[] {
  const found = new Set<string>();
  for (const needs of all) for (const key of needs[list]) found.add(key);
  return [...found];
}

/** What one row needs; a thing that it names twice may stand there twice. */
export function needsOfRow({ texts }: RowTexts, reader: RowReader, participant: string): DirectoryNeeds {
  const { type, act } = reader.settings;
  const userKeys: string[] = [];
  const codes: string[] = [];
  const personKeys: string[] = [];
  const groupKeys: string[] = [];
  for (const text of [texts.user, texts.newUser]) {
    if (text === undefined || text === '') continue;
    const code = completeUserCode(text, participant);
    userKeys.push(caseKey(code));
    codes.push(code);
    const inner = unwrapped(text);
    if (inner) userKeys.push(caseKey(completeUserCode(inner, participant)));
  }
  if (texts.person) addWithInner(personKeys, texts.person);
  if (texts.group && type === 'user') {
    addWithInner(groupKeys, texts.group);
    groupKeys.push(...listedGroupKeys(texts.group));
  }
  for (const group of act?.groups ?? []) groupKeys.push(caseKey(group));
  if (act?.into !== undefined) userKeys.push(caseKey(completeUserCode(act.into, participant)));
  return {
    userKeys,
    codes,
    upnKeys: texts.upn ? [upnKey(texts.upn)] : [],
    personKeys,
    groupKeys,
    ...(act?.into !== undefined && { everywhere: true }),
  };
}

export const NO_NEEDS = {
  userKeys: [],
  codes: [],
  upnKeys: [],
  personKeys: [],
  groupKeys: [],
} satisfies DirectoryNeeds;

/** What is needed to know the users with these codes, and nothing that is said of them. */
export function needsOfUsers(codes: readonly string[]): DirectoryNeeds {
  return { ...NO_NEEDS, userKeys: [...new Set(codes.map(caseKey))] };
}

/** A code, and what it is without its wrapping. */
function addWithInner(keys: string[], text: string): void {
  keys.push(caseKey(text));
  const inner = unwrapped(text);
  if (inner) keys.push(caseKey(inner));
}
