/** How each step is entered, and which one Escape goes back to. Pure. */
import type { Step, StepName } from '../steps/state.js';
import type { Destination, Wizard } from './wizard.js';
import { NO_CHOICES, type Choices } from './choices.js';
import { confirmStep } from '../steps/confirm/update.js';
import { driftStep } from '../steps/drift/update.js';
import { environmentStep } from '../steps/environment/update.js';
import { fileStep } from '../steps/file/update.js';
import { HISTORY_STEP } from '../steps/history/update.js';
import { mapStep } from '../steps/map/update.js';
import { pathStep } from '../steps/path/update.js';
import { previewStep } from '../steps/preview/update.js';
import { progressStep } from '../steps/progress/update.js';
import { resultStep } from '../steps/result/update.js';
import { TYPE_STEP } from '../steps/type/update.js';

/** The wizard at its new step, which is still to be told that it was entered. */
export function gone(wizard: Wizard, destination: Destination): Wizard {
  const from = wizard.step;
  const kept = { ...wizard.kept, [from.at]: from };
  const there = arrive({ ...wizard, kept }, destination.to === 'back' ? backFrom(wizard) : destination);
  if (there.step.at === from.at && there.step.at !== 'preview') return there;
  return { ...there, cameFrom: cameFrom(wizard, there.step) };
}

/** Steps that lead to the preview of another plan, and that one goes back to. */
const SIDE_DOORS: readonly StepName[] = ['type', 'history', 'drift', 'result'];

function cameFrom({ cameFrom: before, step }: Wizard, next: Step): Wizard['cameFrom'] {
  const to = next.at;
  // To the preview of another plan than the one that is confirmed, and back to that one.
  if (step.at === 'confirm' && next.at === 'preview' && next.answer.run.id !== step.answer.run.id)
    return { ...before, preview: 'confirm', confirm: before.preview };
  if (step.at === 'preview' && next.at === 'confirm' && next.answer.run.id !== step.answer.run.id)
    return { ...before, preview: before.confirm };
  if (to === 'preview' && (step.at === 'map' || SIDE_DOORS.includes(step.at))) return { ...before, preview: step.at };
  // A plan of settings has no preview: what leads to it leads to confirming it.
  if (to === 'confirm' && SIDE_DOORS.includes(step.at)) return { ...before, preview: step.at };
  if ((to === 'history' || to === 'drift') && step.at !== 'preview') return { ...before, [to]: step.at };
  return before;
}

function backFrom(wizard: Wizard): Destination {
  const {
    step,
    cameFrom: { history, drift },
  } = wizard;
  switch (step.at) {
    case 'environment':
      return { to: 'type' };
    case 'path':
      return { to: 'environment' };
    case 'file':
      return { to: 'path' };
    case 'map':
      return { to: 'file' };
    case 'preview':
      return beforePreview(wizard);
    case 'confirm':
      return step.answer.run.kind === 'settings' ? beforePreview(wizard) : { to: 'preview', answer: step.answer };
    case 'history':
      return { to: history === 'environment' ? 'environment' : 'type' };
    case 'drift':
      return { to: drift === 'environment' ? 'environment' : 'type' };
    default:
      return { to: 'type' };
  }
}

function beforePreview({ step, kept, cameFrom: { preview } }: Wizard): Destination {
  const run = 'answer' in step ? step.answer.run.id : null;
  if (preview === 'result' && kept.result) return { to: 'result', answer: kept.result.answer };
  if (preview === 'confirm' && kept.confirm && kept.confirm.answer.run.id !== run)
    return { to: 'confirm', answer: kept.confirm.answer };
  if (preview === 'drift' && kept.drift) return { to: 'drift', type: kept.drift.type };
  return { to: preview === 'map' || preview === 'history' ? preview : 'type' };
}

function arrive(wizard: Wizard, destination: Destination): Wizard {
  const { choices, kept } = wizard;
  const at = (step: Step, changed: Partial<Wizard> = {}): Wizard => ({ ...wizard, ...changed, step });
  switch (destination.to) {
    case 'type':
      return at(kept.type ?? TYPE_STEP, wizard.step.at === 'result' ? { choices: afterImport(choices) } : {});
    case 'environment':
      return at(environmentStep(choices.type ?? 'user', wizard));
    case 'path':
      return at(pathStep(choices));
    case 'file':
      return choices.file ? at(fileStep(choices, choices.file)) : at(pathStep(choices));
    case 'map': {
      if (!choices.file) return at(pathStep(choices));
      const cursor = kept.map?.type === choices.type ? { cursor: kept.map.cursor, top: kept.map.top } : {};
      return at({ ...mapStep(choices, choices.file), ...cursor });
    }
    case 'preview': {
      const same = kept.preview?.answer.run.id === destination.answer.run.id ? kept.preview : undefined;
      return at(same ? { ...same, answer: destination.answer, review: null } : previewStep(destination.answer));
    }
    case 'confirm':
      return at(confirmStep(destination.answer, wizard.language, wizard.clock));
    case 'progress':
      return at(progressStep(destination.answer, destination.guards, destination.at));
    case 'result':
      return at(kept.result?.answer === destination.answer ? kept.result : resultStep(destination.answer));
    case 'history':
      return at(kept.history ?? HISTORY_STEP);
    case 'drift':
      return at(kept.drift?.type === destination.type ? kept.drift : driftStep(destination.type));
    case 'leave':
    case 'back':
      return wizard;
  }
}

/** The next import begins anew, in the same environment unless another is chosen. */
function afterImport({ type, environment }: Choices): Choices {
  return { ...NO_CHOICES, type, environment };
}

/** The first step of which something is still to be asked. */
export function firstDestination({ choices }: Wizard): Destination {
  if (choices.type === null) return { to: 'type' };
  if (choices.environment === null) return { to: 'environment' };
  return choices.file ? { to: 'map' } : { to: 'path' };
}
