/** The mapping and its settings, saved under a name to be used again. */
import type { InspectedFile } from '../../../application/ports/importFiles.js';
import type { Choices } from '../../shell/choices.js';
import { notice, textRef } from '../../shell/messages.js';
import { task } from '../../shell/task.js';
import { fieldWith } from '../../shell/textField.js';
import type { Change, Wizard } from '../../shell/wizard.js';
import type { MapStep } from './state.js';

/** The definition that this began from is proposed: saved under its name it takes its place. */
export function askDefinition(_step: MapStep, { choices }: Wizard): Change<MapStep> {
  return {
    overlay: {
      kind: 'prompt',
      title: textRef('wizard.map.definitionPrompt'),
      field: fieldWith(choices.definition ?? ''),
      entered: (step, name, wizard) => saveDefinition(step as MapStep, name.trim(), wizard),
    },
  };
}

function saveDefinition({ type, file }: MapStep, name: string, { choices }: Wizard): Change<MapStep> {
  if (name === '') return {};
  const { overrides, defaults, emptyRules, guards } = choices;
  const definition = { name, type, overrides: byHeader(overrides, file), defaults, emptyRules, guards };
  const save = task({
    slot: 'main',
    busy: textRef('wizard.busy.working'),
    run: ({ definitions }) => definitions.save(definition),
    then: (_step, _saved, wizard) => ({
      choices: { ...wizard.choices, definition: name },
      notice: notice('good', 'wizard.definitionSaved', { name }),
    }),
  });
  return { effects: [save] };
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
