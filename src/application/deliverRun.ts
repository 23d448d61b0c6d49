/** A plan becomes a file for AFAS's own import, and its run `delivered`: what stops an apply stops this too. */
import {
  columnsOf,
  type Delivery,
  type DeliveryFile,
  type DeliveryForm,
  type DeliveryNote,
} from '../domain/delivery/delivery.js';
import { beyondWindows1252, isBeyondAscii } from '../domain/delivery/encoding.js';
import { MIRROR_MAX_AGE } from '../domain/directory.js';
import { fieldOf } from '../domain/fields.js';
import { raisesLimits, type GuardSettings } from '../domain/guards/guardSettings.js';
import { hasSecondImport, type Run } from '../domain/run.js';
import { caseKey } from '../domain/sourceRow.js';
import { answerOf } from './runAnswer.js';
import { requireReason, staleRefused, whyNotApplied, whyNotDeliveredNow } from './runRefusals.js';
import type { Context } from './context.js';
import { deliveredRows, type DeliveredChunk } from './deliveredRows.js';
import { messageOfUpn, secondImport, textsOfUpn } from './deliverSecond.js';
import type { DeliveredRun, DeliverRequest, DeliveryTarget } from './deliveries.js';
import { reachOf } from './environments.js';
import { readWhile, untilInterrupted } from './interruption.js';
import { knUserMessages } from './knUserMessages.js';
import { doing, raisersOf } from './people.js';
import type { Recording } from './ports/auditLog.js';
import type { DeliveryEncoding, OutputFiles } from './ports/outputFiles.js';
import type { Reach } from './ports/planStore.js';
import { RunRefused } from './runRefused.js';
import { requireRowsIn } from './settingsPlan.js';
import { UserError } from './userError.js';
import type { Watch } from './useCases.js';

const CHUNK = 500;

/** Throws `UserError`: stale where the plan, or the mirror, is no longer what is there; guarded as `apply` is. */
export async function deliverRun(
  context: Context,
  request: DeliverRequest,
  { target, outputFiles }: DeliveryTarget,
  { signal }: Watch = {},
  record?: Recording,
): Promise<DeliveredRun> {
  const run = await runToDeliver(context, request);
  const file = request.as ?? formOf(run);
  const form = request.messages === true ? 'kn-user' : file;
  const reach = await reachOf(context.directory, run.environment);
  const { guards: raised = {}, encoding = 'utf-8' } = request;
  const answer = await answerOf(context, run, raised);
  requireReason(answer, request.reason);
  requireFresh(reach.target, request, context.now(), answer);
  const told = new Told();
  const given: Delivering = { context, run, reach, signal };
  const isSecond = file === 'second-pass' && hasSecondImport(run);
  const why =
    run.status === 'delivered'
      ? await whyNotDeliveredNow(context, answer, raised, isSecond)
      : whyNotApplied(answer, request.plan, raised);
  if (why) throw new RunRefused(why, answer);
  const identityOnly = request.as === 'second-pass';
  const writeAll = async (writing: Writing): Promise<string> =>
    form === 'kn-user'
      ? writeMessages(given, told, await outputFiles(), { ...writing, identityOnly, isSecond })
      : writeFile(given, told, await outputFiles(), { ...writing, form, encoding, isSecond });
  if (isSecond) {
    const whole = (sha256: string): Promise<void> => markSecond(context, run, { form, sha256, told }, record);
    const path = await writeAll({ target, whole, replaces: run.delivery?.second?.sha256 });
    return { run: await context.plans.run(run.id), path, as: form, isSecond, ...told.all };
  }
  const stale = await context.plans.stale(run.id, run.plan);
  if (stale.length > 0) throw staleRefused(run.id, stale, answer);

  const whole = (sha256: string): Promise<void> =>
    markDelivered(context, run, answer, { form, sha256, told, raised, request }, record);
  const path = await writeAll({ target, whole, replaces: run.delivery?.sha256 });
  return { run: await context.plans.run(run.id), path, as: form, isSecond, ...told.all };
}

/** Who delivers what. */
interface Delivering {
  readonly context: Context;
  readonly run: Run;
  readonly reach: Reach;
  readonly signal: AbortSignal | undefined;
}

interface Writing extends Pick<DeliveryTarget, 'target'> {
  readonly whole: (sha256: string) => Promise<void>;
  /** SHA-256 of the file that was delivered before, which alone may be replaced. */
  readonly replaces: string | undefined;
}

interface WritingFile extends Writing {
  readonly form: DeliveryFile;
  readonly encoding: DeliveryEncoding;
  /** Of the users whose UPN waits, not of the rows of the plan. */
  readonly isSecond: boolean;
}

interface WritingMessages extends Writing {
  readonly identityOnly: boolean;
  readonly isSecond: boolean;
}

async function writeFile(
  { context, run, reach, signal }: Delivering,
  told: Told,
  files: OutputFiles,
  { target, whole, replaces, form, encoding, isSecond }: WritingFile,
): Promise<string> {
  const writer = await context.plans.begin(reach);
  try {
    const unwritable = encoding === 'utf-8' ? () => undefined : beyondWindows1252;
    const chunks = isSecond
      ? secondImport(context.plans, run, textsOfUpn, unwritable)
      : deliveredRows(writer, {
          reach,
          form,
          rows: context.plans.rows(run.id, {}, CHUNK),
          groups: await groupsOf(context, run.id),
          unwritable,
        });
    const columns = columnsOf(form);
    const rows = told.listening(untilInterrupted(chunks, signal), (texts) => {
      if (isBeyondAscii(texts)) told.countBeyondAscii(texts.user ?? '');
      return columns.map((field) => texts[field] ?? '');
    });
    // Names of AFAS itself, whatever the language of who delivers: they are mapped once there.
    const titles = columns.map((field) => fieldOf(field).nl);
    return await readWhile(rows, files.writeDelivery({ as: 'csv', encoding, titles, rows, whole, replaces }, target));
  } finally {
    await writer.abandon().catch(() => undefined);
  }
}

async function writeMessages(
  { context, run, reach, signal }: Delivering,
  told: Told,
  files: OutputFiles,
  { target, whole, replaces, identityOnly, isSecond }: WritingMessages,
): Promise<string> {
  const { plans } = context;
  const rows = plans.rows(run.id, {}, CHUNK);
  const messages = isSecond
    ? secondImport(plans, run, messageOfUpn)
    : knUserMessages(plans, { reach, rows, groups: await groupsOf(context, run.id), identityOnly });
  const values = told.listening(untilInterrupted(messages, signal), (message) => message);
  return readWhile(values, files.writeDelivery({ as: 'jsonl', encoding: 'utf-8', values, whole, replaces }, target));
}

async function runToDeliver(context: Context, { run: id, plan, as, again = false }: DeliverRequest): Promise<Run> {
  const run = await context.plans.run(id);
  requireRowsIn(run);
  if (run.pruned) throw new UserError('wrongUse', 'run.pruned', { run: id });
  if (plan !== undefined && plan !== run.plan) throw new UserError('stale', 'run.changedMeanwhile', { run: id });
  if (as === 'second-pass' && hasSecondImport(run)) return requireSecond(run, again);
  if (run.status === 'delivered') {
    if (again) return run;
    throw new UserError('wrongUse', 'deliver.again', { run: id, at: run.delivery?.at ?? run.createdAt });
  }
  if (run.status !== 'planned' && run.status !== 'expired')
    throw new UserError('wrongUse', 'deliver.notPlanned', { run: id, status: run.status });
  return run;
}

/** The second import comes after the first: of one that was applied it is a plan, which is made on what is there. */
function requireSecond(run: Run, again: boolean): Run {
  const { id, status, delivery, secondPass } = run;
  if (secondPass) throw new UserError('wrongUse', 'secondPass.exists', { run: id, second: secondPass.run });
  if (status === 'planned' || status === 'expired') throw new UserError('wrongUse', 'deliver.firstPass', { run: id });
  if (status === 'applied') throw new UserError('wrongUse', 'deliver.secondPlan', { run: id });
  if (status !== 'delivered' || delivery === null)
    throw new UserError('wrongUse', 'deliver.notPlanned', { run: id, status });
  if (delivery.second && !again)
    throw new UserError('wrongUse', 'deliver.secondAgain', { run: id, at: delivery.second.at });
  return run;
}

/** What a run is for unless told otherwise: an import function of its own, and for acts and undo that which can do most. */
function formOf({ kind, type }: Run): DeliveryFile {
  if (kind === 'second-pass') return 'second-pass';
  return kind === 'hand' || kind === 'undo' ? 'user' : type;
}

/** Users of a mirror that was not read for a while may be others by now. */
function requireFresh(
  { code, mirror }: { readonly code: string; readonly mirror?: { readonly pulledAt: string } },
  { run, maxAge = MIRROR_MAX_AGE }: DeliverRequest,
  now: Date,
  answer: RunRefused['answer'],
): void {
  if (!mirror || now.getTime() - Date.parse(mirror.pulledAt) <= maxAge) return;
  const told = { run, environment: code, at: mirror.pulledAt };
  throw new RunRefused(new UserError('stale', 'deliver.oldMirror', told), answer);
}

async function groupsOf({ plans }: Context, run: number): Promise<ReadonlyMap<string, string>> {
  const { created } = await plans.groupsOf(run);
  return new Map(created.map(({ code, description }) => [caseKey(code), description]));
}

interface Marking {
  readonly form: DeliveryForm;
  readonly sha256: string;
  readonly told: Told;
  readonly raised: GuardSettings;
  readonly request: DeliverRequest;
}

/** As the last thing before the file gets its name: there is no file of a run that is not marked. */
async function markDelivered(
  context: Context,
  run: Run,
  answer: RunRefused['answer'],
  { form, sha256, told, raised, request }: Marking,
  record?: Recording,
): Promise<void> {
  const { rows, refused } = told.all;
  if (rows === 0) throw new UserError('wrongUse', 'deliver.nothing', { run: run.id }, told.details());
  const delivery: Delivery = {
    at: context.now().toISOString(),
    by: context.operator.login,
    as: form,
    sha256,
    rows,
    refused: refusedSoFar(run, refused),
    ...(run.delivery?.second && { second: run.delivery.second }),
  };
  const recorded: Recording | undefined =
    record && ((known = {}) => record({ ...known, new: { as: form, sha256, rows, refused: refused.length } }));
  const stale = await context.plans.deliver(run.id, run.plan, delivery, {
    again: request.again === true,
    people: raisesLimits(raised) ? doing(context, 'raise') : [],
    raisedBy: raisersOf(context.operator, raised, run.raisedBy),
    ...(request.reason !== undefined && { reason: request.reason }),
    ...(recorded && { record: recorded }),
  });
  if (stale.length > 0) throw staleRefused(run.id, stale, answer);
}

/** The run stays as it is: what it brings about is not what this file is for. */
async function markSecond(
  context: Context,
  run: Run,
  { form, sha256, told }: Pick<Marking, 'form' | 'sha256' | 'told'>,
  record?: Recording,
): Promise<void> {
  const { rows, refused } = told.all;
  if (rows === 0) throw new UserError('wrongUse', 'deliver.noUpns', { run: run.id }, told.details());
  if (!run.delivery) throw new Error('a second file without a first');
  const second = { at: context.now().toISOString(), by: context.operator.login, sha256, rows };
  const recorded: Recording | undefined =
    record &&
    ((known = {}) => record({ ...known, new: { as: form, second: true, sha256, rows, refused: refused.length } }));
  await context.plans.deliverSecond(run.id, run.plan, { ...run.delivery, second }, recorded);
}

/** Delivered again, in another form perhaps, a row is left out only where no file had it: any of them can be imported. */
function refusedSoFar({ delivery }: Run, refused: readonly DeliveryNote[]): number[] {
  const rows = refused.map(({ row }) => row);
  return delivery === null ? rows : rows.filter((row) => delivery.refused.includes(row));
}

/** What is told of the rows while they are written. */
class Told {
  private rows = 0;
  private readonly refused: DeliveryNote[] = [];
  private readonly told: DeliveryNote[] = [];
  private readonly notAscii = { rows: 0, first: '' };

  get all(): Pick<DeliveredRun, 'rows' | 'refused' | 'told' | 'notAscii'> {
    const { rows, refused, told, notAscii } = this;
    return { rows, refused, told, notAscii };
  }

  details(): { key: `delivery.${DeliveryNote['code']}`; params: Record<string, string | number> }[] {
    return this.refused.map(({ row, user, code, params }) => ({
      key: `delivery.${code}`,
      params: { ...params, row, user },
    }));
  }

  countBeyondAscii(user: string): void {
    if (this.notAscii.rows === 0) this.notAscii.first = user;
    this.notAscii.rows++;
  }

  async *listening<In, Out>(
    chunks: AsyncIterable<Omit<DeliveredChunk, 'rows'> & { readonly rows: readonly In[] }>,
    made: (row: In) => Out,
  ): AsyncGenerator<readonly Out[]> {
    for await (const chunk of chunks) {
      this.rows += chunk.rows.length;
      this.refused.push(...chunk.refused);
      this.told.push(...chunk.told);
      yield chunk.rows.map(made);
    }
  }
}
