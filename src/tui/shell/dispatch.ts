/** Tells the step of an event, and carries out what it makes of that. Pure. */
import type { Step } from '../steps/state.js';
import type { Change, StepEvent, Update, Wizard } from './wizard.js';
import { updateConfirm } from '../steps/confirm/update.js';
import { updateDrift } from '../steps/drift/update.js';
import { updateEnvironment } from '../steps/environment/update.js';
import { updateFile } from '../steps/file/update.js';
import { updateHistory } from '../steps/history/update.js';
import { updateMap } from '../steps/map/update.js';
import { updatePath } from '../steps/path/update.js';
import { updatePreview } from '../steps/preview/update.js';
import { updateProgress } from '../steps/progress/update.js';
import { updateResult } from '../steps/result/update.js';
import type { StepContext } from './stepContext.js';
import { updateType } from '../steps/type/update.js';
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
