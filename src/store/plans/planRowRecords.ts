/** Rows of a plan, as they are stored. */
import { withAccess } from '../../domain/directory.js';
import { createdFields } from '../../domain/draft.js';
import { ACCESS_FIELDS } from '../../domain/fields.js';
import { isMended } from '../../domain/mendedRow.js';
import type { MessageCode, Message, MessageLevel, MessageParams } from '../../domain/messages.js';
import type { Outcome } from '../../domain/outcomes.js';
import {
  HIDDEN_SECRET,
  NO_GROUP_CHANGES,
  type ChangedField,
  type FieldChange,
  type PlannedRow,
  type UserChanges,
} from '../../domain/plannedRow.js';
import type { Cell, SourceRow } from '../../domain/sourceRow.js';
import { ROW_MARKS, type RowMark } from '../../application/ports/planStore.js';
import type { ColumnType, JsonValue } from '../dialect.js';
import { searchTextOf } from './searchText.js';

export const PLAN_ROW_COLUMNS = {
  row_no: 'int',
  user_code: 'text',
  code: 'text',
  outcome: 'text',
  marks: 'int',
  plan_user: 'int',
  person_id: 'int',
  person_version: 'int',
  group_id: 'int',
  group_version: 'int',
  detail: 'text',
  cells: 'text',
  search: 'text',
} as const satisfies Record<string, ColumnType>;

/** The columns that a row is made of again. */
export const READ_PLAN_ROW = Object.keys(PLAN_ROW_COLUMNS)
  .filter((name) => name !== 'search')
  .join(', ');

export type PlanRowRecord = {
  readonly [Name in Exclude<keyof typeof PLAN_ROW_COLUMNS, 'search'>]: (typeof PLAN_ROW_COLUMNS)[Name] extends 'int'
    ? number | null
    : string;
} & {
  readonly row_no: number;
  readonly marks: number;
};

/** Stored compactly: a plan of a million rows is mostly this. */
interface RowDetail {
  /** A user that the row creates: its values say all there is to say of it. */
  readonly n?: CreatedDetail;
  /** What the user is called, where `n` does not say so. */
  readonly u?: string;
  /** Changes: environment, user, fields. */
  readonly c?: readonly (readonly [string, string, readonly FieldChange[]])[];
  /** Groups added, removed, created. */
  readonly g?: readonly [readonly string[], readonly string[], readonly string[]];
  readonly t?: number;
  /** Messages: code, level, field, params. */
  readonly m?: readonly (readonly [MessageCode, MessageLevel, Message['field'], MessageParams])[];
}

type CreatedDetail = readonly [
  environment: string,
  code: string,
  description: string,
  email: string,
  upn: string,
  person: string | null,
  access: number,
  siteLanguage: string,
  blocked: boolean,
  password: boolean,
];

export function markBit(mark: RowMark): number {
  return 1 << ROW_MARKS.indexOf(mark);
}

export function planRowValues(planned: PlannedRow, source: SourceRow): JsonValue[] {
  const { dependsOn } = planned;
  return [
    planned.row,
    planned.user,
    planned.code,
    planned.outcome,
    marksOf(planned, source),
    planned.planUser,
    dependsOn.person?.id ?? null,
    dependsOn.person?.version ?? null,
    dependsOn.group?.id ?? null,
    dependsOn.group?.version ?? null,
    detailOf(planned),
    cellsOf(source),
    searchTextOf(planned, source),
  ];
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

function marksOf(planned: PlannedRow, source: SourceRow): number {
  let marks = planned.codeDefaulted ? markBit('defaulted') : 0;
  if (isMended(source)) marks |= markBit('mended');
  for (const { code, level } of planned.messages) {
    marks |= markBit(level);
    if (code === 'FIELD_CLEARED') marks |= markBit('clears');
  }
  for (const change of planned.changes) {
    for (const [field, from, to] of change.fields) {
      if (field === 'blocked' && to === true) marks |= markBit('blocks');
      if (field === 'user' && from !== null) marks |= markBit('renames');
    }
  }
  return marks;
}

function detailOf(planned: PlannedRow): RowDetail {
  const { name, groups, tokensRevoked, messages } = planned;
  const created = planned.outcome === 'create' ? planned.changes[0] : undefined;
  const changes = created ? planned.changes.slice(1) : planned.changes;
  return {
    ...(created ? { n: createdDetail(created) } : name !== '' && { u: name }),
    ...(changes.length > 0 && {
      c: changes.map(({ environment, user, fields }) => [environment, user, fields] as const),
    }),
    ...(groups !== NO_GROUP_CHANGES && { g: [groups.added, groups.removed, groups.created] as const }),
    ...(tokensRevoked > 0 && { t: tokensRevoked }),
    ...(messages.length > 0 && {
      m: messages.map(({ code, level, field, params }) => [code, level, field, params] as const),
    }),
  };
}

function createdDetail({ environment, fields }: UserChanges): CreatedDetail {
  const value = (name: ChangedField): FieldChange[2] | undefined => fields.find(([field]) => field === name)?.[2];
  const text = (field: ChangedField): string => String(value(field) ?? '');
  const access = ACCESS_FIELDS.reduce((flags, field) => withAccess(flags, field, value(field) === true), 0);
  const person = value('person') === undefined ? null : text('person');
  const [description, email, upn, siteLanguage] = [
    text('description'),
    text('email'),
    text('upn'),
    text('siteLanguage'),
  ];
  return [
    environment,
    text('user'),
    description,
    email,
    upn,
    person,
    access,
    siteLanguage,
    value('blocked') === true,
    value('password') !== undefined,
  ];
}

function createdChanges([
  environment,
  code,
  description,
  email,
  upn,
  person,
  access,
  siteLanguage,
  blocked,
  password,
]: CreatedDetail): UserChanges {
  const fields = createdFields({ code, description, email, upn, person, access, siteLanguage, blocked });
  if (password) fields.push(['password', null, HIDDEN_SECRET]);
  return { environment, user: code, fields };
}

export function plannedRowOf(record: PlanRowRecord): PlannedRow {
  const detail = JSON.parse(record.detail) as RowDetail;
  const [added, removed, created] = detail.g ?? [[], [], []];
  return {
    row: record.row_no,
    user: record.user_code,
    name: detail.u ?? detail.n?.[2] ?? '',
    code: record.code,
    codeDefaulted: (record.marks & markBit('defaulted')) !== 0,
    outcome: record.outcome as Outcome,
    changes: [
      ...(detail.n ? [createdChanges(detail.n)] : []),
      ...(detail.c ?? []).map(([environment, user, fields]): UserChanges => ({ environment, user, fields })),
    ],
    groups: { added, removed, created },
    tokensRevoked: detail.t ?? 0,
    messages: (detail.m ?? []).map(([code, level, field, params]) => ({ code, level, field, params })),
    planUser: record.plan_user,
    dependsOn: {},
  };
}

export function sourceRowOf(record: Pick<PlanRowRecord, 'row_no' | 'cells'>): SourceRow {
  const [cells, shape, repeatsHeader] = JSON.parse(record.cells) as StoredCells;
  return { row: record.row_no, cells, ...(shape && { shape }), ...(repeatsHeader !== undefined && { repeatsHeader }) };
}
