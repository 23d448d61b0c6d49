/** The distinct values that a file has for a field, before a list makes others of them: those that name nothing we have come first. */
import { NO_NEEDS } from '../domain/directoryNeeds.js';
import { fieldOf, type FieldId } from '../domain/fields.js';
import { fitsKind } from '../domain/readValue.js';
import { RowReader } from '../domain/readRow.js';
import type { ImportSettings } from '../domain/settings.js';
import { caseKey } from '../domain/sourceRow.js';
import type { Context } from './context.js';
import { reachOf } from './environments.js';
import type { InspectedFile } from './ports/importFiles.js';
import type { ColumnValue, ColumnValues, Watch } from './useCases.js';
import { PLAN_CHUNK } from './writePlan.js';

/** Of a field with more values than these a list would be no list. */
const MOST = 1000;

export async function columnValues(
  context: Context,
  file: InspectedFile,
  environment: string,
  settings: ImportSettings,
  field: FieldId,
  { signal }: Watch = {},
): Promise<ColumnValues> {
  const source = settings.mapping[field];
  if (!source || source.kind === 'fixed') return { values: [], more: false };
  const { values: _, valuesOnly: __, ...plain } = source;
  const reader = new RowReader({ ...settings, mapping: { [field]: plain } });
  const counts = new Map<string, number>();
  let more = false;
  for await (const chunk of context.files.read(file, PLAN_CHUNK).chunks) {
    if (signal?.aborted) break;
    for (const row of chunk) {
      const text = reader.read(row).texts[field] ?? '';
      if (text === '') continue;
      if (counts.has(text) || counts.size < MOST) counts.set(text, (counts.get(text) ?? 0) + 1);
      else more = true;
    }
  }
  const isKnown = await knownAmong(context, environment, field, [...counts.keys()]);
  const values = [...counts].map(([text, rows]): ColumnValue => ({ text, rows, isKnown: isKnown(text) }));
  values.sort((one, other) => Number(one.isKnown) - Number(other.isKnown) || other.rows - one.rows);
  return { values, more };
}

/** Whether a value is one that we have: a group or person of the environment, or what its field can hold. */
async function knownAmong(
  { directory, plans }: Context,
  environment: string,
  field: FieldId,
  texts: readonly string[],
): Promise<(text: string) => boolean> {
  if (field !== 'group' && field !== 'person') return (text) => fitsKind(fieldOf(field), text);
  const keys = texts.map(caseKey);
  const reach = await reachOf(directory, environment);
  const slice = await plans.read(reach, { ...NO_NEEDS, [field === 'group' ? 'groupKeys' : 'personKeys']: keys });
  const found = new Set((field === 'group' ? slice.groups : slice.persons).map(({ code }) => caseKey(code)));
  return (text) => found.has(caseKey(text));
}
