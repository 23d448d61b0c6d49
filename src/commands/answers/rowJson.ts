/** A planned row as JSON (docs/cli.md, *Streams and JSON*). */
import { isAbsentRow } from '../../domain/absent.js';
import type { PlannedRow } from '../../domain/plannedRow.js';
import { messageText } from '../../language/index.js';
import type { Language } from '../../language/text.js';
import type { RowJson } from './schemas/row.js';

/** `mended`: cells that a person typed over, by the field that takes its value from them, or by their column. */
export function rowJson(language: Language, planned: PlannedRow, mended?: RowJson['mended']): RowJson {
  const { row, user, name, code, codeDefaulted, outcome, changes, groups, tokensRevoked, messages } = planned;
  return {
    ...(isAbsentRow(row) ? { row: null, source: 'absent' as const } : { row }),
    user,
    name,
    code,
    codeDefaulted,
    outcome,
    changes: changes.flatMap(({ environment, user: changed, fields }) =>
      fields.map(([field, from, to, unknown]) => ({
        environment,
        user: changed,
        field,
        from,
        to,
        ...(unknown && { unknown }),
      })),
    ),
    groups,
    ...(mended && { mended }),
    tokensRevoked,
    messages: messages.map((told) => ({
      code: told.code,
      level: told.level,
      field: told.field,
      text: messageText(language, told),
      params: told.params,
    })),
  };
}
