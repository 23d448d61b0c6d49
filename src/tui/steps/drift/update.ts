/** Linked users whose synced values differ between environments, and bringing them in line with one of these. */
import type { DriftingUser } from '../../../application/ports/directoryStore.js';
import type { EnvironmentType } from '../../../domain/directory.js';
import { driftHeights } from '../../shell/layout.js';
import type { Action } from '../../keymap/actions.js';
import { AT_TOP, type DriftStep } from '../state.js';
import { textRef, type Change, type PickOption, type PickOverlay, type StepEvent } from '../../shell/wizard.js';
import { isMove, moved, placed, type StepContext } from '../../shell/stepContext.js';

export function driftStep(type: EnvironmentType | null): DriftStep {
  return { at: 'drift', type, users: null, more: true, reading: false, ...AT_TOP };
}

export function updateDrift(step: DriftStep, event: StepEvent, context: StepContext): Change {
  const height = driftHeights(context.size).list;
  switch (event.kind) {
    case 'entered':
      return read({ ...step, users: null }, 0);
    case 'resized':
      return onward({ ...step, ...placed(step, step.users?.length ?? 0, height) }, height);
    case 'driftRead': {
      const users = event.after === 0 ? event.users : [...(step.users ?? []), ...event.users];
      return onward(
        { ...step, users, more: event.more, reading: false, ...placed(step, users.length, height) },
        height,
      );
    }
    case 'failed':
      return event.effect === 'readDrift' ? { step: { ...step, more: false, reading: false } } : {};
    case 'picked':
      return event.purpose.kind === 'align' ? align(event.id) : {};
    case 'planned':
      return { go: { to: 'preview', answer: event.answer } };
    case 'action':
      return acted(step, event.action, height, context);
    default:
      return {};
  }
}

function acted(step: DriftStep, action: Action, height: number, context: StepContext): Change {
  if (isMove(action)) return onward({ ...step, ...moved(step, action, step.users?.length ?? 0, height) }, height);
  switch (action) {
    case 'goOn': {
      const user = step.users?.[step.cursor];
      return user ? { overlay: environmentPicker(user, context) } : {};
    }
    case 'goBack':
      return { go: { to: 'back' } };
    default:
      return {};
  }
}

/** Reads on where the end of what was read comes in sight: only what is looked at is held. */
function onward(step: DriftStep, height: number): Change {
  if (step.users === null || !step.more || step.reading) return { step };
  return step.cursor + 2 * height < step.users.length ? { step } : read(step, step.users.length);
}

function read(step: DriftStep, after: number): Change {
  return { step: { ...step, reading: true }, effects: [{ kind: 'readDrift', type: step.type, after }] };
}

/** The environments that the user at the cursor is in; every user of that type follows the one that is chosen. */
function environmentPicker({ type, values }: DriftingUser, { environments }: StepContext): PickOverlay {
  const options = values.map(({ environment }): PickOption => {
    const known = environments?.find(({ code }) => code === environment);
    return { id: environment, label: environment, hint: known?.name ?? '' };
  });
  return {
    kind: 'pick',
    purpose: { kind: 'align' },
    title: textRef(`wizard.drift.pick.${type}`),
    options,
    cursor: 0,
  };
}

function align(environment: string): Change {
  return {
    busy: textRef('wizard.busy.align', { environment }),
    effects: [{ kind: 'align', environment }],
  };
}
