/** What was done, and what can follow: files, the second pass, undo. */
import type { RunAnswer } from '../../../application/useCases.js';
import type { Run } from '../../../domain/run.js';
import type { Language } from '../../../language/text.js';
import { say } from '../../../presentation/theme.js';
import { notice } from '../../shell/messages.js';
import type { OutputKind, ResultStep } from '../state.js';
import { fieldWith } from '../../shell/textField.js';
import { textRef, type Change, type PromptOverlay, type StepEvent } from '../../shell/wizard.js';
import { blockElsewhere, plannedElsewhere } from '../../runs/blockElsewhere.js';
import { lookAt } from '../../runs/lookAt.js';
import type { StepContext } from '../../shell/stepContext.js';

export function resultStep(answer: RunAnswer): ResultStep {
  return { at: 'result', answer, written: [] };
}

export function updateResult(step: ResultStep, event: StepEvent, context: StepContext): Change {
  const { run } = step.answer;
  switch (event.kind) {
    case 'written':
      return {
        step: { ...step, written: [...step.written, { what: event.what, path: event.path }] },
        notice: notice('good', 'wizard.written', { path: event.path }),
      };
    case 'prompted': {
      // What was written before is not told beside what comes of it now.
      const { purpose } = event;
      const written = step.written.filter(({ what }) => purpose.kind !== 'write' || what !== purpose.what);
      return { step: { ...step, written }, ...writeTo(event) };
    }
    case 'planned':
      return lookAt(event.answer);
    case 'plannedElsewhere':
      return plannedElsewhere(event);
    case 'action':
      break;
    default:
      return {};
  }
  switch (event.action) {
    case 'goOn':
      return { go: { to: 'type' } };
    case 'history':
      return { go: { to: 'history' } };
    case 'blockElsewhere':
      return blockElsewhere(run);
    default:
      return followUp(run, event.action, context);
  }
}

/** What can be done with a run that was applied: here and in the history. */
export function followUp(run: Run, action: string, context: StepContext): Change {
  switch (action) {
    case 'writeRows':
      return askPath('rejected', run, context);
    case 'writeReport':
      return askPath('report', run, context);
    case 'writeTokens':
      return askPath('tokens', run, context);
    case 'secondPass':
      if (run.secondPass)
        return {
          busy: textRef('wizard.busy.opening', { run: run.secondPass.run }),
          effects: [{ kind: 'open', run: run.secondPass.run }],
        };
      return {
        busy: textRef('wizard.busy.secondPass'),
        effects: [{ kind: 'followUp', what: 'secondPass', run: run.id }],
      };
    case 'undo':
      return {
        busy: textRef('wizard.busy.undo', { run: run.id }),
        effects: [{ kind: 'followUp', what: 'undo', run: run.id }],
      };
    default:
      return {};
  }
}

export function writeTo(
  { purpose, text }: Extract<StepEvent, { kind: 'prompted' }>,
  mended: readonly number[] = [],
): Change {
  if (purpose.kind !== 'write' || text.trim() === '') return {};
  const { what, run } = purpose;
  const path = text.trim();
  return {
    busy: textRef('wizard.busy.writing', { path }),
    effects: [
      what === 'mended' ? { kind: 'writeMended', run, path, rows: mended } : { kind: 'write', what, run, path },
    ],
  };
}

export function askPath(what: OutputKind, run: Run, { language }: Pick<StepContext, 'language'>): Change {
  return {
    overlay: pathPrompt({ what, run: run.id, path: proposedName(what, run, language) }, `wizard.write.${what}`),
  };
}

/** Asks for the name of a file, with one to begin with. */
export function pathPrompt(
  { what, run, path }: { readonly what: OutputKind; readonly run: number; readonly path: string },
  title: string,
): PromptOverlay {
  return { kind: 'prompt', purpose: { kind: 'write', what, run }, title: textRef(title), field: fieldWith(path) };
}

/** The name of the source with what it holds; rejected and mended rows in the layout of the source. */
function proposedName(what: OutputKind, run: Run, language: Language): string {
  const dot = run.file.name.lastIndexOf('.');
  const base = dot > 0 ? run.file.name.slice(0, dot) : run.file.name || `run-${run.id}`;
  const ofSource = dot > 0 ? run.file.name.slice(dot) : '.csv';
  const extension = { rejected: ofSource, mended: ofSource, report: '.xlsx', tokens: '.csv' }[what];
  const name = `${base}-${say({ language }, `wizard.fileName.${what}`)}-${run.id}${extension}`;
  return name.replace(/[\\/:*?"<>|\p{Cc}]/gu, '_');
}
