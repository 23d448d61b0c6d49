/** What the wizard listens to now: which keys, and the circumstances that they depend on. Pure. */
import { fieldsFor } from '../../domain/fields.js';
import type { Run } from '../../domain/run.js';
import type { Fact, Place } from '../keymap/actions.js';
import type { Listening } from '../keymap/keymap.js';
import { isTooSmall } from './layout.js';
import { keysBeforeTyping, waitsForApproval } from '../steps/confirm/update.js';
import { currentRow, leftoverOf } from '../steps/preview/list.js';
import { isCompleted } from '../steps/preview/mendValue.js';
import { typeItems } from '../steps/type/update.js';
import type { Step } from '../steps/state.js';
import type { Overlay, Wizard } from './wizard.js';

export function listeningOf(wizard: Wizard): Listening {
  return { places: placesOf(wizard), facts: factsOf(wizard) };
}

const OVERLAY_PLACES: Readonly<Record<Overlay['kind'], readonly Place[]>> = {
  help: ['help'],
  question: ['question'],
  pick: ['picking'],
  prompt: ['prompt'],
  differences: ['differences'],
};

function placesOf({ step, overlay, busy, size }: Wizard): readonly Place[] {
  if (isTooSmall(size)) return step.at === 'progress' ? ['progress'] : ['waiting'];
  if (overlay) return OVERLAY_PLACES[overlay.kind];
  if (busy) return ['waiting'];
  switch (step.at) {
    case 'type':
      return ['type', 'list', 'everywhere'];
    case 'environment':
      return ['environment', 'list', 'everywhere'];
    case 'path':
      return ['path', 'typing'];
    case 'file':
      return ['fileOptions', 'list', 'everywhere'];
    case 'map':
      return ['map', 'list', 'everywhere'];
    case 'preview':
      if (step.review) return ['review', 'everywhere'];
      return step.details ? ['details', 'everywhere'] : ['preview', 'list', 'everywhere'];
    case 'confirm':
      if (waitsForApproval(step)) return ['approval', 'everywhere'];
      return keysBeforeTyping(step) ? ['untyped', 'confirm', 'typing'] : ['confirm', 'typing'];
    case 'progress':
      return ['progress'];
    case 'result':
      return ['result', 'everywhere'];
    case 'history':
      return ['history', 'list', 'everywhere'];
    case 'drift':
      return ['drift', 'list', 'everywhere'];
  }
}

/** The run that keys are about. */
function runOf(step: Step): Run | undefined {
  switch (step.at) {
    case 'preview':
    case 'confirm':
    case 'progress':
    case 'result':
      return step.answer.run;
    case 'history':
      return step.runs?.[step.cursor];
    case 'type': {
      const item = typeItems(step)[step.cursor];
      return item?.kind === 'plan' ? item.run : undefined;
    }
    default:
      return undefined;
  }
}

function factsOf({ step, overlay, abilities, mended }: Wizard): ReadonlySet<Fact> {
  const run = runOf(step);
  const preview = step.at === 'preview' ? step : undefined;
  const holds: Readonly<Record<Fact, boolean>> = {
    canDefine: abilities.definitions,
    createsUsers: step.at === 'map' && step.type === 'user',
    canSkip: step.at === 'map' && fieldsFor(step.type)[step.cursor]?.id !== 'user',
    canWrite: abilities.outputs,
    hasRun: run !== undefined,
    isPlanned: run?.status === 'planned',
    isApplied: run?.status === 'applied',
    hasSearch: (preview?.search ?? null) !== null,
    hasMatches: preview?.search?.rows?.size !== 0,
    isReviewable: preview?.tab === 'blocked' || preview?.tab === 'renamed',
    isMendable: preview !== undefined && run?.kind !== 'undo',
    isCompleted: overlay?.kind === 'prompt' && overlay.purpose.kind === 'mend' && isCompleted(overlay.purpose.field),
    hasLeftover: preview !== undefined && leftoverOf(currentRow(preview)) !== undefined,
    hasRejected: (run?.summary.outcomes.rejected ?? 0) > 0,
    hasMended: run !== undefined && mended.has(run.id),
    hasTokens: (run?.summary.tokensRevoked ?? 0) > 0,
    hasDrift: step.at === 'drift' && (step.users?.length ?? 0) > 0,
    hasDeferred: (run?.deferredUpns ?? 0) > 0,
    staysActive: run !== undefined && Object.keys(run.summary.staysActive).length > 0,
  };
  return new Set((Object.keys(holds) as Fact[]).filter((fact) => holds[fact]));
}
