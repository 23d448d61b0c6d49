/** The state machine: state and event in, state and effects out. Nothing here waits, draws or reads a clock. */
import type { Language } from '../../language/text.js';
import { apply, toStep } from './apply.js';
import { NO_CHOICES, type Choices } from './choices.js';
import type { Demo } from './demo.js';
import type { PlainDestination } from './destination.js';
import { noticeOf } from './messages.js';
import { burst, pressed, typed } from './press.js';
import { ENVIRONMENTS_SLOT, loadEnvironments } from './task.js';
import type { Size, StepDefinition, Task, Update, Wizard, WizardEvent } from './wizard.js';

interface Beginning {
  readonly steps: readonly StepDefinition[];
  readonly choices?: Partial<Choices>;
  readonly demo?: Demo | undefined;
  readonly language: Language;
  readonly size: Size;
}

/** The wizard before it is started. */
export function initialWizard({ steps, choices = {}, demo, language, size }: Beginning): Wizard {
  return {
    steps,
    step: { at: '' },
    way: [],
    left: {},
    choices: { ...NO_CHOICES, ...choices },
    environments: null,
    overlay: null,
    notice: null,
    busy: null,
    size,
    language,
    done: [],
    mended: new Map(),
    clock: 0,
    demo: demo ?? null,
    end: null,
  };
}

export function update(wizard: Wizard, event: WizardEvent): Update {
  const now = 'at' in event ? { ...wizard, clock: event.at } : wizard;
  switch (event.kind) {
    case 'started':
      return started(now);
    case 'ended':
      return { wizard: { ...now, end: { exitStatus: event.exitStatus } }, effects: ['cancel'] };
    case 'resized':
      return toStep({ ...now, size: event.size }, event);
    case 'cameBack':
      return toStep(seenAnew(now), event);
    case 'press':
      return pressed(now, event.press.key, event.press.text, true);
    case 'burst':
      return burst(now, event.text);
    case 'pasted':
      return typed(now, event.text, true);
    case 'progressed':
      return now.busy
        ? { wizard: { ...now, busy: { ...now.busy, progress: event.progress } }, effects: [] }
        : toStep(now, event);
    case 'ticked':
      return toStep(now, event);
    case 'finished': {
      const next = afterTask(now, event.task);
      return isHeard(next, event.task) ? apply(next, event.answer(next.step, next)) : { wizard: next, effects: [] };
    }
    case 'failed':
      return failed(afterTask(now, event.task), event);
  }
}

/** Begins with what is still to be asked. */
function started(wizard: Wizard): Update {
  const { wizard: begun, effects } = apply(wizard, { go: firstDestination(wizard.choices) });
  const asks = effects.some((effect) => typeof effect !== 'string' && effect.slot === ENVIRONMENTS_SLOT);
  const environments = asks ? [] : [loadEnvironments()];
  return { wizard: begun, effects: [...effects, ...environments] };
}

function firstDestination({ type, environment, path, file }: Choices): PlainDestination {
  if (type === null) return { to: path === '' ? 'home' : 'type' };
  if (environment === null) return { to: 'environment' };
  return { to: file ? 'map' : 'path' };
}

/** Nobody looked at a question while the program was stopped: its quiet begins anew. */
function seenAnew(wizard: Wizard): Wizard {
  const { overlay, clock } = wizard;
  return overlay?.kind === 'question' ? { ...wizard, overlay: { ...overlay, quietSince: clock } } : wizard;
}

function afterTask(wizard: Wizard, { slot }: Task): Wizard {
  return slot === 'main' ? { ...wizard, busy: null } : wizard;
}

/** Whoever asked hears of it, where that is still the step that is shown. */
function isHeard({ step }: Wizard, { by }: Task): boolean {
  return by === undefined || by === step.at;
}

function failed(wizard: Wizard, { task, problem }: Extract<WizardEvent, { kind: 'failed' }>): Update {
  const tone = problem.kind === 'interrupted' ? 'warning' : 'danger';
  const told = task.quiet ? wizard : { ...wizard, notice: noticeOf(tone, problem) };
  return apply(told, (isHeard(told, task) && task.failed?.(told.step, problem, told)) || {});
}
