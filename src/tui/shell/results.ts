/** What the outside world answers: what it changes besides the step, which then hears of it. Pure. */
import type { Choices } from './choices.js';
import { SLOTS, type Effect, type Result } from './effects.js';
import { notice } from './messages.js';
import type { Update, Wizard } from './wizard.js';
import { lookAt } from '../runs/lookAt.js';
import { pathPrompt } from '../steps/result/update.js';
import { applied, toStep } from './dispatch.js';

/** Results that end what the wizard was busy with. */
const ENDS_BUSY: readonly Result['kind'][] = [
  'inspected',
  'opened',
  'plannedElsewhere',
  'chosen',
  'rowRead',
  'completed',
  'answered',
  'applied',
  'written',
  'definitionSaved',
];
/** Effects whose failure only leaves something out of the screen. */
const IN_THE_BACKGROUND: readonly Effect['kind'][] = ['countRisk', 'sample', 'listFolder'];

export function result(wizard: Wizard, event: Result): Update {
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
      const before = event.again ? wizard.mended.get(event.again.run) : event.answer.carried?.mended;
      const { id } = event.answer.run;
      const choices = event.again ? planOfChoices(wizard.choices, event.again.run, id) : wizard.choices;
      return toStep({ ...wizard, choices, busy: null, mended: withMended(wizard, id, before) }, event);
    }
    case 'discarded':
      return toStep({ ...wizard, choices: planOfChoices(wizard.choices, event.run, null), busy: null }, event);
    case 'fileExists':
      return applied({ ...wizard, busy: null }, { overlay: pathPrompt(event, 'wizard.write.exists') });
    case 'opened':
      if (wizard.step.at === 'type') return applied({ ...wizard, busy: null }, lookAt(event.answer));
      return toStep({ ...wizard, busy: null }, event);
    default:
      return toStep(ENDS_BUSY.includes(event.kind) ? { ...wizard, busy: null } : wizard, event);
  }
}

/** The choices were turned into a plan that another took the place of, or that is gone. */
function planOfChoices(choices: Choices, run: number, instead: number | null): Choices {
  const { planned } = choices;
  if (planned?.run !== run) return choices;
  return { ...choices, planned: instead === null ? null : { ...planned, run: instead } };
}

function withMended({ mended }: Wizard, run: number, rows: readonly number[] = []): Wizard['mended'] {
  if (rows.length === 0) return mended;
  return new Map(mended).set(run, [...new Set([...(mended.get(run) ?? []), ...rows])]);
}
