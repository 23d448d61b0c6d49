/** `deliver` and `verify`: a plan goes to AFAS as a file of its own import, and what came of it is looked at. */
import type { DeliveryFile, DeliveryNote } from '../domain/delivery/delivery.js';
import { DELIVERY_ENCODINGS, STDOUT, type DeliveryEncoding } from '../application/ports/outputFiles.js';
import {
  exitOfDelivery,
  isOfMessages,
  noteText,
  type DeliveredRun,
  type DeliverRequest,
  type VerifiedRun,
} from '../application/deliveries.js';
import { UserError } from '../application/userError.js';
import { fieldLabel, momentText, translateRef, type Say } from '../language/index.js';
import type { Line } from '../presentation/lines.js';
import { deliveredText } from '../presentation/deliveryTexts.js';
import { valueText } from '../presentation/values.js';
import { RUN, type Command, type CommandContext } from './command.js';
import type { Answer } from './answers/answer.js';
import type { DeliveryNoteJson } from './answers/schemas/delivery.js';
import { readGuards, readReason, readRun } from './line/flagValues.js';
import { AS_DELIVERY, ENCODING, FORCE_DELIVERY, GUARD_FLAGS, MAX_AGE, OUTPUT, REASON } from './line/flags.js';
import { neededTarget, unlessOnStdout } from './line/outputTarget.js';
import type { ParsedArgs } from './line/parsedArgs.js';
import { maxAgeIn } from './mirrorAge.js';
import { watching } from './planFile.js';

export const deliver: Command = {
  words: 'deliver',
  answers: (args) => (neededTarget(args).path === STDOUT ? undefined : 'delivery'),
  summary: 'command.deliver',
  argument: RUN,
  flags: [OUTPUT, FORCE_DELIVERY, AS_DELIVERY, ENCODING, MAX_AGE, ...GUARD_FLAGS, REASON],
  needs: () => [OUTPUT],
  run: async (args, context) => {
    const run = readRun(args.required);
    const { as: _as, ...target } = neededTarget(args);
    const request = {
      run,
      ...readForm(args, target.path),
      encoding: readEncoding(args),
      again: args.has(FORCE_DELIVERY),
      guards: readGuards(args),
      maxAge: maxAgeIn(args),
      reason: readReason(args),
    };
    const { useCases } = await context.services();
    const { outputFiles } = context;
    const delivered = await useCases.deliver(request, { target, outputFiles }, watching(context));
    remarkOn(delivered, request.encoding, context);
    if (target.path === STDOUT) remarkRows(delivered, context);
    return {
      ...unlessOnStdout(target, () => deliveredAnswer(delivered, context)),
      status: exitOfDelivery(delivered.run, delivered.refused.length),
    };
  },
};

export const verify: Command = {
  words: 'verify',
  answers: () => 'verified',
  summary: 'command.verify',
  argument: RUN,
  flags: [],
  run: async (args, context) => {
    const run = readRun(args.required);
    const { useCases } = await context.services();
    return verifiedAnswer(await useCases.verify(run), context);
  },
};

/** Messages where the name of the file says so: they are for no import function, but a second pass is told apart. */
function readForm(args: ParsedArgs, path: string): Pick<DeliverRequest, 'as' | 'messages'> {
  const as = args.text(AS_DELIVERY) as DeliveryFile | undefined;
  if (!isOfMessages(path)) return { as };
  if ((as !== undefined && as !== 'second-pass') || readEncoding(args) !== 'utf-8')
    throw new UserError('wrongUse', 'deliver.messages');
  return { as, messages: true };
}

function readEncoding(args: ParsedArgs): DeliveryEncoding {
  const value = args.text(ENCODING) ?? 'utf-8';
  const known = DELIVERY_ENCODINGS.find((encoding) => encoding === value.toLowerCase());
  if (!known) throw new UserError('wrongUse', 'deliver.encoding', { value });
  return known;
}

function remarkOn({ notAscii }: DeliveredRun, encoding: string, { remark }: CommandContext): void {
  if (notAscii.rows === 0) return;
  const params = { count: notAscii.rows, user: notAscii.first, encoding };
  remark({ key: 'deliver.notAscii', params }, { tone: 'warning' });
}

/** Where the file is on standard output, what is told of its rows goes beside it. */
function remarkRows({ refused, told }: DeliveredRun, { remark }: CommandContext): void {
  const notes = [...refused, ...told];
  for (const note of notes.slice(0, MOST_NOTES)) remark(noteText(note), { tone: 'warning', kept: true });
  if (notes.length > MOST_NOTES) remark({ key: 'deliver.andMore', params: { count: notes.length - MOST_NOTES } });
}

function deliveredAnswer(delivered: DeliveredRun, context: CommandContext): Answer {
  const { run, path, as, rows, refused, told, isSecond } = delivered;
  const waits = isSecond ? 0 : told.filter(({ code }) => code === 'UPN_LATER').length;
  const done = translateRef(context.language, deliveredText(delivered));
  return {
    json: { run: run.id, path, as, rows, refused: refused.map(jsonOf(context)), told: told.map(jsonOf(context)) },
    lines: [
      [done],
      ...(refused.length > 0 ? [[context.say('deliver.refused', { count: refused.length })] satisfies Line] : []),
      ...noteLines(refused, context),
      ...(told.length > 0 ? [[context.say('deliver.told', { count: told.length })] satisfies Line] : []),
      ...noteLines(told, context),
      ...(waits > 0
        ? [
            [
              context.say('deliver.secondWaits', {
                run: run.id,
                count: waits,
                ending: as === 'kn-user' ? '.jsonl' : '.csv',
              }),
            ] satisfies Line,
          ]
        : []),
    ],
    done,
  };
}

/** Notes that people are told; a script gets them all. */
const MOST_NOTES = 50;

function noteLines(notes: readonly DeliveryNote[], context: CommandContext): Line[] {
  const lines = notes.slice(0, MOST_NOTES).map((note): Line => {
    const { row, user, text } = jsonOf(context)(note);
    return [context.say('deliver.rowLine', { row, user, text })];
  });
  const more = notes.length - lines.length;
  return more > 0 ? [...lines, [context.say('deliver.andMore', { count: more })]] : lines;
}

function jsonOf({ language }: CommandContext): (note: DeliveryNote) => DeliveryNoteJson {
  return ({ row, user, code, params }) => ({
    row,
    user,
    code,
    text: translateRef(language, { key: `delivery.${code}`, params }),
  });
}

function verifiedAnswer(
  { run, counts, changes, waiting, readBefore, isApplied }: VerifiedRun,
  { say, language }: CommandContext,
): Answer {
  // Before the mirror is read again, nothing of the run can be so: that is one thing to say, and not one a change.
  const left = readBefore === null ? changes.filter(({ state }) => state !== 'so' && state !== 'notSeen') : [];
  const value = (of: Parameters<typeof valueText>[1]): string => valueText(language, of);
  const lines = left.slice(0, MOST_NOTES).map(({ row, user, environment, field, from, to, found, state }): Line => [
    say('verify.line', {
      row,
      user,
      environment,
      field: fieldLabel(language, field),
      from: value(from),
      to: value(to),
      found: value(found),
      state: say(`verifyState.${state}`),
    }),
  ]);
  const { notSeen, ...told } = counts;
  const summary = say('verify.summary', { run: run.id, ...told });
  return {
    json: { run: run.id, status: run.status, counts, changes, waiting, readBefore },
    lines: [
      [summary],
      ...(readBefore === null
        ? []
        : [
            [
              say('verify.readBefore', {
                run: run.id,
                environment: run.environment,
                at: momentText(language, readBefore),
              }),
            ] satisfies Line,
          ]),
      ...lines,
      ...(left.length > lines.length
        ? [[say('deliver.andMore', { count: left.length - lines.length })] satisfies Line]
        : []),
      ...(notSeen > 0 ? [[say('verify.notSeen', { count: notSeen })] satisfies Line] : []),
      ...waitingLines(run.id, waiting, say),
      ...(isApplied ? [[say('verify.applied', { run: run.id })] satisfies Line] : []),
    ],
    done: summary,
  };
}

function waitingLines(run: number, waiting: VerifiedRun['waiting'], say: Say): Line[] {
  if (waiting.length === 0) return [];
  const lines = waiting.slice(0, MOST_NOTES).map(({ user, upn }): Line => [say('verify.waitsLine', { user, upn })]);
  const more = waiting.length - lines.length;
  return [
    [say('verify.waits', { run, count: waiting.length })],
    ...lines,
    ...(more > 0 ? [[say('deliver.andMore', { count: more })] satisfies Line] : []),
  ];
}
