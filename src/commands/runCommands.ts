/** Commands that do one thing to a run: leave rows out, take them back, approve, apply, discard, undo. */
import type { PartOfPlan, UseCases } from '../application/useCases.js';
import { applied } from './applyWhenAsked.js';
import { RUN, type Command, type CommandContext } from './command.js';
import { runAnswered, summaryOf } from './answers/answerRun.js';
import { readGuards, readNumber, readReason, readRows, readRun } from './line/flagValues.js';
import {
  DIGEST,
  FIRST,
  GUARD_FLAGS,
  KIND,
  MIRROR_ONLY,
  OF_USER,
  REASON,
  ROW,
  ROWS_WHERE,
  SECOND_PASS,
} from './line/flags.js';
import type { ParsedArgs } from './line/parsedArgs.js';
import { readWhere } from './line/rowsWhere.js';
import { watching } from './planFile.js';
import { UserError } from '../application/userError.js';

/** Rows that are named of those to which nothing was done. */
const TOLD = 20;

const leaving = (words: 'exclude' | 'include', change: 'out' | 'back'): Command => ({
  words,
  answers: () => 'run',
  summary: `command.${words}`,
  argument: RUN,
  flags: [ROW, KIND, ROWS_WHERE],
  needs: (args) => (args.has(KIND) || args.has(ROWS_WHERE) ? [] : [ROW]),
  run: async (args, context) => {
    const run = readRun(args.required);
    const { useCases } = await context.services();
    const ofKinds = args.has(KIND) ? await useCases.rowsOfKinds(run, args.list(KIND)) : [];
    const where = readWhere(args);
    const found = where ? await useCases.rowNumbers(run, { where }) : [];
    const rows = [...new Set([...readRows(ROW, args.list(ROW)), ...ofKinds, ...found])];
    if (rows.length === 0) {
      context.remark(
        { key: words === 'include' ? 'include.noRows' : 'filter.noRows', params: { run } },
        { tone: 'warning' },
      );
      return runAnswered(await useCases.answer(run), useCases, context);
    }
    const { already, ...answer } = await useCases.exclude(run, { [change]: rows }, watching(context));
    if (already.length > 0) {
      const more = already.length - TOLD;
      const told = { run, rows: already.slice(0, TOLD).join(', '), more: Math.max(0, more) };
      context.remark(
        { key: more > 0 ? `${words}.alreadyMany` : `${words}.already`, params: told },
        { tone: 'warning' },
      );
    }
    const changed = rows.length - already.length;
    if (changed > 0) context.remark({ key: `${words}.done`, params: { run, rows: changed } });
    return runAnswered(answer, useCases, context);
  },
});

export const exclude = leaving('exclude', 'out');
export const include = leaving('include', 'back');

export const approve: Command = {
  words: 'approve',
  answers: () => 'run',
  summary: 'command.approve',
  argument: RUN,
  flags: [DIGEST, ...GUARD_FLAGS],
  run: async (args, context) => {
    const run = readRun(args.required);
    const digest = args.text(DIGEST);
    if (digest === undefined && !context.interactive) throw new UserError('wrongUse', 'approve.digestNeeded', { run });
    const { useCases } = await context.services();
    const looked = digest === undefined ? await lookAt(run, useCases, context) : { digest };
    const approved = await useCases.approve({ run, guards: readGuards(args), ...looked });
    return { ...runAnswered(approved, useCases, context), status: 0 };
  },
};

/** Shows the plan to whoever sits at the terminal, and lets its number be typed: that plan is approved, and no other. */
async function lookAt(
  run: number,
  useCases: UseCases,
  { notice, language, ask, say }: CommandContext,
): Promise<{ readonly plan: number; readonly digest?: string }> {
  const answer = await useCases.answer(run);
  const { plan, digest } = answer.run;
  for (const line of await summaryOf(answer, useCases, language)) notice(...line);
  const typed = await ask(`${say('approve.question', { run })} `);
  if (typed !== String(run)) throw new UserError('guarded', 'approve.notTyped', { run });
  return { plan, ...(digest !== null && { digest }) };
}

export const apply: Command = {
  words: 'apply',
  answers: () => 'run',
  summary: 'command.apply',
  argument: RUN,
  flags: [...GUARD_FLAGS, FIRST, ROW, SECOND_PASS, MIRROR_ONLY, REASON],
  run: async (args, context) => {
    const part = readPart(args);
    if (part && args.has(SECOND_PASS)) throw new UserError('wrongUse', 'apply.partAndSecondPass');
    const request = {
      ...(part && { part }),
      run: readRun(args.required),
      guards: readGuards(args),
      secondPass: args.has(SECOND_PASS),
      mirrorOnly: args.has(MIRROR_ONLY),
      reason: readReason(args),
    };
    const { useCases } = await context.services();
    return applied(request, useCases, context);
  },
};

/** The rows that are applied first; undefined where all of them are. */
function readPart(args: ParsedArgs): PartOfPlan | undefined {
  const first = args.text(FIRST);
  if (first !== undefined && args.has(ROW)) throw new UserError('wrongUse', 'apply.firstOrRow');
  if (first !== undefined) return { first: readNumber(FIRST, first) };
  return args.has(ROW) ? { rows: readRows(ROW, args.list(ROW)) } : undefined;
}

export const discard: Command = {
  words: 'discard',
  answers: () => 'run',
  summary: 'command.discard',
  argument: RUN,
  flags: [],
  run: async (args, context) => {
    const { useCases } = await context.services();
    return { ...runAnswered(await useCases.discard(readRun(args.required)), useCases, context), status: 0 };
  },
};

export const secondPass: Command = {
  words: 'second-pass',
  answers: () => 'run',
  summary: 'command.second-pass',
  argument: RUN,
  flags: [REASON],
  run: async (args, context) => {
    const run = readRun(args.required);
    const { useCases } = await context.services();
    return runAnswered(await useCases.secondPass(run, watching(context), readReason(args)), useCases, context);
  },
};

export const undo: Command = {
  words: 'undo',
  answers: () => 'run',
  summary: 'command.undo',
  argument: RUN,
  flags: [OF_USER, REASON],
  run: async (args, context) => {
    const run = readRun(args.required);
    const user = args.text(OF_USER);
    const { useCases } = await context.services();
    const planned = await useCases.undo(run, watching(context), { user, reason: readReason(args) });
    return runAnswered(planned, useCases, context);
  },
};
