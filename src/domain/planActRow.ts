/** A row that is an act on a user, and of no file (docs/rules.md, *Acts*). */
import type { Message } from './messages.js';
import { planRemoval } from './planRemoval.js';
import type { PlannedRow } from './plannedRow.js';
import { planRow } from './planRow.js';
import type { RowReader, RowTexts } from './readRow.js';
import type { SourceRow } from './sourceRow.js';
import type { WorkingDirectory } from './workingDirectory.js';

/** Plans it as a row of a file is, unless the user goes. */
export function planActRow(
  source: SourceRow,
  texts: RowTexts,
  reader: RowReader,
  directory: WorkingDirectory,
): PlannedRow {
  const plan = reader.act?.act === 'delete' ? planRemoval : planRow;
  const planned = plan(source, texts, reader, directory);
  return { ...planned, messages: planned.messages.map(byHand) };
}

/** There is no cell to mend and no mutation code to choose: its text says so. */
function byHand(told: Message): Message {
  return { ...told, params: { ...told.params, hand: 1 } };
}
