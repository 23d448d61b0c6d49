/** The mapping and its settings, saved under a name to be used again. */
import type { InspectedFile } from '../../../application/ports/importFiles.js';
import type { Choices } from '../../shell/choices.js';
import type { MapStep } from '../state.js';
import { EMPTY_FIELD } from '../../shell/textField.js';
import { textRef, type Change } from '../../shell/wizard.js';

export const ASK_DEFINITION: Change = {
  overlay: {
    kind: 'prompt',
    purpose: { kind: 'definition' },
    title: textRef('wizard.map.definitionPrompt'),
    field: EMPTY_FIELD,
  },
};

export function saveDefinition(step: MapStep, name: string, choices: Choices): Change {
  if (name === '') return {};
  const { overrides, defaults, emptyRules, guards } = choices;
  const definition = {
    name,
    type: step.type,
    overrides: byHeader(overrides, step.file),
    defaults,
    emptyRules,
    guards,
  };
  return { busy: textRef('wizard.busy.working'), effects: [{ kind: 'saveDefinition', definition }] };
}

/** Columns by their names, so that a definition holds for a file with the columns in another order. */
function byHeader(overrides: Choices['overrides'], file: InspectedFile): Choices['overrides'] {
  const name = (column: string): string => {
    const header = file.layout.headerRow === null ? '' : (file.headers[Number(column.slice(1)) - 1] ?? '');
    const isOne = file.headers.filter((other) => other === header).length === 1;
    return column.startsWith('#') && header !== '' && isOne ? header : column;
  };
  return {
    ...overrides,
    map: (overrides.map ?? []).map(({ field, column }) => ({ field, column: name(column) })),
    ignoreColumns: (overrides.ignoreColumns ?? []).map(name),
  };
}
