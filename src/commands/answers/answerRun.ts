/** A run as a command answers it: as JSON, or as people read it. */
import type { RunAnswer, UseCases } from '../../application/useCases.js';
import type { PlannedRow } from '../../domain/plannedRow.js';
import type { Line } from '../../presentation/lines.js';
import { REJECTED_TOLD, runSummary, type ToldRows } from '../../presentation/runSummary.js';
import { readLater, type Answer } from './answer.js';
import type { CommandContext } from '../command.js';
import { statusOfRun } from './exitStatus.js';
import { runJson } from './runJson.js';

type Wording = Pick<CommandContext, 'language' | 'say'>;

/** A run that went as asked. */
export function runAnswered(
  answer: RunAnswer,
  useCases: UseCases,
  { language, say }: Wording,
  exitOnChanges = false,
): Answer {
  return {
    json: runJson(answer),
    lines: readLater(() => summaryOf(answer, useCases, language)),
    status: statusOfRun(answer, exitOnChanges),
    done: runStands(answer, say),
  };
}

/** What is told of a run where its answer cannot be written. */
export function runStands({ run }: RunAnswer, say: CommandContext['say']): string {
  return say('answer.runStands', { run: run.id, status: run.status });
}

/** The summary of a run, with what it tells of its rows. */
export async function summaryOf(
  answer: RunAnswer,
  useCases: UseCases,
  language: CommandContext['language'],
): Promise<readonly Line[]> {
  return runSummary(language, answer, await toldRows(answer, useCases));
}

/** The rows that the summary tells something of. */
async function toldRows(answer: RunAnswer, useCases: UseCases): Promise<ToldRows> {
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
