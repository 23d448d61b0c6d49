/** A planned row as JSON (docs/cli.md, *Streams and JSON*). */
import { isAbsentRow } from '../../domain/absent.js';
import type { PlannedRow } from '../../domain/plannedRow.js';
import { messageText } from '../../language/index.js';
import type { Language } from '../../language/text.js';
import type { RowJson } from './schemas/row.js';

/** `of`: what the file has where a person mended it, or where a value was made of it; of an absent user its last change. */
export function rowJson(
  language: Language,
  planned: PlannedRow,
  of: Pick<RowJson, 'mended' | 'source' | 'lastChange'> = {},
): RowJson {
  const { row, user, name, code, codeDefaulted, outcome, changes, groups, tokensRevoked, messages } = planned;
  return {
    ...(isAbsentRow(row) ? { row: null, source: 'absent' as const } : { row, ...(of.source && { source: of.source }) }),
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
    ...(of.lastChange !== undefined && { lastChange: of.lastChange }),
    ...(of.mended && { mended: of.mended }),
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
