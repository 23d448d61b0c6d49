/** Leaving the wizard: asked first where something is under way; what was planned stays stored either way. */
import { fingerprint } from './choices.js';
import { textRef } from './messages.js';
import { definitionOf, type Change, type Wizard } from './wizard.js';
import type { TextRef } from '../../presentation/theme.js';

export function quit(wizard: Wizard): Change {
  if (definitionOf(wizard, wizard.step.at).quitsAtOnce) return ended(wizard);
  return {
    overlay: { kind: 'question', quits: true, ...quitQuestion(wizard), agreed: (_step, now) => ended(now) },
  };
}

/** Says of what is kept what it is: a plan, the plan that was there before, or nothing. */
function quitQuestion({ step, choices }: Wizard): TextRef {
  const { planned } = choices;
  if (step.answer) return textRef('wizard.ask.quit');
  if (!planned) return textRef('wizard.ask.quit.unplanned');
  const same = planned.fingerprint === fingerprint(choices);
  return same ? textRef('wizard.ask.quit') : textRef('wizard.ask.quit.changed', { run: planned.run });
}

function ended({ done }: Wizard): Change {
  const rejected = done.at(-1)?.summary.outcomes.rejected ?? 0;
  return { overlay: null, end: { exitStatus: rejected > 0 ? 3 : 0 } };
}
