/**
 * The rows of a plan as those of a file for AFAS's own import. Each is planned again as that import would read it, on
 * the directory as the rows before it left it: what comes out otherwise than the plan says is refused.
 */
import {
  deliverRow,
  noteOn,
  type DeliveredRow,
  type FollowingUser,
  type RowToDeliver,
} from '../domain/delivery/deliverRow.js';
import {
  columnsOf,
  importTypeOf,
  type DeliveredTexts,
  type DeliveryFile,
  type DeliveryNote,
} from '../domain/delivery/delivery.js';
import { isSame, leftBy } from '../domain/delivery/leftBy.js';
import { needsOfUsers } from '../domain/directoryNeeds.js';
import { STANDARD_DEFAULTS } from '../domain/fields.js';
import { planRow } from '../domain/planRow.js';
import { isDone } from '../domain/outcomes.js';
import { textsGiven, type ChangedField, type PlannedRow } from '../domain/plannedRow.js';
import { RowReader } from '../domain/readRow.js';
import { caseKey, upnKey } from '../domain/sourceRow.js';
import { NOBODY } from '../domain/userState.js';
import {
  WorkingDirectory,
  type DirectoryNeeds,
  type DirectorySlice,
  type WorkingUser,
} from '../domain/workingDirectory.js';
import type { PlanWriter, Reach } from './ports/planStore.js';

/** A chunk of rows of a plan, as they are delivered. */
export interface Delivered<Made> {
  readonly rows: readonly Made[];
  readonly refused: readonly DeliveryNote[];
  readonly told: readonly DeliveryNote[];
}
export type DeliveredChunk = Delivered<DeliveredTexts>;

export interface ToDeliver {
  readonly reach: Reach;
  readonly form: DeliveryFile;
  /** Rows of the plan in its order, in chunks. */
  readonly rows: AsyncIterable<readonly PlannedRow[]>;
  /** Descriptions of the groups that the plan creates, by case key. */
  readonly groups: ReadonlyMap<string, string>;
  /** Why texts cannot be written; undefined where they can. */
  readonly unwritable: (texts: DeliveredTexts) => string | undefined;
}

/** Rows are numbered as in a file with a header on top. */
const HEADER_ROW = 1;

/** `writer` keeps what the rows so far do; it is abandoned, as nothing of it becomes a plan. */
export async function* deliveredRows(writer: PlanWriter, given: ToDeliver): AsyncGenerator<DeliveredChunk> {
  const delivering = new Delivering(given);
  for await (const chunk of given.rows) {
    const rows = chunk.filter(({ outcome }) => isDone(outcome));
    const slice = await delivering.sliceFor(rows, writer);
    const delivered = delivering.deliver(rows, slice);
    await writer.save({ rows: [], secrets: [], ...delivering.directory.touched() });
    yield delivered;
  }
}

class Delivering {
  readonly directory: WorkingDirectory;
  private readonly reader: RowReader;
  private readonly columns;
  private lastRow = HEADER_ROW;
  /** Codes of users that a row that is not delivered would have changed, folded: what follows on them counts on that. */
  private readonly left = new Set<string>();

  constructor(private readonly given: ToDeliver) {
    const { reach, form } = given;
    this.directory = new WorkingDirectory(reach.target, reach.environments);
    this.columns = columnsOf(form);
    const mapping = Object.fromEntries(
      this.columns.map((field, index) => [field, { kind: 'column' as const, index, header: field }]),
    );
    this.reader = new RowReader({ type: importTypeOf(form), mapping, defaults: STANDARD_DEFAULTS, emptyRules: {} });
  }

  /** What rows need of the directory: which users, and then what those are about. */
  async sliceFor(rows: readonly PlannedRow[], writer: PlanWriter): Promise<DirectorySlice> {
    const codes = [...new Set(rows.flatMap(codesOf))];
    const named: DirectoryNeeds = { ...needsOfUsers(codes), codes };
    const { users } = await writer.load(named);
    const held = users.map(({ state }) => state);
    const to = (field: ChangedField): string[] => rows.flatMap((row) => textsGiven(row, field));
    const needs: DirectoryNeeds = {
      ...named,
      upnKeys: keysOf([...held.map(({ upn }) => upn), ...to('upn')], upnKey),
      personKeys: keysOf([...held.map(({ person }) => person ?? ''), ...to('person')], caseKey),
      groupKeys: keysOf(
        rows.flatMap(({ groups }) => [...groups.added, ...groups.removed, ...groups.created]),
        caseKey,
      ),
    };
    return writer.load(needs);
  }

  /** A row that would come out otherwise is left out, and the chunk is done again without it. */
  deliver(rows: readonly PlannedRow[], slice: DirectorySlice): DeliveredChunk {
    const otherwise = new Map<number, DeliveryNote>();
    for (;;) {
      const { lastRow } = this;
      this.directory.load({ ...slice, users: slice.users.map(copyOf) });
      const delivered = this.tryAll(rows, otherwise);
      if (!('otherwise' in delivered)) {
        for (const key of delivered.left) this.left.add(key);
        return delivered.chunk;
      }
      otherwise.set(delivered.otherwise.row, delivered.otherwise);
      this.lastRow = lastRow;
    }
  }

  private tryAll(rows: readonly PlannedRow[], known: ReadonlyMap<number, DeliveryNote>): Tried {
    const texts: DeliveredTexts[] = [];
    const refused: DeliveryNote[] = [];
    const told: DeliveryNote[] = [];
    const left = new Set<string>();
    const refuse = (planned: PlannedRow, note: DeliveryNote): void => {
      refused.push(note);
      if (changesAny(planned)) for (const code of codesOf(planned)) left.add(caseKey(code));
    };
    for (const planned of rows) {
      const followsOn = codesOf(planned).some((code) => left.has(caseKey(code)) || this.left.has(caseKey(code)));
      const note = known.get(planned.row) ?? (followsOn ? noteOn(planned, 'FOLLOWS_REFUSED') : undefined);
      if (note) {
        refuse(planned, note);
        continue;
      }
      const row = this.rowToDeliver(planned);
      if (!row) return { otherwise: noteOn(planned, 'COMES_OTHERWISE') };
      const made = this.made(row);
      if ('refused' in made) refuse(planned, made.refused);
      else {
        const otherwise = this.otherwise(row, made.rows);
        if (otherwise) return { otherwise };
        texts.push(...made.rows);
        told.push(...made.told);
      }
    }
    return { chunk: { rows: texts, refused, told }, left };
  }

  private made(row: RowToDeliver): DeliveredRow {
    const made = deliverRow(row, this.given.form);
    if ('refused' in made) return made;
    const value = made.rows.map(this.given.unwritable).find((why) => why !== undefined);
    return value === undefined ? made : { refused: noteOn(row.planned, 'NOT_IN_ENCODING', { value }) };
  }

  /** The row with its users as the rows before it leave them; undefined where it counts on another one. */
  private rowToDeliver(planned: PlannedRow): RowToDeliver | undefined {
    const { directory } = this;
    const key = caseKey(planned.user);
    const target = directory.findTarget(key);
    const changesIn = (environment: string): PlannedRow['changes'][number]['fields'] =>
      planned.changes.find((change) => change.environment === environment)?.fields ?? [];
    const own = changesIn(directory.target.code);
    const creates = own.some(([field, from]) => field === 'user' && from === null);
    if (creates === (target !== undefined)) return undefined;
    const linked = directory.findLinked(key).map(({ environment, state }): FollowingUser => ({
      environment: environment.code,
      before: state,
      after: leftBy(state, changesIn(environment.code)),
    }));
    const reached = new Set([directory.target.code, ...linked.map(({ environment }) => environment)]);
    if (planned.changes.some(({ environment }) => !reached.has(environment))) return undefined;
    return {
      planned,
      before: target?.state ?? null,
      after: leftBy(target?.state ?? NOBODY, own, planned.groups),
      linked,
      isNew: target?.createdHere ?? true,
      groupDescription: (code) => this.given.groups.get(caseKey(code)) ?? '',
    };
  }

  /** Undefined where the import does to all of these users what the plan says, and nothing to others. */
  private otherwise(
    { planned, after, linked }: RowToDeliver,
    texts: readonly DeliveredTexts[],
  ): DeliveryNote | undefined {
    const { directory, reader, columns } = this;
    const created = new Set<string>();
    let tokensRevoked = 0;
    for (const row of texts) {
      const source = { row: ++this.lastRow, cells: columns.map((field) => row[field] ?? '') };
      const done = planRow(source, reader.read(source), reader, directory);
      if (done.outcome === 'rejected') return noteOn(planned, 'NOT_TAKEN', { reasons: errorsOf(done) });
      for (const group of done.groups.created) created.add(caseKey(group));
      tokensRevoked += done.tokensRevoked;
    }
    const key = caseKey(after.code);
    const found = directory.findTarget(key);
    const others = directory.findLinked(key);
    const isSo =
      found !== undefined &&
      isSame(found.state, after) &&
      others.length === linked.length &&
      linked.every((one) => isAmong(one, others)) &&
      tokensRevoked === planned.tokensRevoked &&
      created.size === planned.groups.created.length &&
      planned.groups.created.every((group) => created.has(caseKey(group)));
    return isSo ? undefined : noteOn(planned, 'COMES_OTHERWISE');
  }
}

/** A try: the chunk, with the users that it leaves as they are, or the row that comes out otherwise. */
type Tried =
  { readonly chunk: DeliveredChunk; readonly left: ReadonlySet<string> } | { readonly otherwise: DeliveryNote };

/** Passwords aside: no row after it counts on one. */
function changesAny({ changes, groups }: PlannedRow): boolean {
  const fields = changes.flatMap((change) => change.fields);
  return fields.some(([field]) => field !== 'password') || groups.added.length + groups.removed.length > 0;
}

function errorsOf({ messages }: PlannedRow): string {
  return messages.flatMap(({ level, code }) => (level === 'error' ? [code] : [])).join(', ');
}

function isAmong({ environment, after }: FollowingUser, users: readonly WorkingUser[]): boolean {
  const found = users.find((user) => user.environment.code === environment);
  return found !== undefined && isSame(found.state, after);
}

function codesOf(planned: PlannedRow): string[] {
  return [planned.user, ...planned.changes.map((change) => change.user), ...textsGiven(planned, 'user')];
}

function keysOf(texts: readonly string[], key: (text: string) => string): string[] {
  return [...new Set(texts.filter((text) => text !== '').map(key))];
}

/** A user that a try may change, beside the one that was loaded. */
function copyOf(user: WorkingUser): WorkingUser {
  return Object.assign(Object.create(Object.getPrototypeOf(user) as object) as WorkingUser, user);
}
