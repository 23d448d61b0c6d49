/** The state machine: state and event in, state and effects out. Nothing here waits, draws or reads a clock. */
import type { Language } from '../language/text.js';
import { bindingFor, isTyping, whyNot } from './keymap/keymap.js';
import type { Binding } from './keymap/bindings/binding.js';
import { splitBurst } from './keymap/splitBurst.js';
import { listeningOf } from './listening.js';
import { firstDestination, gone } from './navigation.js';
import { overlayAction, overlayTyped } from './overlays.js';
import { NO_CHOICES, type Choices } from './state/choices.js';
import { SLOTS, type Effect, type Result } from './state/effects.js';
import { notice } from './state/messages.js';
import type { Step } from './state/steps.js';
import {
  textRef,
  type Abilities,
  type Change,
  type Size,
  type StepEvent,
  type Update,
  type Wizard,
  type WizardEvent,
} from './state/wizardState.js';
import { updateConfirm } from './steps/confirmStep.js';
import { updateEnvironment } from './steps/environmentStep.js';
import { updateFile } from './steps/fileStep.js';
import { updateHistory } from './steps/historyStep.js';
import { updateMap } from './steps/mapStep.js';
import { updatePath } from './steps/pathStep.js';
import { updatePreview } from './steps/previewStep.js';
import { updateProgress } from './steps/progressStep.js';
import { updateResult } from './steps/resultStep.js';
import type { StepContext } from './steps/stepContext.js';
import { TYPE_STEP, updateType } from './steps/typeStep.js';

export interface Beginning {
  readonly choices?: Partial<Choices>;
  readonly language: Language;
  readonly size: Size;
  readonly abilities: Abilities;
}

export function initialWizard({ choices = {}, language, size, abilities }: Beginning): Wizard {
  return {
    step: TYPE_STEP,
    choices: { ...NO_CHOICES, ...choices },
    overlay: null,
    notice: null,
    busy: null,
    kept: {},
    environments: null,
    size,
    language,
    abilities,
    cameFrom: { preview: 'map', history: 'type' },
    done: [],
    mended: new Map(),
    clock: 0,
    end: null,
  };
}

export function update(wizard: Wizard, event: WizardEvent): Update {
  const now = 'at' in event ? { ...wizard, clock: event.at } : wizard;
  switch (event.kind) {
    case 'started':
      return started(now, event.run);
    case 'ended':
      return { wizard: { ...now, end: { exitStatus: event.exitStatus } }, effects: [{ kind: 'cancel' }] };
    case 'resized':
      return toStep({ ...now, size: event.size }, { kind: 'resized' });
    case 'press':
      return pressed(now, event.press.key, event.press.text, true);
    case 'burst':
      return burst(now, event.text);
    case 'pasted':
      return typed(now, event.text, true);
    default:
      return result(now, event);
  }
}

/** A stored plan is opened at once; anything else begins with what is still to be asked. */
function started(wizard: Wizard, run: number | undefined): Update {
  const { wizard: begun, effects } = applied(wizard, {
    go: run === undefined ? firstDestination(wizard) : { to: 'type' },
  });
  const environments: readonly Effect[] = begun.step.at === 'environment' ? [] : [{ kind: 'loadEnvironments' }];
  if (run === undefined) return { wizard: begun, effects: [...effects, ...environments] };
  const busy = { ...textRef('wizard.busy.opening', { run }), progress: null, cancelling: false };
  return { wizard: { ...begun, busy }, effects: [...effects, ...environments, { kind: 'open', run }] };
}

/** A key does what the nearest place that knows it says, or types its character. */
function pressed(wizard: Wizard, key: string, text: string, deliberate: boolean): Update {
  const listening = listeningOf(wizard);
  const binding = bindingFor(key, listening);
  if (!binding) return text === '' ? { wizard, effects: [] } : typed(wizard, text, false);
  if (binding.deliberate === true && !deliberate) return { wizard, effects: [] };
  if (binding.action === 'redraw') return { wizard, effects: [{ kind: 'redraw' }] };
  const why = whyNot(binding, listening.facts, wizard.language);
  if (why !== undefined)
    return { wizard: { ...wizard, notice: notice('plain', 'wizard.because', { why }) }, effects: [] };
  return acted({ ...wizard, notice: null }, binding.action);
}

/**
 * Characters that came at once. Where text is typed they are text, and the keys among them work, save those
 * that have to be meant; elsewhere only a key that was held down counts.
 */
function burst(wizard: Wizard, text: string): Update {
  const typing = isTyping(listeningOf(wizard));
  const characters = [...text];
  if (!typing && characters.some((character) => character !== characters[0])) return { wizard, effects: [] };
  const presses = typing
    ? splitBurst(text)
    : characters.map((character) => ({ key: character === ' ' ? 'space' : character, text: '' }));
  return presses.reduce<Update>(
    (before, press) => {
      const after =
        press.text === '' ? pressed(before.wizard, press.key, '', false) : typed(before.wizard, press.text, false);
      return { wizard: after.wizard, effects: [...before.effects, ...after.effects] };
    },
    { wizard, effects: [] },
  );
}

function typed(wizard: Wizard, text: string, pasted: boolean): Update {
  if (!isTyping(listeningOf(wizard))) return { wizard, effects: [] };
  if (wizard.overlay) return { wizard: overlayTyped(wizard, text), effects: [] };
  return toStep({ ...wizard, notice: null }, { kind: 'typed', text, at: wizard.clock, pasted });
}

function acted(wizard: Wizard, action: Binding['action']): Update {
  if (wizard.overlay) return overlayActed(wizard, action);
  if (wizard.busy) {
    if (action !== 'goBack' && action !== 'quit') return { wizard, effects: [] };
    return { wizard: { ...wizard, busy: { ...wizard.busy, cancelling: true } }, effects: [{ kind: 'cancel' }] };
  }
  if (action === 'help') return { wizard: { ...wizard, overlay: { kind: 'help', top: 0 } }, effects: [] };
  if (action === 'quit' && wizard.step.at !== 'progress') return quit(wizard);
  return toStep(wizard, { kind: 'action', action, at: wizard.clock });
}

/** Asks first where something is under way; what was planned stays stored either way. */
function quit(wizard: Wizard): Update {
  if (['type', 'result', 'history'].includes(wizard.step.at)) return ended(wizard);
  return applied(wizard, { overlay: { kind: 'question', purpose: 'quit', ...textRef('wizard.ask.quit') } });
}

function ended(wizard: Wizard): Update {
  const rejected = wizard.done.at(-1)?.summary.outcomes.rejected ?? 0;
  return { wizard: { ...wizard, overlay: null, end: { exitStatus: rejected > 0 ? 3 : 0 } }, effects: [] };
}

function overlayActed(wizard: Wizard, action: Binding['action']): Update {
  const { wizard: next, event, quits } = overlayAction(wizard, action);
  if (quits) return ended(next);
  return event ? toStep(next, event) : { wizard: next, effects: [] };
}

/** Results that end what the wizard was busy with. */
const ENDS_BUSY: readonly Result['kind'][] = [
  'inspected',
  'opened',
  'cellRead',
  'answered',
  'applied',
  'discarded',
  'written',
  'definitionSaved',
];
/** Effects whose failure only leaves something out of the screen. */
const IN_THE_BACKGROUND: readonly Effect['kind'][] = ['countRisk', 'sample', 'listFolder'];

function result(wizard: Wizard, event: Result): Update {
  switch (event.kind) {
    case 'progressed':
      if (wizard.busy)
        return { wizard: { ...wizard, busy: { ...wizard.busy, progress: event.progress } }, effects: [] };
      return toStep(wizard, event);
    case 'failed': {
      const { problem, effect } = event;
      const next = SLOTS[effect] === 'main' ? { ...wizard, busy: null } : wizard;
      if (IN_THE_BACKGROUND.includes(effect)) return { wizard: next, effects: [] };
      const tone = problem.stop === 'interrupted' ? 'warning' : 'danger';
      return toStep({ ...next, notice: notice(tone, problem.key, problem.params, problem.details) }, event);
    }
    case 'environmentsLoaded':
      return toStep({ ...wizard, environments: event.environments }, event);
    case 'applied':
      return toStep({ ...wizard, busy: null, done: [...wizard.done, event.answer.run] }, event);
    case 'replanned':
      return toStep({ ...wizard, busy: null, mended: withMended(wizard, event.answer.run.id, event.mended) }, event);
    case 'planned': {
      // A plan that is made again is of the same rows, with what was mended in them.
      const before = event.again && wizard.mended.get(event.again.run);
      return toStep({ ...wizard, busy: null, mended: withMended(wizard, event.answer.run.id, before) }, event);
    }
    case 'opened':
      if (wizard.step.at === 'type')
        return applied({ ...wizard, busy: null }, { go: { to: 'preview', answer: event.answer } });
      return toStep({ ...wizard, busy: null }, event);
    default:
      return toStep(ENDS_BUSY.includes(event.kind) ? { ...wizard, busy: null } : wizard, event);
  }
}

function withMended({ mended }: Wizard, run: number, rows: readonly number[] = []): Wizard['mended'] {
  if (rows.length === 0) return mended;
  return new Map(mended).set(run, [...new Set([...(mended.get(run) ?? []), ...rows])]);
}

function toStep(wizard: Wizard, event: StepEvent): Update {
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
      return updateResult(step, event);
    case 'history':
      return updateHistory(step, event, context);
  }
}

/** Carries out what a step asks for; a step that is gone to is told that it was entered. */
function applied(wizard: Wizard, change: Change): Update {
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
