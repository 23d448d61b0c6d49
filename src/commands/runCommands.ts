/** Commands that do one thing to a run: leave rows out, approve, apply, discard, undo. */
import type { UseCases } from '../application/useCases.js';
import { RUN, type Command, type CommandContext } from './command.js';
import { runAnswered, summaryOf } from './answerRun.js';
import { readGuards, readRows, readRun } from './flagValues.js';
import { DIGEST, GUARD_FLAGS, OF_USER, ROW, SECOND_PASS } from './flags.js';
import { watching } from './planFile.js';
import { UserError } from '../application/userError.js';

export const exclude: Command = {
  words: 'exclude',
  summary: 'command.exclude',
  argument: RUN,
  flags: [ROW],
  needs: () => [ROW],
  run: async (args, context) => {
    const run = readRun(args.required);
    const out = readRows(ROW, args.list(ROW));
    const { useCases } = await context.services();
    return runAnswered(await useCases.exclude(run, { out }, watching(context)), useCases, context);
  },
};

export const approve: Command = {
  words: 'approve',
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
  summary: 'command.apply',
  argument: RUN,
  flags: [...GUARD_FLAGS, SECOND_PASS],
  run: async (args, context) => {
    const request = { run: readRun(args.required), guards: readGuards(args), secondPass: args.has(SECOND_PASS) };
    const { useCases } = await context.services();
    return runAnswered(await useCases.apply(request, watching(context)), useCases, context);
  },
};

export const discard: Command = {
  words: 'discard',
  summary: 'command.discard',
  argument: RUN,
  flags: [],
  run: async (args, context) => {
    const { useCases } = await context.services();
    return { ...runAnswered(await useCases.discard(readRun(args.required)), useCases, context), status: 0 };
  },
};

export const undo: Command = {
  words: 'undo',
  summary: 'command.undo',
  argument: RUN,
  flags: [OF_USER],
  run: async (args, context) => {
    const run = readRun(args.required);
    const user = args.text(OF_USER);
    const { useCases } = await context.services();
    const planned = await useCases.undo(run, watching(context), user === undefined ? undefined : { user });
    return runAnswered(planned, useCases, context);
  },
};
