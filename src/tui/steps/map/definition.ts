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
      field: fieldWith(choices.definition?.name ?? ''),
      entered: (step, name, wizard) => saveDefinition(step as MapStep, name.trim(), wizard),
    },
  };
}

/** One of another name than this began from takes the place of nothing before that was asked. */
function saveDefinition(step: MapStep, name: string, { choices }: Wizard, agreed = false): Change<MapStep> {
  if (name === '') return {};
  const { type, file } = step;
  const { overrides, defaults, emptyRules, guards, kept } = choices;
  const replace = agreed || choices.definition?.name.toLowerCase() === name.toLowerCase();
  const definition = { name, type, overrides: byHeader(overrides, file), defaults, emptyRules, guards, ...kept };
  const save = task({
    slot: 'main',
    busy: textRef('wizard.busy.working'),
    run: ({ definitions }) => definitions.save(definition, { replace }),
    then: (_step, { used }, wizard) => ({
      choices: { ...wizard.choices, definition: used },
      notice: notice('good', 'wizard.definitionSaved', { name }),
    }),
    failed: (_step, problem) => (problem.key === 'definitions.exists' ? askReplacing(name) : {}),
  });
  return { effects: [save] };
}

function askReplacing(name: string): Change<MapStep> {
  return {
    notice: null,
    overlay: {
      kind: 'question',
      ...textRef('wizard.ask.replaceDefinition', { name }),
      agreed: (step, wizard) => saveDefinition(step as MapStep, name, wizard, true),
    },
  };
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
