/** `history` and `history prune`: every run, and the removal of old personal data. */
import type { UseCases } from '../application/useCases.js';
import type { RunsFilter } from '../application/ports/planStore.js';
import { UserError } from '../application/userError.js';
import type { Run, RunStatus } from '../domain/run.js';
import { caseKey } from '../domain/sourceRow.js';
import { momentText, translate } from '../language/index.js';
import { readDays, readMoment, readNumber } from './line/flagValues.js';
import { runName } from '../presentation/runName.js';
import type { Command, CommandContext } from './command.js';
import { ENV, LIMIT, OF_USER, OLDER_THAN, SINCE, STATUS } from './line/flags.js';
import type { ParsedArgs } from './line/parsedArgs.js';
import { othersInSet, withOrigin } from '../presentation/runFacts.js';
import type { Language } from '../language/text.js';
import { runJson } from './answers/runJson.js';
import { done, readLater, tableLines } from './answers/answer.js';
import { userHistory } from './userCommands.js';
import type { Line } from '../presentation/lines.js';

export const history: Command = {
  words: 'history',
  answers: (args) => (args.has(OF_USER) ? 'user-history' : 'runs'),
  summary: 'command.history',
  flags: [ENV, OF_USER, STATUS, SINCE, LIMIT],
  run: async (args, context) => {
    const { useCases } = await context.services('read');
    const code = args.text(ENV);
    const environment = code === undefined ? undefined : await environmentOf(code, useCases);
    const user = args.text(OF_USER);
    if (user !== undefined) {
      const odd = OF_RUNS.find((flag) => args.has(flag));
      if (odd) throw new UserError('wrongUse', 'usage.flagsClash', { one: '--user', other: `--${odd.name}` });
      return userHistory(user, context, environment);
    }
    const found = await useCases.history({
      ...readFilter(args, context),
      ...(environment !== undefined && { environment }),
    });
    return {
      name: 'runs',
      list: found.map(runJson),
      lines: readLater(() =>
        historyTable(
          found.map(({ run }) => run),
          context,
        ),
      ),
    };
  },
};

/** Flags that are about runs, and not about what they did to a user. */
const OF_RUNS = [STATUS, SINCE, LIMIT];

function readFilter(args: ParsedArgs, { now }: CommandContext): RunsFilter {
  const statuses = args.chosen<RunStatus>(STATUS);
  const since = args.text(SINCE);
  const limit = args.text(LIMIT);
  return {
    ...(statuses && { statuses }),
    ...(since !== undefined && { since: readMoment(SINCE, since, now()) }),
    ...(limit !== undefined && { limit: readNumber(LIMIT, limit) }),
  };
}

/** A removed environment has a history as well. */
async function environmentOf(code: string, useCases: UseCases): Promise<string> {
  const known = (await useCases.environments()).find((one) => caseKey(one.code) === caseKey(code));
  return known ? known.code : (await useCases.environment(code)).code;
}

function historyTable(runs: readonly Run[], context: CommandContext): readonly Line[] {
  const { language } = context;
  const rows = runs.map((run) => [
    String(run.id),
    momentText(language, run.appliedAt ?? run.createdAt),
    run.environment,
    translate(language, `status.${run.status}`),
    String(run.file.rows),
    String(run.summary.outcomes.rejected),
    withOrigin(run.operator, run),
    nameOf(language, run),
  ]);
  const titles = ['run', 'when', 'environment', 'status', 'rows', 'rejected', 'operator', 'file'] as const;
  return tableLines(titles, rows, context, ['right', 'left', 'left', 'left', 'right', 'right']);
}

function nameOf(language: Language, run: Run): string {
  const name = runName(language, run);
  const runs = othersInSet(run);
  const named = runs === null ? name : translate(language, 'summary.withSet', { name, runs });
  return run.reason === null ? named : `${named} · ${run.reason}`;
}

export const historyPrune: Command = {
  words: 'history prune',
  answers: () => 'pruned',
  summary: 'command.history prune',
  flags: [OLDER_THAN],
  needs: () => [OLDER_THAN],
  run: async (args, { services, say }) => {
    const days = readDays(OLDER_THAN, args.needed(OLDER_THAN));
    const { useCases } = await services();
    const count = await useCases.prune(days);
    return done({ pruned: count }, say('done.pruned', { count }));
  },
};
