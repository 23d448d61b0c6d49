/**
 * What was guessed well enough is taken at once, marked, for the administrator to see and change; scripts take no guess. A
 * guess that the directory speaks against is taken back.
 */
import type { MappingResult } from '../../../application/ports/importFiles.js';
import type { FieldId } from '../../../domain/fields.js';
import type { PlannedRow } from '../../../domain/plannedRow.js';
import { cellText } from '../../../domain/sourceRow.js';
import type { Choices } from '../../shell/choices.js';
import { notice, type Notice } from '../../shell/messages.js';
import { isEmptyOverrides, takeColumn, takeFixed, takeNothing } from './mappingOverrides.js';
import type { MapStep } from './state.js';

/** The choices with what the file makes likely; undefined where something was chosen already, or nothing is likely. */
export function withGuesses(step: MapStep, result: MappingResult, choices: Choices): Choices | undefined {
  if (!isEmptyOverrides(choices.overrides)) return undefined;
  const likely = result.unsettled.flatMap(({ suggestion }) =>
    suggestion?.confidence === 'likely' ? [suggestion] : [],
  );
  const guessed: FieldId[] = likely.map(({ field }) => field);
  const columns = likely.reduce((all, { field, index }) => takeColumn(all, field, index), choices.overrides);
  if (!renames(step, result)) return guessed.length === 0 ? undefined : { ...choices, overrides: columns, guessed };
  const overrides = takeFixed(columns, 'mutationCode', '4');
  return { ...choices, overrides, guessed: [...guessed, 'mutationCode'] };
}

/** An old code and a new one in every row, and no column that says what to do: a list of renames. */
function renames({ type, file }: MapStep, { mapping, suggestions }: MappingResult): boolean {
  const column = (field: FieldId): number | undefined => {
    const source = mapping[field];
    if (source) return source.kind === 'column' ? source.index : undefined;
    return suggestions.find((one) => one.field === field)?.index;
  };
  const index = column('newUser');
  if (type !== 'user' || index === undefined || mapping.mutationCode || column('mutationCode') !== undefined)
    return false;
  return file.sample.length > 0 && file.sample.every(({ cells }) => cellText(cells[index]) !== '');
}

/** What was settled by hand is no guess any more. */
export function settled(choices: Choices, field: FieldId, overrides: Choices['overrides']): Choices {
  return { ...choices, overrides, guessed: choices.guessed.filter((one) => one !== field) };
}

/** A column that was taken for the person, and of which most of the first rows hold nobody's code. */
export function refuted(
  step: MapStep,
  rows: readonly PlannedRow[],
  choices: Choices,
): { readonly choices: Choices; readonly notice: Notice } | undefined {
  const source = step.mapped.mapping.person;
  if (!choices.guessed.includes('person') || source?.kind !== 'column') return undefined;
  const unknown = rows.flatMap(({ messages }) => messages.filter(({ code }) => code === 'PERSON_UNKNOWN'));
  if (unknown.length <= rows.length / 2) return undefined;
  const value = String(unknown[0]?.params['value'] ?? '');
  return {
    choices: settled(choices, 'person', takeNothing(choices.overrides, 'person')),
    notice: notice('warning', 'wizard.map.noPersons', { column: source.header, value, environment: step.environment }),
  };
}
