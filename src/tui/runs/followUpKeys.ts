/** What can be done with a run that was applied: files of it, the second pass, and undoing it. */
import type { Run } from '../../domain/run.js';
import { text } from '../keys/commonKeys.js';
import { textRef } from '../shell/messages.js';
import { task } from '../shell/task.js';
import type { Binding, Change, StepState, Task } from '../shell/wizard.js';
import { lookAt, openRun } from './openRun.js';
import { noRun, notApplied } from './reasons.js';
import { askPath, type KeepWritten, type OutputKind } from './writeFile.js';
import type { TextRef } from '../../presentation/theme.js';

export function followUpKeys<S extends StepState>(
  runOf: (step: S) => Run | undefined,
  keep?: KeepWritten<S>,
): readonly Binding<S>[] {
  const output = (what: OutputKind): Pick<Binding<S>, 'run'> => ({
    run: (step, wizard) => {
      const run = runOf(step);
      return run ? askPath({ what, run, ...(keep && { keep }) }, wizard) : {};
    },
  });
  const followUp = (plan: (run: Run) => Task): Pick<Binding<S>, 'run'> => ({
    run: (step): Change => {
      const run = runOf(step);
      return run ? { effects: [plan(run)] } : {};
    },
  });
  return [
    {
      keys: ['w'],
      label: text('afgekeurde bewaren', 'write rejected rows'),
      disabled: [
        {
          reason: text('Er zijn geen afgekeurde rijen.', 'There are no rejected rows.'),
          when: (step) => (runOf(step)?.summary.outcomes.rejected ?? 0) === 0,
        },
      ],
      footer: 20,
      ...output('rejected'),
    },
    {
      keys: ['t'],
      label: text('tokenlijst', 'tokens list'),
      disabled: [
        {
          reason: text('Er zijn geen tokens vervallen.', 'No tokens were removed.'),
          when: (step) => (runOf(step)?.summary.tokensRevoked ?? 0) === 0,
        },
        {
          reason: text('Het plan is niet uitgevoerd.', 'The plan was not applied.'),
          when: (step) => runOf(step)?.status !== 'applied',
        },
      ],
      footer: 21,
      ...output('tokens'),
    },
    {
      keys: ['o'],
      label: text('verslag', 'report'),
      disabled: [noRun(runOf)],
      footer: 22,
      ...output('report'),
    },
    {
      keys: ['2'],
      label: text('tweede import (UPN)', 'second import (UPN)'),
      disabled: [
        {
          reason: text('Deze import is niet uitgevoerd of aangeleverd.', 'This import was not applied or delivered.'),
          when: (step) => !['applied', 'delivered'].includes(runOf(step)?.status ?? ''),
        },
        {
          reason: text('Er wachten geen UPN’s op een tweede import.', 'No UPNs wait for a second import.'),
          when: (step) => (runOf(step)?.deferredUpns ?? 0) === 0,
        },
      ],
      footer: 23,
      ...followUp(({ id, secondPass }) => (secondPass ? openRun(secondPass.run) : planned('secondPass', id))),
    },
    {
      keys: ['u'],
      label: text('terugdraaien', 'undo'),
      disabled: [
        notApplied(runOf),
        {
          reason: text('Wat is opgehaald, wordt niet teruggedraaid.', 'What was pulled is not undone.'),
          when: (step) => runOf(step)?.kind === 'pull',
        },
      ],
      footer: 24,
      deliberate: true,
      ...followUp(({ id }) => planned('undo', id)),
    },
  ];
}

const BUSY: Readonly<Record<'undo' | 'secondPass', (run: number) => TextRef>> = {
  undo: (run) => textRef('wizard.busy.undo', { run }),
  secondPass: () => textRef('wizard.busy.secondPass'),
};

function planned(what: 'undo' | 'secondPass', run: number): Task {
  return task({
    slot: 'main',
    busy: BUSY[what](run),
    run: ({ useCases }, watch) => useCases[what](run, watch),
    then: (_step, answer) => lookAt(answer, what === 'undo'),
  });
}
