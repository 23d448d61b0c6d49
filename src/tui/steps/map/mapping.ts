/** What the choices come to: the mapping, a sample of the first rows, and who would lose what. */
import type { MappingResult } from '../../../application/ports/importFiles.js';
import type { PlanRequest } from '../../../application/useCases.js';
import { IDENTITY_FIELDS, type Field, type FieldId } from '../../../domain/fields.js';
import type { ImportSettings } from '../../../domain/settings.js';
import type { Choices } from '../../shell/choices.js';
import { noticeOf } from '../../shell/messages.js';
import { task } from '../../shell/task.js';
import type { Change, Task, Wizard } from '../../shell/wizard.js';
import { refuted, settled, withGuesses } from './guesses.js';
import { takeNothing } from './mappingOverrides.js';
import { fieldHere, type MapStep } from './state.js';

export function mapAgain({ file, type }: MapStep, { overrides }: Choices): Task {
  return task({ slot: 'main', run: ({ useCases }) => useCases.map(file, type, overrides), then: mapped });
}

/** Other overrides or settings: map anew, and what depends on it is counted anew when that is known. */
export function changed(step: MapStep, choices: Choices): Change<MapStep> {
  return { step: { ...step, toldUnused: false }, choices, effects: [mapAgain(step, choices)] };
}

/** Nothing is imported for the field at the cursor. */
export function leaveUnmapped(step: MapStep, { choices }: Wizard): Change<MapStep> {
  const field = fieldHere(step);
  return field ? changed(step, settled(choices, field.id, takeNothing(choices.overrides, field.id))) : {};
}

function mapped(step: MapStep, result: MappingResult, { choices }: Wizard): Change<MapStep> {
  const guessed = withGuesses(step, result, choices);
  if (guessed) return { step, choices: guessed, effects: [mapAgain(step, guessed)] };
  const sameUser = JSON.stringify(step.mapped.mapping.user) === JSON.stringify(result.mapping.user);
  const next: MapStep = { ...step, mapped: result, sample: null };
  const isWhole = result.mapping.user !== undefined && result.problems.length === 0;
  const counts = unmappedIdentity(next, choices).length > 0 && step.risk === null;
  const [problem] = result.problems;
  return {
    step: sameUser ? next : { ...next, risk: null },
    effects: isWhole ? [...(counts ? [countRisk(next, choices)] : []), sample(next, choices)] : [],
    ...(problem && { notice: noticeOf('danger', problem) }),
  };
}

function countRisk(step: MapStep, choices: Choices): Task {
  const settings = settingsOf(step, choices);
  return task({
    slot: 'risk',
    quiet: true,
    run: ({ useCases }, watch) => useCases.identityAtRisk(step.file, step.environment, settings, watch),
    then: (now: MapStep, risk) => ({ step: { ...now, risk } }),
  });
}

function sample(step: MapStep, choices: Choices): Task {
  const request = planRequest(step, choices);
  return task({
    slot: 'sample',
    quiet: true,
    run: ({ useCases }) => useCases.sample(request),
    then: (now: MapStep, rows, wizard) => {
      const wrong = refuted(now, rows, wizard.choices);
      return wrong ? { ...changed(now, wrong.choices), notice: wrong.notice } : { step: { ...now, sample: rows } };
    },
  });
}

/** Identity fields that no column and no fixed value fills, and that are not kept on purpose. */
export function unmappedIdentity(step: MapStep, choices: Choices): readonly FieldId[] {
  return IDENTITY_FIELDS.filter(
    (field) => step.mapped.mapping[field] === undefined && choices.emptyRules[field] !== 'keep',
  );
}

/** Whether an empty cell can do one thing or another: what is not imported stays, save the identity fields. */
export function hasEmptyRule({ mapped, type }: MapStep, field: Field | undefined): boolean {
  if (!field?.emptyRule) return false;
  return field.availability[type] === 'identity' || mapped.mapping[field.id as FieldId] !== undefined;
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
    ...(choices.definition && { definition: choices.definition }),
    guards: choices.guards,
    raised: choices.raised,
    importAgain: choices.importAgain,
    ...(choices.reason !== null && { reason: choices.reason }),
    ...(choices.expiresAfterDays === null ? {} : { expiresAfterDays: choices.expiresAfterDays }),
  };
}

function settingsOf(step: MapStep, choices: Choices): ImportSettings {
  const { defaults, emptyRules, kept } = choices;
  return { type: step.type, mapping: step.mapped.mapping, defaults, emptyRules, ...kept };
}
