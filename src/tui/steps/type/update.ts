/** The first step: an import type, a saved definition, or a plan to go on with. */
import type { ImportType } from '../../../domain/fields.js';
import type { Run } from '../../../domain/run.js';
import { plainListHeight } from '../../shell/layout.js';
import { NO_CHOICES, type Choices } from '../../shell/choices.js';
import { notice } from '../../shell/messages.js';
import { AT_TOP, type TypeStep } from '../state.js';
import { textRef, type Change, type StepEvent } from '../../shell/wizard.js';
import type { WizardDefinition } from '../../wizardOptions.js';
import { isMove, moved, placed, type StepContext } from '../../shell/stepContext.js';

export type TypeItem =
  | { readonly kind: 'type'; readonly type: ImportType }
  | { readonly kind: 'definition'; readonly definition: WizardDefinition }
  | { readonly kind: 'plan'; readonly run: Run };

export const TYPE_STEP: TypeStep = { at: 'type', ...AT_TOP, plans: null, definitions: null };

/** The two types first, then what was saved. */
export function typeItems(step: TypeStep): readonly TypeItem[] {
  return [
    { kind: 'type', type: 'user' },
    { kind: 'type', type: 'mutation' },
    ...(step.definitions ?? []).map((definition): TypeItem => ({ kind: 'definition', definition })),
    ...(step.plans ?? []).map((run): TypeItem => ({ kind: 'plan', run })),
  ];
}

/** Lines that the screen needs besides the items: a heading above each kind, and a space. */
function typeHeadings(step: TypeStep): number {
  return 2 + ((step.definitions?.length ?? 0) > 0 ? 2 : 0) + ((step.plans?.length ?? 0) > 0 ? 2 : 0);
}

export function updateType(step: TypeStep, event: StepEvent, context: StepContext): Change {
  const items = typeItems(step);
  const height = plainListHeight(context.size, typeHeadings(step));
  if (event.kind === 'entered') return { step, effects: [{ kind: 'loadHome' }] };
  if (event.kind === 'resized') return { step: { ...step, ...placed(step, items.length, height) } };
  if (event.kind === 'homeLoaded') {
    const loaded = { ...step, plans: event.plans, definitions: event.definitions };
    return { step: { ...loaded, ...placed(step, typeItems(loaded).length, height) } };
  }
  if (event.kind === 'discarded') {
    return { notice: notice('good', 'wizard.discarded', { run: event.run }), effects: [{ kind: 'loadHome' }] };
  }
  if (event.kind === 'agreed') {
    const item = items[step.cursor];
    return item?.kind === 'plan'
      ? { busy: textRef('wizard.busy.working'), effects: [{ kind: 'discard', run: item.run.id }] }
      : {};
  }
  if (event.kind !== 'action') return {};
  if (isMove(event.action)) return { step: { ...step, ...moved(step, event.action, items.length, height) } };
  const item = items[step.cursor];
  switch (event.action) {
    case 'goOn':
      return item ? chosen(item, context.choices) : {};
    case 'history':
      return { go: { to: 'history' } };
    case 'drift':
      return { go: { to: 'drift', type: null } };
    case 'discard':
      return item?.kind === 'plan'
        ? { overlay: { kind: 'question', purpose: 'discard', ...textRef('wizard.ask.discard', { run: item.run.id }) } }
        : {};
    default:
      return {};
  }
}

function chosen(item: TypeItem, choices: Choices): Change {
  switch (item.kind) {
    case 'plan':
      return {
        busy: textRef('wizard.busy.opening', { run: item.run.id }),
        effects: [{ kind: 'open', run: item.run.id }],
      };
    case 'definition':
      return { choices: withDefinition(choices, item.definition), go: { to: 'environment' } };
    case 'type':
      return { choices: withType(choices, item.type), go: { to: 'environment' } };
  }
}

/** Another type has other fields: what was said of the mapping goes, the file and the environment stay. */
function withType(choices: Choices, type: ImportType): Choices {
  if (choices.type === type) return choices;
  return { ...choices, type, overrides: {}, emptyRules: {}, planned: null };
}

function withDefinition(choices: Choices, definition: WizardDefinition): Choices {
  return {
    ...NO_CHOICES,
    path: choices.path,
    options: choices.options,
    file: choices.file,
    environment: definition.environment ?? choices.environment,
    type: definition.type,
    overrides: definition.overrides,
    defaults: definition.defaults ?? NO_CHOICES.defaults,
    emptyRules: definition.emptyRules ?? {},
    guards: definition.guards ?? {},
  };
}
