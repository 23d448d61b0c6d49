/** What a chunk of rows needs of the directory, so that it can be loaded with few queries. */
import { unwrapped } from './codeText.js';
import { listedGroupKeys } from './groupList.js';
import type { RowReader, RowTexts } from './readRow.js';
import { caseKey, upnKey } from './sourceRow.js';
import { completeUserCode } from './userCode.js';
import type { DirectoryNeeds } from './workingDirectory.js';

export function needsOf(rows: readonly RowTexts[], reader: RowReader, participant: string): DirectoryNeeds {
  const keys = new Set<string>();
  const codes = new Set<string>();
  const upns = new Set<string>();
  const persons = new Set<string>();
  const groups = new Set<string>();
  for (const { texts } of rows) {
    for (const text of [texts.user, texts.newUser]) {
      if (text === undefined || text === '') continue;
      const code = completeUserCode(text, participant);
      keys.add(caseKey(code));
      codes.add(code);
      const inner = unwrapped(text);
      if (inner) keys.add(caseKey(completeUserCode(inner, participant)));
    }
    if (texts.upn) upns.add(upnKey(texts.upn));
    if (texts.person) addWithInner(persons, texts.person);
    if (texts.group && reader.settings.type === 'user') {
      addWithInner(groups, texts.group);
      for (const key of listedGroupKeys(texts.group)) groups.add(key);
    }
  }
  const { groups: named = [], into } = reader.settings.act ?? {};
  for (const group of named) groups.add(caseKey(group));
  if (into !== undefined) keys.add(caseKey(completeUserCode(into, participant)));
  return {
    userKeys: [...keys],
    codes: [...codes],
    upnKeys: [...upns],
    personKeys: [...persons],
    groupKeys: [...groups],
    ...(into !== undefined && { everywhere: true }),
  };
}

export const NO_NEEDS: DirectoryNeeds = { userKeys: [], codes: [], upnKeys: [], personKeys: [], groupKeys: [] };

/** What is needed to know the users with these codes, and nothing that is said of them. */
export function needsOfUsers(codes: readonly string[]): DirectoryNeeds {
  return { ...NO_NEEDS, userKeys: [...new Set(codes.map(caseKey))] };
}

/** A code, and what it is without its wrapping. */
function addWithInner(keys: Set<string>, text: string): void {
  keys.add(caseKey(text));
  const inner = unwrapped(text);
  if (inner) keys.add(caseKey(inner));
}
