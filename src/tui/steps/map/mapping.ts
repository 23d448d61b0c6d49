/** What the choices come to: the mapping, a sample of the first rows, and who would lose what. */
import type { MappingResult } from '../../../application/ports/importFiles.js';
import type { PlanRequest } from '../../../application/useCases.js';
import { IDENTITY_FIELDS, type FieldId } from '../../../domain/fields.js';
import type { ImportSettings } from '../../../domain/settings.js';
import type { Choices } from '../../shell/choices.js';
import type { Effect } from '../../shell/effects.js';
import { notice } from '../../shell/messages.js';
import type { MapStep } from '../state.js';
import type { Change } from '../../shell/wizard.js';
import type { StepContext } from '../../shell/stepContext.js';
import { isEmptyOverrides, takeColumn } from './mappingOverrides.js';

export function mapAgain(step: MapStep, { overrides }: Choices): Effect {
  return { kind: 'map', file: step.file, type: step.type, overrides };
}

/** Other overrides or settings: map anew, and what depends on it is counted anew when that is known. */
export function changed(step: MapStep, choices: Choices): Change {
  return { step: { ...step, toldUnused: false }, choices, effects: [mapAgain(step, choices)] };
}

/** What was guessed well enough is taken at once, for the administrator to see and change; scripts take none. */
export function mapped(step: MapStep, result: MappingResult, { choices }: StepContext): Change {
  const likely = result.unsettled.flatMap(({ suggestion }) =>
    suggestion?.confidence === 'likely' ? [suggestion] : [],
  );
  if (isEmptyOverrides(choices.overrides) && likely.length > 0) {
    const overrides = likely.reduce((all, { field, index }) => takeColumn(all, field, index), choices.overrides);
    const guessed = { ...choices, overrides };
    return { step, choices: guessed, effects: [mapAgain(step, guessed)] };
  }
  const next: MapStep = { ...step, mapped: result, sample: null };
  const effects: Effect[] = [];
  if (result.mapping.user !== undefined && result.problems.length === 0) {
    const settings = settingsOf(next, choices);
    if (unmappedIdentity(next, choices).length > 0 && step.risk === null) {
      effects.push({ kind: 'countRisk', file: step.file, environment: step.environment, settings });
    }
    effects.push({ kind: 'sample', request: planRequest(next, choices) });
  }
  const sameUser = JSON.stringify(step.mapped.mapping.user) === JSON.stringify(result.mapping.user);
  const [problem] = result.problems;
  return {
    step: sameUser ? next : { ...next, risk: null },
    effects,
    ...(problem ? { notice: notice('danger', problem.key, problem.params) } : {}),
  };
}

/** Identity fields that no column and no fixed value fills, and that are not kept on purpose. */
export function unmappedIdentity(step: MapStep, choices: Choices): readonly FieldId[] {
  return IDENTITY_FIELDS.filter(
    (field) => step.mapped.mapping[field] === undefined && choices.emptyRules[field] !== 'keep',
  );
}

/** Whether every row would count as code 0, which blocks, because the file says nothing of it. */
export function codeMissing({ type, mapped: { mapping } }: MapStep): boolean {
  return type === 'user' && Object.keys(mapping).length > 0 && mapping.mutationCode === undefined;
}

export function planRequest(step: MapStep, choices: Choices): PlanRequest {
  return {
    file: step.file,
    environment: step.environment,
    settings: settingsOf(step, choices),
    guards: choices.guards,
    raised: choices.raised,
    importAgain: choices.importAgain,
    ...(choices.expiresAfterDays === null ? {} : { expiresAfterDays: choices.expiresAfterDays }),
  };
}

function settingsOf(step: MapStep, choices: Choices): ImportSettings {
  return { type: step.type, mapping: step.mapped.mapping, defaults: choices.defaults, emptyRules: choices.emptyRules };
}
