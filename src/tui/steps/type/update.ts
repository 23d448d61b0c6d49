/** Loading what was saved, and choosing what to import or to go on with. */
import type { ImportType } from '../../../domain/fields.js';
import { openRun } from '../../runs/openRun.js';
import { NO_CHOICES, type Choices } from '../../shell/choices.js';
import { plainListHeight } from '../../shell/layout.js';
import { AT_TOP } from '../../shell/list.js';
import { listStep } from '../../shell/listStep.js';
import { task } from '../../shell/task.js';
import type { Change, Entered, Task, Wizard } from '../../shell/wizard.js';
import type { DefinitionChoices } from '../../../application/definitions.js';
import { typeItems, type TypeStep } from './state.js';

const list = listStep<TypeStep>((step, size) => [typeItems(step).length, plainListHeight(size, headings(step))]);
export const { move, update } = list;

export function enter(left: TypeStep | undefined): Entered<TypeStep> {
  const step = left ?? { at: 'type', ...AT_TOP, plans: null, definitions: null };
  return { step, effects: [loadHome()] };
}

/** What was saved: plans that wait, and definitions. */
export function loadHome(): Task {
  return task({
    slot: 'home',
    run: async ({ useCases, definitions }) =>
      Promise.all([useCases.runs({ status: 'planned', limit: 50 }), definitions.list()]),
    then: (step: TypeStep, [plans, definitions], { size }) => ({
      step: list.inSight({ ...step, plans, definitions }, size),
    }),
  });
}

/** Lines that the screen needs besides the items: a heading above each kind, and a space. */
function headings({ definitions, plans }: TypeStep): number {
  return 2 + ((definitions?.length ?? 0) > 0 ? 2 : 0) + ((plans?.length ?? 0) > 0 ? 2 : 0);
}

export function choose(step: TypeStep, { choices }: Wizard): Change<TypeStep> {
  const item = typeItems(step)[step.cursor];
  switch (item?.kind) {
    case 'plan':
      return { effects: [openRun(item.run.id)] };
    case 'definition':
      return { choices: withDefinition(choices, item.definition), go: { to: 'environment' } };
    case 'type':
      return { choices: withType(choices, item.type), go: { to: 'environment' } };
    case undefined:
      return {};
  }
}

/** Another type has other fields: what was said of the mapping goes, the file and the environment stay. */
function withType(choices: Choices, type: ImportType): Choices {
  if (choices.type === type) return choices;
  return { ...choices, type, overrides: {}, emptyRules: {}, planned: null };
}

function withDefinition(choices: Choices, definition: DefinitionChoices): Choices {
  return {
    ...NO_CHOICES,
    path: choices.path,
    options: choices.options,
    file: choices.file,
    environment: choices.environment,
    type: definition.type,
    overrides: definition.overrides,
    defaults: definition.defaults ?? NO_CHOICES.defaults,
    emptyRules: definition.emptyRules ?? {},
    guards: definition.guards ?? {},
  };
}
