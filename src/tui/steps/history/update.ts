/** The runs of before: their rows, their files, and undoing them. */
import type { AuditRecord } from '../../../application/ports/auditLog.js';
import { momentText } from '../../../language/index.js';
import { plainListHeight } from '../../shell/layout.js';
import { notice } from '../../shell/messages.js';
import { AT_TOP, type HistoryStep } from '../state.js';
import { textRef, type Change, type PickOption, type PickOverlay, type StepEvent } from '../../shell/wizard.js';
import { lookAt } from '../../runs/lookAt.js';
import { followUp, writeTo } from '../result/update.js';
import { isMove, moved, placed, type StepContext } from '../../shell/stepContext.js';

/** Borders and heading of the table, and the lines below it. */
export const HISTORY_FRAME = 9;

export const HISTORY_STEP: HistoryStep = { at: 'history', runs: null, ...AT_TOP };

export function updateHistory(step: HistoryStep, event: StepEvent, context: StepContext): Change {
  const total = step.runs?.length ?? 0;
  const height = plainListHeight(context.size, HISTORY_FRAME);
  const run = step.runs?.[step.cursor];
  switch (event.kind) {
    case 'entered':
      return { step, effects: [{ kind: 'loadRuns' }] };
    case 'runsLoaded':
      return { step: { ...step, runs: event.runs, ...placed(step, event.runs.length, height) } };
    case 'auditLoaded':
      return { overlay: auditList(event.run, event.records) };
    case 'resized':
      return { step: { ...step, ...placed(step, total, height) } };
    case 'planned':
    case 'opened':
      return lookAt(event.answer);
    case 'written':
      return { notice: notice('good', 'wizard.written', { path: event.path }) };
    case 'discarded':
      return { notice: notice('good', 'wizard.discarded', { run: event.run }), effects: [{ kind: 'loadRuns' }] };
    case 'agreed':
      return run ? { busy: textRef('wizard.busy.working'), effects: [{ kind: 'discard', run: run.id }] } : {};
    case 'prompted':
      return writeTo(event);
    case 'action':
      break;
    default:
      return {};
  }
  if (isMove(event.action)) return { step: { ...step, ...moved(step, event.action, total, height) } };
  if (event.action === 'goBack') return { go: { to: 'back' } };
  if (!run) return {};
  if (event.action === 'goOn')
    return { busy: textRef('wizard.busy.opening', { run: run.id }), effects: [{ kind: 'open', run: run.id }] };
  if (event.action === 'audit') return { effects: [{ kind: 'loadAudit', run: run.id }] };
  if (event.action === 'discard') {
    return { overlay: { kind: 'question', purpose: 'discard', ...textRef('wizard.ask.discard', { run: run.id }) } };
  }
  return followUp(run, event.action, context);
}

/** Who did something to a run, or tried to, the last first. */
function auditList(run: number, records: readonly AuditRecord[]): PickOverlay {
  const options = records.toReversed().map(({ number, at, login, what, outcome, exit }): PickOption => {
    const ended = outcome === 'done' ? '' : ` ${outcome} (${exit})`;
    return { id: String(number), label: `${momentText(at)}  ${login}`, hint: `${what}${ended}` };
  });
  return {
    kind: 'pick',
    purpose: { kind: 'audit' },
    title: textRef('wizard.history.audit', { run }),
    options,
    cursor: 0,
  };
}
