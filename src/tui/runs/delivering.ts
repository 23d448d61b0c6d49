/** A plan goes to AFAS as a file, and later it is looked at whether it is so there. */
import { isOfMessages, noteText, type DeliveredRun } from '../../application/deliveries.js';
import { STDOUT } from '../../application/ports/outputFiles.js';
import type { RunAnswer } from '../../application/useCases.js';
import type { GuardSettings } from '../../domain/guards/guardSettings.js';
import { hasSecondImport, type Run } from '../../domain/run.js';
import { deliveredText } from '../../presentation/deliveryTexts.js';
import { momentText } from '../../language/index.js';
import { text } from '../keys/commonKeys.js';
import { askReason } from './askReason.js';
import { noticeOf, textRef, type Notice } from '../shell/messages.js';
import { task } from '../shell/task.js';
import { pull } from './pullMirror.js';
import { fieldWith } from '../shell/textField.js';
import type { Binding, Change, PromptOverlay, Task } from '../shell/wizard.js';

/** Makes the file; the run that was delivered is the result. */
export function deliverKey<S>(runOf: (step: S) => Run | undefined): Binding<S> {
  return {
    keys: ['ctrl+f'],
    label: text('bestand voor AFAS', 'file for AFAS'),
    disabled: [
      {
        reason: text('Dit is geen plan dat aan te leveren is.', 'This is no plan that can be delivered.'),
        when: (step) => !canDeliver(runOf(step)),
      },
    ],
    run: (step) => {
      const run = runOf(step);
      return run ? askDelivery(run, {}) : {};
    },
  };
}

/** A plan; or the second import of one that was delivered, for the UPNs of its new users. */
function canDeliver(run: Run | undefined): boolean {
  if (run?.status === 'delivered') return hasSecondImport(run) && !run.delivery?.second && run.secondPass === null;
  return run?.status === 'planned' && run.kind !== 'settings';
}

/** Compares what was delivered with the directory as it was last read. */
export function verifyKey<S>(runOf: (step: S) => Run | undefined): Binding<S> {
  return {
    keys: ['z'],
    label: text('controleren', 'verify'),
    disabled: [
      {
        reason: text('Deze run is niet aangeleverd.', 'This run was not delivered.'),
        when: (step) => !canVerify(runOf(step)),
      },
    ],
    footer: 28,
    run: (step) => {
      const run = runOf(step);
      return run ? { effects: [verify(run.id)] } : {};
    },
  };
}

/** One that was delivered; of one that was seen to be so, the UPNs that wait for the second import. */
function canVerify(run: Run | undefined): boolean {
  return run?.status === 'delivered' || (run?.status === 'applied' && run.delivery !== null && hasSecondImport(run));
}

/** Asks for the file; guards that were raised on the way go with it. The second import goes as the first did. */
export function askDelivery(run: Run, guards: GuardSettings, reason?: string): { readonly overlay: PromptOverlay } {
  const part = run.status === 'delivered' ? '-upn' : '';
  const ending = run.delivery?.as === 'kn-user' ? 'jsonl' : 'csv';
  const path = `afas-${run.environment}-${run.id}${part}.${ending}`;
  return { overlay: pathPrompt({ run, guards, reason }, path, false) };
}

interface Asked {
  readonly run: Run;
  readonly guards: GuardSettings;
  readonly reason: string | undefined;
}

function pathPrompt(asked: Asked, path: string, exists: boolean): PromptOverlay {
  return {
    kind: 'prompt',
    title: textRef(exists ? 'wizard.write.exists' : 'wizard.write.delivery'),
    field: fieldWith(path),
    entered: (_step, typed) => (typed.trim() === '' ? {} : { effects: [deliver(asked, typed.trim())] }),
  };
}

interface Delivered {
  readonly delivered: DeliveredRun;
  readonly answer: RunAnswer;
}

function deliver(asked: Asked, path: string): Task {
  const { run, guards, reason } = asked;
  return task({
    slot: 'main',
    busy: textRef('wizard.busy.writing', { path }),
    run: async ({ runFiles, useCases }): Promise<Delivered> => {
      // There is no standard output behind a screen.
      const target = { path: path === STDOUT ? `./${path}` : path };
      const as = run.status === 'delivered' ? 'second-pass' : undefined;
      const messages = isOfMessages(path);
      const request = { run: run.id, plan: run.plan, as, messages, guards, reason } as const;
      const delivered = await runFiles.deliver(request, target);
      return { delivered, answer: await useCases.answer(run.id) };
    },
    then: (_step, { delivered, answer }) => ({ go: { to: 'result', answer }, notice: toldOf(delivered) }),
    failed: (_step, problem) => {
      if (problem.key === 'output.deliveryExists') return { notice: null, overlay: pathPrompt(asked, path, true) };
      if (problem.key !== 'apply.reasonNeeded') return {};
      return { notice: null, ...askReason('', (given) => ({ effects: [deliver({ ...asked, reason: given }, path)] })) };
    },
  });
}

function toldOf(delivered: DeliveredRun): Notice {
  const { refused } = delivered;
  const told = deliveredText(delivered);
  if (refused.length === 0) return noticeOf('good', told);
  const details = [textRef('deliver.refused', { count: refused.length }), ...refused.map(noteText)];
  return noticeOf('warning', { ...told, details });
}

function verify(run: number): Task {
  return task({
    slot: 'main',
    busy: textRef('wizard.busy.verifying', { run }),
    run: async ({ useCases }) => ({ verified: await useCases.verify(run), answer: await useCases.answer(run) }),
    then: (_step, { verified, answer }, { language }) => {
      const { so, notYet, otherwise } = verified.counts;
      const { readBefore, waiting, isApplied } = verified;
      const { environment } = verified.run;
      if (readBefore !== null) {
        const asked = textRef('wizard.askPull', { run, environment, at: momentText(language, readBefore) });
        const agreed = (): Change => ({ effects: [pull(environment, () => verify(run))] });
        return { overlay: { kind: 'question', ...asked, agreed } };
      }
      const details = waiting.length > 0 ? [textRef('verify.waits', { run, count: waiting.length })] : [];
      const told = noticeOf(otherwise + notYet === 0 && waiting.length === 0 ? 'good' : 'warning', {
        ...textRef('verify.summary', { run, so, notYet, otherwise }),
        details,
      });
      return isApplied ? { go: { to: 'result', answer }, notice: told } : { notice: told };
    },
  });
}
