/** Loading the definitions that were saved, choosing what to import, and deleting a definition. */
import type { ImportType } from '../../../domain/fields.js';
import { NO_CHOICES, type Choices } from '../../shell/choices.js';
import { plainListHeight } from '../../shell/layout.js';
import { AT_TOP } from '../../shell/list.js';
import { listStep } from '../../shell/listStep.js';
import { notice, textRef } from '../../shell/messages.js';
import { task } from '../../shell/task.js';
import type { Change, Entered, Task, Wizard } from '../../shell/wizard.js';
import type { ListedDefinition } from '../../../application/definitions.js';
import { definitionHere, typeItems, type TypeStep } from './state.js';

const list = listStep<TypeStep>((step, size) => [typeItems(step).length, plainListHeight(size, headings(step))]);
export const { move, update } = list;

export function enter(left: TypeStep | undefined): Entered<TypeStep> {
  const step = left ?? { at: 'type', ...AT_TOP, definitions: null };
  return { step, effects: [loadDefinitions()] };
}

function loadDefinitions(): Task {
  return task({
    slot: 'definitions',
    run: ({ definitions }) => definitions.list(),
    then: (step: TypeStep, definitions, { size }) => ({ step: list.inSight({ ...step, definitions }, size) }),
  });
}

export function askDelete(step: TypeStep): Change<TypeStep> {
  const name = definitionHere(step)?.name;
  if (name === undefined) return {};
  const question = textRef('wizard.ask.deleteDefinition', { name });
  return { overlay: { kind: 'question', ...question, agreed: () => ({ effects: [deleteDefinition(name)] }) } };
}

function deleteDefinition(name: string): Task {
  return task({
    slot: 'main',
    busy: textRef('wizard.busy.working'),
    run: ({ definitions }) => definitions.delete(name),
    then: (_step, _deleted, { choices }) => ({
      choices: choices.definition?.name === name ? { ...choices, definition: null } : choices,
      notice: notice('good', 'wizard.definitionDeleted', { name }),
      effects: [loadDefinitions()],
    }),
  });
}

/** Lines that the screen needs besides the items: a heading above each kind, and a space. */
function headings({ definitions }: TypeStep): number {
  return 2 + ((definitions?.length ?? 0) > 0 ? 2 : 0);
}

export function choose(step: TypeStep, { choices }: Wizard): Change<TypeStep> {
  const item = typeItems(step)[step.cursor];
  switch (item?.kind) {
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
  if (choices.type === type && choices.definition === null) return choices;
  return { ...choices, type, definition: null, overrides: {}, emptyRules: {}, kept: {}, planned: null };
}

function withDefinition(choices: Choices, definition: ListedDefinition): Choices {
  return {
    ...NO_CHOICES,
    path: choices.path,
    options: choices.options,
    file: choices.file,
    environment: choices.environment,
    type: definition.type,
    definition: { name: definition.name, sha256: definition.sha256 },
    overrides: definition.overrides,
    defaults: definition.defaults ?? NO_CHOICES.defaults,
    emptyRules: definition.emptyRules ?? {},
    guards: definition.guards ?? {},
    kept: {
      ...(definition.absent && { absent: definition.absent }),
      ...(definition.checks && { checks: definition.checks }),
    },
  };
}
