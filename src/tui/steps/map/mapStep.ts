/** Where each field takes its value from, with a live sample of what the rows come to. */
import type { InspectedFile, MappingResult } from '../../../application/ports/importFiles.js';
import type { PlanRequest } from '../../../application/useCases.js';
import {
  DEFAULTED_FIELDS,
  fieldsFor,
  IDENTITY_FIELDS,
  isIdentityField,
  SITE_LANGUAGES,
  type DefaultedField,
  type Field,
  type FieldId,
} from '../../../domain/fields.js';
import type { ImportSettings } from '../../../domain/settings.js';
import { mapListHeight } from '../../layout.js';
import { fingerprint, type Choices } from '../../state/choices.js';
import type { Effect } from '../../state/effects.js';
import { notice } from '../../state/messages.js';
import { AT_TOP, type MapStep } from '../../state/steps.js';
import { EMPTY_FIELD, fieldWith } from '../../state/textField.js';
import { textRef, type Change, type PickOption, type PickOverlay, type StepEvent } from '../../state/wizardState.js';
import { ignoreColumns, isEmptyWishes, takeColumn, takeFixed, takeNothing } from './mappingWishes.js';
import { isMove, moved, placed, type StepContext } from '../stepContext.js';

const NOTHING_MAPPED: MappingResult = { mapping: {}, ignored: [], unsettled: [], suggestions: [], problems: [] };

export function mapStep(choices: Choices, file: InspectedFile): MapStep {
  return {
    at: 'map',
    type: choices.type ?? 'user',
    environment: choices.environment ?? '',
    file,
    mapped: NOTHING_MAPPED,
    ...AT_TOP,
    sample: null,
    risk: null,
    toldUnused: false,
  };
}

function settingsOf(step: MapStep, choices: Choices): ImportSettings {
  return { type: step.type, mapping: step.mapped.mapping, defaults: choices.defaults, emptyRules: choices.emptyRules };
}

/** Identity fields that no column and no fixed value fills, and that are not kept on purpose. */
export function unmappedIdentity(step: MapStep, choices: Choices): readonly FieldId[] {
  return IDENTITY_FIELDS.filter(
    (field) => step.mapped.mapping[field] === undefined && choices.emptyRules[field] !== 'keep',
  );
}

export function emptyRuleOf(field: FieldId, choices: Choices): 'keep' | 'clear' {
  return choices.emptyRules[field] ?? (isIdentityField(field) ? 'clear' : 'keep');
}

/** Whether what an empty cell does can be chosen for a field. */
export function hasEmptyRule(field: Field): boolean {
  return !['user', 'mutationCode', 'newUser', 'password', 'group', 'groupDescription'].includes(field.id);
}

export function isDefaulted(field: FieldId): field is DefaultedField {
  return (DEFAULTED_FIELDS as readonly FieldId[]).includes(field);
}

function request(step: MapStep, choices: Choices): PlanRequest {
  return {
    file: step.file,
    environment: step.environment,
    settings: settingsOf(step, choices),
    guards: choices.guards,
    importAgain: choices.importAgain,
    ...(choices.expiresAfterDays === null ? {} : { expiresAfterDays: choices.expiresAfterDays }),
  };
}

export function updateMap(step: MapStep, event: StepEvent, context: StepContext): Change {
  const fields = fieldsFor(step.type);
  const height = mapListHeight(context.size);
  switch (event.kind) {
    case 'entered':
      return { step, effects: [mapAgain(step, context.choices)] };
    case 'resized':
      return { step: { ...step, ...placed(step, fields.length, height) } };
    case 'mapped':
      return mapped(step, event.mapped, context);
    case 'riskCounted':
      return { step: { ...step, risk: event.risk } };
    case 'sampled':
      return { step: { ...step, sample: event.rows } };
    case 'picked':
      return picked(step, event.purpose.field, event.id, context.choices);
    case 'prompted':
      return prompted(step, event, context);
    case 'agreed':
      return event.purpose === 'importAgain' ? plan(step, { ...context.choices, importAgain: true }) : {};
    case 'planned':
    case 'opened': {
      const { choices } = context;
      const planned = { run: event.answer.run.id, fingerprint: fingerprint({ ...choices, planned: null }) };
      return { choices: { ...choices, planned }, go: { to: 'preview', answer: event.answer } };
    }
    case 'failed':
      return event.problem.stop === 'alreadyImported'
        ? {
            notice: null,
            overlay: { kind: 'question', purpose: 'importAgain', key: event.problem.key, params: event.problem.params },
          }
        : {};
    case 'definitionSaved':
      return { notice: notice('good', 'wizard.definitionSaved', { name: event.name }) };
    case 'action':
      break;
    default:
      return {};
  }
  if (isMove(event.action)) return { step: { ...step, ...moved(step, event.action, fields.length, height) } };
  const field = fields[step.cursor];
  if (!field) return {};
  switch (event.action) {
    case 'act':
      return { overlay: sourcePicker(step, field) };
    case 'fixValue': {
      const source = step.mapped.mapping[field.id];
      return {
        overlay: {
          kind: 'prompt',
          purpose: { kind: 'fixed', field: field.id },
          title: textRef('wizard.map.fixPrompt', { field: field[context.language] }),
          field: source?.kind === 'fixed' ? fieldWith(source.value) : EMPTY_FIELD,
        },
      };
    }
    case 'doNotImport':
      return changed(step, { ...context.choices, wishes: takeNothing(context.choices.wishes, field.id) });
    case 'emptyRule':
      return hasEmptyRule(field) ? toggleEmptyRule(step, field.id, context.choices) : {};
    case 'newUserDefault':
      return isDefaulted(field.id) && step.type === 'user' ? nextDefault(step, field.id, context.choices) : {};
    case 'saveDefinition':
      return {
        overlay: {
          kind: 'prompt',
          purpose: { kind: 'definition' },
          title: textRef('wizard.map.definitionPrompt'),
          field: EMPTY_FIELD,
        },
      };
    case 'goOn':
      return goOn(step, context);
    case 'goBack':
      return { go: { to: 'back' } };
    default:
      return {};
  }
}

function mapAgain(step: MapStep, { wishes }: Choices): Effect {
  return { kind: 'map', file: step.file, type: step.type, wishes };
}

/** Other wishes or settings: map anew, and what depends on it is counted anew when that is known. */
function changed(step: MapStep, choices: Choices): Change {
  return { step: { ...step, toldUnused: false }, choices, effects: [mapAgain(step, choices)] };
}

/** What was guessed well enough is taken at once, for the administrator to see and change; scripts take none. */
function mapped(step: MapStep, result: MappingResult, { choices }: StepContext): Change {
  const likely = result.unsettled.flatMap(({ suggestion }) =>
    suggestion?.confidence === 'likely' ? [suggestion] : [],
  );
  if (isEmptyWishes(choices.wishes) && likely.length > 0) {
    const wishes = likely.reduce((all, { field, index }) => takeColumn(all, field, index), choices.wishes);
    const guessed = { ...choices, wishes };
    return { step, choices: guessed, effects: [mapAgain(step, guessed)] };
  }
  const next: MapStep = { ...step, mapped: result, sample: null };
  const effects: Effect[] = [];
  if (result.mapping.user !== undefined && result.problems.length === 0) {
    const settings = settingsOf(next, choices);
    if (unmappedIdentity(next, choices).length > 0 && step.risk === null) {
      effects.push({ kind: 'countRisk', file: step.file, environment: step.environment, settings });
    }
    effects.push({ kind: 'sample', request: request(next, choices) });
  }
  const sameUser = JSON.stringify(step.mapped.mapping.user) === JSON.stringify(result.mapping.user);
  const [problem] = result.problems;
  return {
    step: sameUser ? next : { ...next, risk: null },
    effects,
    ...(problem ? { notice: notice('danger', problem.key, problem.params) } : {}),
  };
}

const NONE = 'none';
const FIXED = 'fixed';

function sourcePicker(step: MapStep, field: Field & { readonly id: FieldId }): PickOverlay {
  const [first] = step.file.sample;
  const options: PickOption[] = step.file.headers.map((header, index) => {
    const cell = first?.cells[index];
    const hint =
      cell === undefined || typeof cell === 'string' ? (cell ?? '') : cell.kind === 'secret' ? '' : cell.text;
    return { id: String(index), label: header || columnLabel(index), hint: field.kind === 'secret' ? '' : hint };
  });
  if (field.kind !== 'secret') options.push({ id: FIXED, label: textRef('wizard.map.fixed'), hint: '' });
  if (field.id !== 'user') options.push({ id: NONE, label: textRef('wizard.map.notImported'), hint: '' });
  const source = step.mapped.mapping[field.id];
  const suggested = step.mapped.suggestions.find((suggestion) => suggestion.field === field.id);
  const index = source?.kind === 'column' ? source.index : suggested?.index;
  const cursor = options.findIndex(({ id }) => id === (index === undefined ? NONE : String(index)));
  return {
    kind: 'pick',
    purpose: { kind: 'source', field: field.id },
    title: textRef('wizard.map.pickTitle', { nl: field.nl, en: field.en }),
    options,
    cursor: Math.max(0, cursor),
  };
}

function columnLabel(index: number): string {
  return `#${index + 1}`;
}

function picked(step: MapStep, field: FieldId, id: string, choices: Choices): Change {
  if (id === NONE) return changed(step, { ...choices, wishes: takeNothing(choices.wishes, field) });
  if (id === FIXED) {
    return {
      overlay: {
        kind: 'prompt',
        purpose: { kind: 'fixed', field },
        title: textRef('wizard.map.fixPrompt', { field }),
        field: EMPTY_FIELD,
      },
    };
  }
  return changed(step, { ...choices, wishes: takeColumn(choices.wishes, field, Number(id)) });
}

function prompted(
  step: MapStep,
  { purpose, text }: Extract<StepEvent, { kind: 'prompted' }>,
  { choices }: StepContext,
): Change {
  if (purpose.kind === 'fixed')
    return changed(step, { ...choices, wishes: takeFixed(choices.wishes, purpose.field, text) });
  if (purpose.kind !== 'definition' || text.trim() === '') return {};
  const { wishes, defaults, emptyRules, guards } = choices;
  const definition = {
    name: text.trim(),
    type: step.type,
    wishes: byHeader(wishes, step.file),
    defaults,
    emptyRules,
    guards,
  };
  return { busy: textRef('wizard.busy.working'), effects: [{ kind: 'saveDefinition', definition }] };
}

/** Columns by their names, so that a definition holds for a file with the columns in another order. */
function byHeader(wishes: Choices['wishes'], file: InspectedFile): Choices['wishes'] {
  const name = (column: string): string => {
    const header = file.layout.headerRow === null ? '' : (file.headers[Number(column.slice(1)) - 1] ?? '');
    const isOne = file.headers.filter((other) => other === header).length === 1;
    return column.startsWith('#') && header !== '' && isOne ? header : column;
  };
  return {
    ...wishes,
    map: (wishes.map ?? []).map(({ field, column }) => ({ field, column: name(column) })),
    ignoreColumns: (wishes.ignoreColumns ?? []).map(name),
  };
}

function toggleEmptyRule(step: MapStep, field: FieldId, choices: Choices): Change {
  const { [field]: current, ...others } = choices.emptyRules;
  const other = emptyRuleOf(field, choices) === 'keep' ? 'clear' : 'keep';
  const emptyRules = current === undefined ? { ...others, [field]: other } : others;
  return changed(step, { ...choices, emptyRules: emptyRules });
}

function nextDefault(step: MapStep, field: DefaultedField, choices: Choices): Change {
  const current = choices.defaults[field];
  const next =
    typeof current === 'boolean'
      ? !current
      : (SITE_LANGUAGES[(SITE_LANGUAGES as readonly string[]).indexOf(current) + 1] ?? SITE_LANGUAGES[0]);
  return changed(step, { ...choices, defaults: { ...choices.defaults, [field]: next } });
}

function goOn(step: MapStep, { choices }: StepContext): Change {
  const [problem] = step.mapped.problems;
  if (problem) return { notice: notice('danger', problem.key, problem.params) };
  if (step.mapped.mapping.user === undefined) return { notice: notice('danger', 'wizard.map.noUser') };
  const unused = step.mapped.unsettled;
  if (unused.length > 0) {
    const columns = unused.map(({ header, index }) => header || columnLabel(index)).join(', ');
    if (!step.toldUnused) {
      return {
        step: { ...step, toldUnused: true },
        notice: notice('warning', 'wizard.map.unused', { count: unused.length, columns }),
      };
    }
    return plan(step, {
      ...choices,
      wishes: ignoreColumns(
        choices.wishes,
        unused.map(({ index }) => index),
      ),
    });
  }
  return plan(step, choices);
}

/** Plans; the same choices as before go on with the plan that was made of them. */
function plan(step: MapStep, choices: Choices): Change {
  const { planned } = choices;
  if (planned && planned.fingerprint === fingerprint({ ...choices, planned: null })) {
    return {
      choices,
      busy: textRef('wizard.busy.opening', { run: planned.run }),
      effects: [{ kind: 'open', run: planned.run }],
    };
  }
  return {
    choices,
    busy: textRef('wizard.busy.planning', { file: step.file.name }),
    effects: [{ kind: 'plan', request: request(step, choices), instead: planned?.run ?? null }],
  };
}
