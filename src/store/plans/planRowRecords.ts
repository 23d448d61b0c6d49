/** Rows of a plan, as they are stored. */
import type { ChangeTest } from '../../domain/filter/matchRow.js';
import type { RowKind } from '../../domain/kinds/kind.js';
import { isMended } from '../../domain/mendedRow.js';
import type { MessageCode, Message, MessageLevel, MessageParams } from '../../domain/messages.js';
import { NO_GROUP_CHANGES, type FieldChange, type PlannedRow, type UserChanges } from '../../domain/plannedRow.js';
import type { Cell, SourceRow } from '../../domain/sourceRow.js';
import { ROW_MARKS, type PlannedSource, type RowMark, type RowToKeep } from '../../application/ports/planStore.js';
import { columnsOf, reader, table } from '../table.js';
import { rowDigest } from '../runs/digest.js';
import { createdUserOf, storedCreatedUser, type CreatedUser } from './createdUser.js';
import { kindNumber } from './kindNumber.js';
import { searchTextOf } from '../../domain/text/rowText.js';

/** Stored compactly: a plan of a million rows is mostly this. */
export interface RowDetail {
  /** The user that the row creates. */
  readonly n?: CreatedUser;
  /** What the user is called, where `n` does not say so. */
  readonly u?: string;
  /** Changes: environment, user, fields. */
  readonly c?: readonly (readonly [string, string, readonly FieldChange[]])[];
  /** Groups added, removed, created. */
  readonly g?: readonly [readonly string[], readonly string[], readonly string[]];
  readonly t?: number;
  /** Of a row that is left out: the kind that it was. */
  readonly k?: RowKind;
  /** Messages: code, level, field, params. */
  readonly m?: readonly (readonly [MessageCode, MessageLevel, Message['field'], MessageParams])[];
}

export function markBit(mark: RowMark): number {
  return 1 << ROW_MARKS.indexOf(mark);
}

/** A row with its details in the text that is stored, which is also what its checksum is taken over. */
export interface RowRecord extends RowToKeep {
  readonly detail: string;
  readonly digest: string;
  /** The number of its kind of change; null where it is none. */
  readonly kind: number | null;
}

/** `target` is the environment of the plan, `secret` the hash of the row's password. */
export function rowRecord({ planned, source, shared }: RowToKeep, target: string, secret?: string): RowRecord {
  const detail = JSON.stringify(detailOf(planned));
  const digest = rowDigest(planned, detail, secret);
  return { planned, source, shared, detail, digest, kind: kindNumber(planned, target) };
}

const { int, text, json } = columnsOf<RowRecord>();

export const PLAN_ROWS = table('plan_rows', {
  row: int('row_no', ({ planned }) => planned.row),
  user: text('user_code', ({ planned }) => planned.user),
  code: text('code', ({ planned }) => planned.code),
  outcome: text('outcome', ({ planned }) => planned.outcome),
  marks: int('marks', marksOf),
  planUser: int('plan_user', ({ planned }) => planned.planUser),
  personId: int('person_id', ({ planned }) => planned.dependsOn.person?.id ?? null),
  personVersion: int('person_version', ({ planned }) => planned.dependsOn.person?.version ?? null),
  groupId: int('group_id', ({ planned }) => planned.dependsOn.group?.id ?? null),
  groupVersion: int('group_version', ({ planned }) => planned.dependsOn.group?.version ?? null),
  detail: { ...json<RowDetail>('detail'), write: ({ detail }: RowRecord) => detail },
  cells: json('cells', ({ source }) => cellsOf(source)),
  kind: int<number | null>('kind', ({ kind }) => kind),
  search: text('search', ({ planned, source }) => searchTextOf(planned, source)),
  digest: text('digest', ({ digest }): string | null => digest),
  shared: text('shared', ({ shared }): string | null => (shared ? sharedText(shared) : null)),
});

/** Numbers of four bytes, as base64: a third of what they take in figures. */
function sharedText(hashes: readonly number[]): string {
  const bytes = Buffer.allocUnsafe(hashes.length * 4);
  hashes.forEach((hash, at) => bytes.writeInt32LE(hash, at * 4));
  return bytes.toString('base64');
}

export function sharedOf(stored: string): readonly number[] {
  const bytes = Buffer.from(stored, 'base64');
  const hashes: number[] = [];
  for (let at = 0; at < bytes.length; at += 4) hashes.push(bytes.readInt32LE(at));
  return hashes;
}

/** The cells of a row, and what its reader said of it. */
type StoredCells = readonly [
  cells: readonly Cell[],
  shape?: SourceRow['shape'] | null,
  repeatsHeader?: SourceRow['repeatsHeader'],
];

function cellsOf({ cells, shape, repeatsHeader }: SourceRow): StoredCells {
  if (repeatsHeader !== undefined) return [cells, shape ?? null, repeatsHeader];
  return shape ? [cells, shape] : [cells];
}

function marksOf({ planned, source }: PlannedSource): number {
  let marks = planned.codeDefaulted ? markBit('defaulted') : 0;
  if (isMended(source)) marks |= markBit('mended');
  for (const { code, level } of planned.messages) {
    marks |= markBit(level);
    if (code === 'FIELD_CLEARED') marks |= markBit('clears');
  }
  for (const change of planned.changes) {
    for (const [field, from, to] of change.fields) {
      if (field === 'blocked' && to === true) marks |= markBit('blocks');
      if (field === 'user' && from !== null && to !== null) marks |= markBit('renames');
    }
  }
  return marks;
}

function detailOf({ name, outcome, changes, groups, tokensRevoked, messages, leftOut }: PlannedRow): RowDetail {
  const detail: Writable<RowDetail> = {};
  const created = outcome === 'create' ? changes[0] : undefined;
  if (created) detail.n = storedCreatedUser(created);
  else if (name !== '') detail.u = name;
  const others = created ? changes.slice(1) : changes;
  if (others.length > 0) detail.c = others.map(({ environment, user, fields }) => [environment, user, fields]);
  if (groups !== NO_GROUP_CHANGES) detail.g = [groups.added, groups.removed, groups.created];
  if (tokensRevoked > 0) detail.t = tokensRevoked;
  if (leftOut) detail.k = leftOut;
  if (messages.length > 0) detail.m = messages.map(({ code, level, field, params }) => [code, level, field, params]);
  return detail;
}

type Writable<Of> = { -readonly [Key in keyof Of]: Of[Key] };

const { row, user, code, outcome, marks, planUser, detail, cells, digest, shared } = PLAN_ROWS.columns;

/** A row of a plan. */
export const PLANNED_ROW = reader({ row, user, code, outcome, marks, planUser, detail });
/** The same with the row of the file. */
export const PLANNED_SOURCE = reader({ planned: PLANNED_ROW, source: reader({ row, cells }) });

/** A row of the file, and nothing of what it comes to. */
export const SOURCE_ROW = reader({ row, cells });

/** Of a row by what others can make a difference to it; null where that was not kept. */
export const ROW_KEYS = reader({ row, shared });
/** Its checksum, as part of that of its plan. */
export const ROW_DIGEST = reader({ row, digest });

/** Whether a row changes something that is meant; groups change in the environment of the plan. */
export function changesSomething({ n, c = [], g }: RowDetail, target: string, isMeant: ChangeTest): boolean {
  for (const [environment, , fields] of c)
    for (const [field, from, to] of fields) if (isMeant(environment, field, from, to)) return true;
  if (g?.[0].some((group) => isMeant(target, 'group', null, group))) return true;
  if (g?.[1].some((group) => isMeant(target, 'group', group, null))) return true;
  if (!n) return false;
  const { environment, fields } = createdUserOf(n).changes;
  return fields.some(([field, from, to]) => isMeant(environment, field, from, to));
}

type RowChanges = Pick<PlannedRow, 'changes' | 'groups'>;

function changesOf(detail: RowDetail, newUser: ReturnType<typeof createdUserOf> | undefined): RowChanges {
  const [added, removed, created] = detail.g ?? [[], [], []];
  const changes = (detail.c ?? []).map(([environment, user, fields]): UserChanges => ({ environment, user, fields }));
  return { changes: newUser ? [newUser.changes, ...changes] : changes, groups: { added, removed, created } };
}

export function plannedRowOf(stored: ReturnType<typeof PLANNED_ROW.decode>): PlannedRow {
  const { detail, marks, ...row } = stored;
  const newUser = detail.n && createdUserOf(detail.n);
  return {
    ...row,
    name: detail.u ?? newUser?.name ?? '',
    codeDefaulted: (marks & markBit('defaulted')) !== 0,
    ...changesOf(detail, newUser),
    tokensRevoked: detail.t ?? 0,
    messages: (detail.m ?? []).map(([code, level, field, params]) => ({ code, level, field, params })),
    dependsOn: {},
    ...(detail.k && { leftOut: detail.k }),
  };
}

export function plannedSourceOf({ planned, source }: ReturnType<typeof PLANNED_SOURCE.decode>): PlannedSource {
  return { planned: plannedRowOf(planned), source: sourceRowOf(source) };
}

export function sourceRowOf({ row: number, cells: stored }: ReturnType<typeof SOURCE_ROW.decode>): SourceRow {
  const [texts, shape, repeatsHeader] = stored;
  return {
    row: number,
    cells: texts,
    ...(shape && { shape }),
    ...(repeatsHeader !== undefined && { repeatsHeader }),
  };
}
