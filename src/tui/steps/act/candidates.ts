/** What goes on as a line was begun: groups and persons of the environment, users. One question at a time. */
import type { UseCases } from '../../../application/useCases.js';
import { task } from '../../shell/task.js';
import type { Change, Task } from '../../shell/wizard.js';
import { beginningWith } from '../../users/completion.js';
import { begunIn } from './begun.js';
import { entryHere, environmentOf, type ActStep, type Candidate, type Completed } from './state.js';

/** More are no list to choose from. */
const MOST = 50;

interface Question {
  readonly environment: string;
  readonly completed: Completed;
  readonly text: string;
}

function questionOf(step: ActStep): Question | null {
  const entry = entryHere(step);
  const environment = environmentOf(step);
  if (entry?.kind !== 'text' || !entry.completed || environment === '') return null;
  return { environment, completed: entry.completed, text: begunIn(entry).text };
}

/** Looks up what the line at the cursor can become, or has that done when the database is free. */
export function lookUp(step: ActStep): Change<ActStep> & { readonly step: ActStep } {
  const question = questionOf(step);
  if (question === null) return { step: { ...step, candidates: null } };
  if (step.lookingUp) return { step };
  return { step: { ...step, lookingUp: true }, effects: [read(question)] };
}

function read(question: Question): Task {
  return task({
    slot: 'candidates',
    quiet: true,
    run: ({ useCases }) => find(useCases, question),
    then: (step: ActStep, candidates) => {
      const free = { ...step, lookingUp: false };
      const now = questionOf(free);
      const isSame =
        now?.text === question.text && now.environment === question.environment && now.completed === question.completed;
      return isSame ? { step: { ...free, candidates } } : lookUp(free);
    },
    failed: (step: ActStep) => ({ step: { ...step, lookingUp: false, candidates: null } }),
  });
}

async function find(useCases: UseCases, { environment, completed, text }: Question): Promise<readonly Candidate[]> {
  if (completed === 'user') {
    const terms = text === '' ? [] : [{ field: null, operator: 'contains', value: text, negated: false } as const];
    const { accounts } = await useCases.userPage({ environment, filter: { terms } }, 'user', { from: 'first' }, MOST);
    return accounts.map(({ code, users }) => ({ code, description: users[0]?.description ?? '' }));
  }
  return beginningWith(useCases, environment, completed === 'person' ? 'person' : 'group', text);
}
