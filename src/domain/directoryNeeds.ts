/** What a chunk of rows needs of the directory, so that it can be loaded with few queries. */
import type { RowReader, RowTexts } from './readRow.js';
import { caseKey } from './sourceRow.js';
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
    }
    if (texts.upn) upns.add(caseKey(texts.upn));
    if (texts.person) persons.add(caseKey(texts.person));
    if (texts.group && reader.settings.type === 'user') groups.add(caseKey(texts.group));
  }
  return {
    userKeys: [...keys],
    codes: [...codes],
    upnKeys: [...upns],
    personKeys: [...persons],
    groupKeys: [...groups],
  };
}
