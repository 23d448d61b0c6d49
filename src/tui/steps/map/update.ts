/** Where each field takes its value from, with a live sample of what the rows come to. */
import type { InspectedFile, MappingResult } from '../../../application/ports/importFiles.js';
import type { RunAnswer } from '../../../application/useCases.js';
import { fieldsFor, isDefaulted } from '../../../domain/fields.js';
import { momentText } from '../../../language/index.js';
import type { TextParams, TextRef } from '../../../language/text.js';
import type { Action } from '../../keymap/actions.js';
import { mapListHeight } from '../../shell/layout.js';
import { fingerprint, type Choices } from '../../shell/choices.js';
import { notice } from '../../shell/messages.js';
import { AT_TOP, type MapStep } from '../state.js';
import { textRef, type Change, type StepEvent } from '../../shell/wizard.js';
import { isMove, moved, placed, type StepContext } from '../../shell/stepContext.js';
import { ASK_DEFINITION, saveDefinition } from './definition.js';
import { nextDefault, toggleEmptyRule } from './fieldSettings.js';
import { changed, mapAgain, mapped } from './mapping.js';
import { takeFixed, takeNothing } from './mappingOverrides.js';
import { askToLose, carriedNotice, goOn, plan } from './planning.js';
import { askFixed, picked, sourcePicker } from './source.js';
import { importedBefore } from '../../../presentation/runParts.js';

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
    lose: null,
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
      return event.purpose.kind === 'source' ? picked(step, event.purpose.field, event.id, context.choices) : {};
    case 'prompted':
      return prompted(step, event, context);
    case 'agreed':
      if (event.purpose === 'loseDecisions') return plan(step, context.choices, step.lose);
      return event.purpose === 'importAgain' ? plan(step, { ...context.choices, importAgain: true }) : {};
    case 'planned':
    case 'opened': {
      const { choices } = context;
      const planned = { run: event.answer.run.id, fingerprint: fingerprint({ ...choices, planned: null }) };
      return {
        choices: { ...choices, planned },
        go: { to: 'preview', answer: event.answer },
        ...plannedNotice(event.answer),
      };
    }
    case 'failed':
      if (event.problem.key === 'plan.decisionsLost') return askToLose(step, event.problem.params);
      return event.problem.stop === 'alreadyImported'
        ? {
            notice: null,
            overlay: { kind: 'question', purpose: 'importAgain', ...askAgain(event.problem.params) },
          }
        : {};
    case 'definitionSaved':
      return { notice: notice('good', 'wizard.definitionSaved', { name: event.name }) };
    case 'action':
      return acted(step, event.action, context);
    default:
      return {};
  }
}

function acted(step: MapStep, action: Action, context: StepContext): Change {
  const fields = fieldsFor(step.type);
  if (isMove(action)) return { step: { ...step, ...moved(step, action, fields.length, mapListHeight(context.size)) } };
  const field = fields[step.cursor];
  if (!field) return {};
  switch (action) {
    case 'act':
      return { overlay: sourcePicker(step, field) };
    case 'fixValue':
      return askFixed(step, field, context.language);
    case 'doNotImport':
      return changed(step, { ...context.choices, overrides: takeNothing(context.choices.overrides, field.id) });
    case 'emptyRule':
      return field.emptyRule ? toggleEmptyRule(step, field.id, context.choices) : {};
    case 'newUserDefault':
      return isDefaulted(field.id) && step.type === 'user' ? nextDefault(step, field.id, context.choices) : {};
    case 'saveDefinition':
      return ASK_DEFINITION;
    case 'goOn':
      return goOn(step, context);
    case 'goBack':
      return { go: { to: 'back' } };
    default:
      return {};
  }
}

function prompted(
  step: MapStep,
  { purpose, text }: Extract<StepEvent, { kind: 'prompted' }>,
  { choices }: StepContext,
): Change {
  if (purpose.kind === 'fixed')
    return changed(step, { ...choices, overrides: takeFixed(choices.overrides, purpose.field, text) });
  return purpose.kind === 'definition' ? saveDefinition(step, text.trim(), choices) : {};
}

/** The same content was applied here before, and would not do the same again; what was taken over of a plan before. */
function plannedNotice(answer: RunAnswer): Pick<Change, 'notice'> {
  const carried = carriedNotice(answer);
  if (!answer.importedBefore) return carried ? { notice: notice('good', carried.key, carried.params) } : {};
  const { key, params } = importedBefore(answer.importedBefore);
  return { notice: notice('warning', key, params, carried ? [carried] : []) };
}

function askAgain(params: TextParams): TextRef {
  return textRef('wizard.ask.importAgain', { ...params, at: momentText(String(params['at'])) });
}
