/** How a command answers with a run: as JSON, or as people read it. */
import { UserError } from '../application/userError.js';
import type { RunAnswer, UseCases } from '../application/useCases.js';
import { evaluateGuards, type GuardSettings } from '../domain/guards.js';
import type { PlannedRow } from '../domain/plannedRow.js';
import type { CommandContext } from './command.js';
import { statusOfRun, type ExitStatus } from './exitStatus.js';
import { trippedLines } from '../presentation/guardLines.js';
import { runSummary, REJECTED_TOLD, type ToldRows } from '../presentation/runSummary.js';
import { runJson } from './runJson.js';
import { reportError } from './reportError.js';

/** Writes the answer, and gives the status of a run that went as asked. */
export async function answerRun(
  answer: RunAnswer,
  useCases: UseCases,
  { output, language, say }: CommandContext,
): Promise<ExitStatus> {
  output.did(say('answer.runStands', { run: answer.run.id, status: answer.run.status }));
  if (output.json) await output.jsonLine(runJson(answer));
  else await output.lines(runSummary(language, answer, await toldRows(answer, useCases)));
  return statusOfRun(answer);
}

/** The rows that the summary tells something of. */
export async function toldRows(answer: RunAnswer, useCases: UseCases): Promise<ToldRows> {
  return {
    rejected: await firstRejected(answer, useCases),
    groupsThatGo: await groupsThatGo(answer, useCases),
    upnsThatStay: await upnsThatStay(answer, useCases),
  };
}

/** The second pass of a run that is to be undone, told where its UPNs stay. */
async function upnsThatStay({ run }: RunAnswer, useCases: UseCases): Promise<number | null> {
  if (run.kind !== 'undo' || run.status !== 'planned') return null;
  for await (const rows of useCases.rows(run.id, { message: 'UNDO_INCOMPLETE' }))
    for (const { messages } of rows)
      for (const { params } of messages) if (params['what'] === 'upn') return Number(params['run']);
  return null;
}

async function groupsThatGo({ run }: RunAnswer, useCases: UseCases): Promise<readonly string[]> {
  if (run.kind !== 'undo' || run.pruned) return [];
  const groups = new Set<string>();
  for await (const rows of useCases.rows(run.id, { message: 'UNDO_GROUP' }))
    for (const { outcome, messages } of rows)
      if (outcome !== 'rejected')
        for (const { code, params } of messages) if (code === 'UNDO_GROUP') groups.add(String(params['group']));
  return [...groups];
}

async function firstRejected({ run }: RunAnswer, useCases: UseCases): Promise<readonly PlannedRow[]> {
  if (run.summary.outcomes.rejected === 0 || run.pruned) return [];
  for await (const rows of useCases.rows(run.id, { outcome: 'rejected' })) return rows.slice(0, REJECTED_TOLD);
  return [];
}

/**
 * Applies a run. When guards or a missing approval hold it back, or when it is stale, the run as it
 * is now is the answer, and the reason is told beside it.
 */
export async function applyAndAnswer(
  request: { readonly run: number; readonly guards: GuardSettings; readonly secondPass: boolean },
  apply: () => Promise<RunAnswer>,
  useCases: UseCases,
  context: CommandContext,
): Promise<ExitStatus> {
  try {
    return await answerRun(await apply(), useCases, context);
  } catch (error) {
    if (!(error instanceof UserError) || (error.kind !== 'guarded' && error.kind !== 'stale')) throw error;
    const held = await withGuards(await useCases.answer(request.run), request.guards, useCases);
    if (context.output.json) await context.output.jsonLine(runJson(held));
    const tripped = error.key === 'apply.guarded' ? trippedLines(context.language, held.run, held.guards) : [];
    const status = reportError(
      tripped.length > 0 ? new UserError(error.kind, error.key, error.params) : error,
      context.language,
      context.output,
    );
    for (const line of tripped) context.output.tell(...line);
    return status;
  }
}

/** The guards of a run, as these flags leave them. */
async function withGuards(answer: RunAnswer, given: GuardSettings, useCases: UseCases): Promise<RunAnswer> {
  const { run } = answer;
  const environment = (await useCases.environments()).find(({ code }) => code === run.environment);
  return { ...answer, guards: evaluateGuards(run.counts, given, run.guardSettings, environment?.guards ?? {}) };
}
