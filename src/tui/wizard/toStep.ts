/** Tells the step of an event, and carries out what it makes of that. Pure. */
import type { Step } from '../state/steps.js';
import type { Change, StepEvent, Update, Wizard } from '../state/wizardState.js';
import { updateConfirm } from '../steps/confirmStep.js';
import { updateDrift } from '../steps/driftStep.js';
import { updateEnvironment } from '../steps/environmentStep.js';
import { updateFile } from '../steps/fileStep.js';
import { updateHistory } from '../steps/historyStep.js';
import { updateMap } from '../steps/map/mapStep.js';
import { updatePath } from '../steps/pathStep.js';
import { updatePreview } from '../steps/preview/previewStep.js';
import { updateProgress } from '../steps/progressStep.js';
import { updateResult } from '../steps/resultStep.js';
import type { StepContext } from '../steps/stepContext.js';
import { updateType } from '../steps/typeStep.js';
import { gone } from './navigation.js';

export function toStep(wizard: Wizard, event: StepEvent): Update {
  return applied(wizard, stepChange(wizard.step, event, wizard));
}

function stepChange(step: Step, event: StepEvent, context: StepContext): Change {
  switch (step.at) {
    case 'type':
      return updateType(step, event, context);
    case 'environment':
      return updateEnvironment(step, event, context);
    case 'path':
      return updatePath(step, event, context);
    case 'file':
      return updateFile(step, event, context);
    case 'map':
      return updateMap(step, event, context);
    case 'preview':
      return updatePreview(step, event, context);
    case 'confirm':
      return updateConfirm(step, event, context);
    case 'progress':
      return updateProgress(step, event);
    case 'result':
      return updateResult(step, event, context);
    case 'history':
      return updateHistory(step, event, context);
    case 'drift':
      return updateDrift(step, event, context);
  }
}

/** Carries out what a step asks for; a step that is gone to is told that it was entered. */
export function applied(wizard: Wizard, change: Change): Update {
  const overlay = change.overlay;
  const next: Wizard = {
    ...wizard,
    ...(change.step ? { step: change.step } : {}),
    ...(change.choices ? { choices: change.choices } : {}),
    ...(change.notice === undefined ? {} : { notice: change.notice }),
    ...(overlay === undefined
      ? {}
      : { overlay: overlay?.kind === 'question' ? { ...overlay, quietSince: wizard.clock } : overlay }),
    ...(change.busy === undefined
      ? {}
      : { busy: change.busy && { ...change.busy, progress: null, cancelling: false } }),
  };
  const effects = change.effects ?? [];
  if (!change.go) return { wizard: next, effects };
  const entered = toStep(gone(next, change.go), { kind: 'entered' });
  return { wizard: entered.wizard, effects: [...effects, ...entered.effects] };
}
