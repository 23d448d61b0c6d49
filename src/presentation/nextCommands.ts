/** What can be typed next about a run. */
import type { RunAnswer } from '../application/useCases.js';
import { hasSecondImport } from '../domain/run.js';
import { proposed, translate, type TextKey } from '../language/index.js';
import type { Language } from '../language/text.js';

export function nextCommands(language: Language, { run, approvalNeeded, isMirror, reasonNeeded }: RunAnswer): string[] {
  const next = (key: Extract<TextKey, `next.${string}`>, command: string, flags = ''): string =>
    translate(language, key, { command: proposed(`${command} ${run.id}${flags}`) });
  const why = reasonNeeded === undefined ? '' : ' --reason "..."';
  const deliver = (): string => next('next.deliver', 'deliver', ` -o FILE${why}`);
  if (run.pruned) return [];
  // It is not undone: what it changed of somebody is in that user's history.
  if (run.kind === 'pull')
    return [translate(language, 'next.userHistory', { command: proposed('history --user CODE') })];
  // An act has no file to mend.
  const rejected = run.summary.outcomes.rejected > 0 && !run.settings.act;
  const lines = run.settingsChange
    ? []
    : [translate(language, 'next.look', { command: proposed(`show ${run.id} --rows`) })];
  if (run.status === 'planned')
    return [
      ...lines,
      ...(approvalNeeded ? [next('next.approve', 'approve')] : []),
      isMirror ? deliver() : next('next.apply', 'apply', why),
    ];
  if (run.status === 'delivered') {
    const second = translate(language, 'next.secondPass', {
      command: proposed(`deliver ${run.id} --as second-pass -o FILE`),
    });
    const offered = hasSecondImport(run) && !run.secondPass && !run.delivery?.second ? [second] : [];
    return [...lines, ...offered, next('next.verify', 'verify'), next('next.discard', 'discard')];
  }
  if (run.status === 'expired') return [...lines, next('next.again', 'plan --again')];
  if (run.status === 'discarded') return [];
  const isWaiting = run.deferredUpns > 0 && !run.secondPass;
  return [
    ...(rejected ? [translate(language, 'next.rejected', { command: proposed(`rejected ${run.id} -o FILE`) })] : []),
    ...(run.summary.tokensRevoked > 0 ? [next('next.tokens', 'tokens')] : []),
    ...(isWaiting
      ? [
          translate(language, 'summary.secondPassWaits', { rows: run.deferredUpns }),
          next('next.secondPass', 'second-pass'),
        ]
      : []),
    ...(run.secondPass
      ? [translate(language, 'summary.secondPassRun', { run: run.secondPass.run, status: run.secondPass.status })]
      : []),
    ...(run.undoneBy === null ? [next('next.undo', 'undo')] : []),
  ];
}
