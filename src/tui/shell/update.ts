/** The state machine: state and event in, state and effects out. Nothing here waits, draws or reads a clock. */
import type { Language } from '../../language/text.js';
import { NO_CHOICES, type Choices } from './choices.js';
import type { Effect } from './effects.js';
import { textRef, type Abilities, type Size, type Update, type Wizard, type WizardEvent } from './wizard.js';
import { TYPE_STEP } from '../steps/type/update.js';
import { burst, pressed, typed } from './press.js';
import { firstDestination } from './navigation.js';
import { applied, toStep } from './dispatch.js';
import { result } from './results.js';

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
    cameFrom: { preview: 'map', confirm: 'map', history: 'type', drift: 'type' },
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
    case 'cameBack':
      return toStep(seenAnew(now), event);
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

/** Nobody looked at a question while the program was stopped: its quiet begins anew. */
function seenAnew(wizard: Wizard): Wizard {
  const { overlay, clock } = wizard;
  return overlay?.kind === 'question' ? { ...wizard, overlay: { ...overlay, quietSince: clock } } : wizard;
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
