/** Filling in the form of an act, and sending it: what comes of it is a plan, looked at like any other. */
import type { ActDestination } from '../../shell/destination.js';
import { AT_TOP } from '../../shell/list.js';
import { notice, textRef } from '../../shell/messages.js';
import { loadEnvironments, task } from '../../shell/task.js';
import { editField, fieldWith, insertText, type Edit } from '../../shell/textField.js';
import { TypedSecret } from '../../shell/typedSecret.js';
import type { Change, Entered, StepEvent, Task, Wizard } from '../../shell/wizard.js';
import { begunIn } from './begun.js';
import { lookUp } from './candidates.js';
import { entriesFor } from './entries.js';
import { requestOf } from './request.js';
import { entryHere, type ActStep, type Entry } from './state.js';
import type { ActRequest } from '../../../application/userUseCases.js';

/** As it was left, where one comes back from what was made of it: passwords are typed again. */
export function enter({ act, subject }: ActDestination, wizard: Wizard, left: ActStep | undefined): Entered<ActStep> {
  if (left?.act === act && left.subject === subject) return { step: left };
  const step: ActStep = {
    at: 'act',
    act,
    subject,
    entries: entriesFor(act, subject, wizard),
    ...AT_TOP,
    candidates: null,
    lookingUp: false,
    planned: null,
    waits: false,
  };
  const begun = { ...step, cursor: firstToFill(step) };
  if (wizard.environments !== null) return lookUp(begun);
  return { step: begun, effects: [loadEnvironments((now: ActStep, loaded) => lookUp(rebuilt(now, loaded)))] };
}

/** The first that is not known already. */
function firstToFill({ entries }: ActStep): number {
  const found = entries.findIndex(
    (entry) => entry.id !== 'scope' && (entry.id !== 'environment' || (entry.kind === 'choice' && entry.chosen === '')),
  );
  return Math.max(0, found);
}

/** The form for what is chosen now, with what was typed in the one before. */
function rebuilt(step: ActStep, wizard: Wizard): ActStep {
  return { ...step, entries: entriesFor(step.act, step.subject, wizard, step.entries) };
}

export function update(step: ActStep, event: StepEvent): Change<ActStep> {
  if (event.kind !== 'typed') return {};
  return changed(step, (entry) => {
    if (entry.kind === 'text') return { ...entry, field: insertText(entry.field, event.text) };
    return entry.kind === 'secret' ? { ...entry, secret: entry.secret.typed(event.text) } : entry;
  });
}

export function edit(step: ActStep, what: Edit): Change<ActStep> {
  return changed(step, (entry) => {
    if (entry.kind === 'text') return { ...entry, field: editField(entry.field, what) };
    return entry.kind === 'secret' ? { ...entry, secret: entry.secret.edited(what) } : entry;
  });
}

function changed(step: ActStep, become: (entry: Entry) => Entry): Change<ActStep> {
  return lookUp({ ...step, entries: step.entries.map((entry, at) => (at === step.cursor ? become(entry) : entry)) });
}

/** To the entry above or below. */
export function toEntry(step: ActStep, by: 1 | -1): Change<ActStep> {
  const cursor = Math.max(0, Math.min(step.cursor + by, step.entries.length - 1));
  return lookUp({ ...step, cursor, candidates: null });
}

/** The next value of those to choose from. */
export function nextChoice(step: ActStep, by: 1 | -1, wizard: Wizard): Change<ActStep> {
  const entry = entryHere(step);
  if (entry?.kind !== 'choice') return {};
  const at = entry.options.findIndex(({ id }) => id === entry.chosen);
  const option = entry.options[(at + by + entry.options.length) % entry.options.length];
  if (!option) return {};
  const entries = step.entries.map((each) => (each === entry ? { ...entry, chosen: option.id } : each));
  const next = { ...step, entries };
  // Who is meant, and where, decides what they have now.
  return { step: entry.id === 'environment' || entry.id === 'scope' ? rebuilt(next, wizard) : next };
}

/** Puts a candidate in the line: the first one, or the one after it where that is what the line holds. */
export function complete(step: ActStep): Change<ActStep> {
  const entry = entryHere(step);
  const { candidates } = step;
  if (entry?.kind !== 'text' || !candidates || candidates.length === 0) return {};
  const begun = begunIn(entry);
  const at = candidates.findIndex(({ code }) => code === begun.text);
  const code = candidates[(at + 1) % candidates.length]?.code ?? '';
  const field = fieldWith(begun.before + code);
  return { step: { ...step, entries: step.entries.map((each) => (each === entry ? { ...entry, field } : each)) } };
}

export function send(step: ActStep): Change<ActStep> {
  const asked = requestOf(step);
  if ('request' in asked) return { effects: [plan(step, asked.request)] };
  const at = step.entries.findIndex(({ id }) => id === asked.at);
  return { step: { ...step, cursor: Math.max(0, at) }, notice: asked.missing };
}

function plan({ planned, subject }: ActStep, request: ActRequest): Task {
  return task({
    slot: 'main',
    busy: textRef('wizard.act.planning'),
    run: async ({ useCases }, watch) => {
      const answer = await useCases.act(request, watch);
      // The one before it was looked at and sent back.
      if (planned !== null) await discarded(useCases.discard(planned));
      return answer;
    },
    then: (step: ActStep, answer) => ({
      step: { ...withoutSecrets(step), subject, planned: answer.run.id, waits: answer.approvalNeeded },
      go: { to: 'preview', answer },
    }),
  });
}

/** It may have been applied, or thrown away, meanwhile. */
async function discarded(work: Promise<unknown>): Promise<void> {
  await work.catch(() => undefined);
}

/** Nothing of a password stays where the form is left. */
function withoutSecrets(step: ActStep): ActStep {
  const entries = step.entries.map((entry) =>
    entry.kind === 'secret' ? { ...entry, secret: new TypedSecret() } : entry,
  );
  return { ...step, entries };
}

export function back(step: ActStep): Change<ActStep> {
  const { planned, waits } = step;
  const left = withoutSecrets({ ...step, planned: null });
  // What waits for somebody else is theirs to look at now.
  if (planned !== null && waits)
    return { step: left, go: 'back', notice: notice('plain', 'wizard.act.waits', { run: planned }) };
  const discard = task({
    slot: null,
    quiet: true,
    run: async ({ useCases }) => (planned === null ? undefined : discarded(useCases.discard(planned))),
    then: () => ({}),
  });
  return { step: left, go: 'back', effects: planned === null ? [] : [discard] };
}
