/** Plans rows by the domain alone: the directory is in memory as a whole, and no file is read. */
import {
  STANDARD_DEFAULTS,
  STORED_TEXT_FIELDS,
  type FieldId,
  type StoredTextField,
} from '../../../src/domain/fields.js';
import { NO_RULES } from '../../../src/domain/environmentRules.js';
import { accessToFlags, EVERYONE, type Environment } from '../../../src/domain/directory.js';
import type { PlannedRow } from '../../../src/domain/plannedRow.js';
import { planRow } from '../../../src/domain/planRow.js';
import { RowReader } from '../../../src/domain/readRow.js';
import type { ImportSettings } from '../../../src/domain/settings.js';
import { caseKey, upnKey, type Cell, type SourceRow } from '../../../src/domain/sourceRow.js';
import type { UserState } from '../../../src/domain/userState.js';
import { WorkingDirectory, WorkingUser, type Group, type LeftoverUpn } from '../../../src/domain/workingDirectory.js';
import { fullOf, tokensOf, type DirectoryNote, type UserNote } from '../../support/engineDirectory.js';

const TARGET = 'T12345AA';

/** The directory as a plan in an environment sees it, loaded whole; `protect` is the filter of whom each protects. */
export function directoryFor(
  note: DirectoryNote,
  target = TARGET,
  protect: Readonly<Record<string, string>> = {},
): WorkingDirectory {
  const full = fullOf(note);
  const environments = Object.entries(full.environments).map(([code, environment], at) => ({
    id: at + 1,
    code,
    ...environment,
    version: 1,
    rules: { ...NO_RULES, protect: protect[code] ?? null },
  }));
  const here = environments.find(({ code }) => code === target)!;
  const ofType = environments.filter(({ type }) => type === here.type);
  const users: WorkingUser[] = [];
  const leftoverUpns: LeftoverUpn[] = [];
  for (const [at, [key, user]] of Object.entries(full.users).entries()) {
    const [of = '', code = ''] = key.split(' ');
    const environment = ofType.find((one) => one.code === of);
    if (environment === undefined) continue;
    const state = stateOf(code, user);
    if (environment.deleted) {
      if (user.upn !== '') leftoverUpns.push({ upnKey: upnKey(user.upn), environment: of, user: code });
      continue;
    }
    const working = new WorkingUser(at + 1, 1, environment, state, state, user.tokens.length, 0);
    working.heldTokens = tokensOf(user);
    users.push(working);
  }
  const directory = new WorkingDirectory(
    here,
    ofType.filter(({ deleted }) => !deleted),
  );
  directory.load({
    users,
    leftoverUpns,
    deferredUpns: new Map(),
    persons: environments.flatMap(({ id: environmentId, code: of }) =>
      (full.persons[of] ?? []).map((code, at) => ({ id: at + 1, environmentId, version: 1, code })),
    ),
    groups: environments.flatMap((environment) => groupsOf(full.groups, environment)),
    byConfusableKey: new Map(),
  });
  return directory;
}

/** Every environment has the group of everyone, which nobody writes down. */
function groupsOf(
  descriptions: Readonly<Record<string, string>>,
  { id: environmentId, code: of }: Environment,
): Group[] {
  const own = Object.entries(descriptions).filter(([key]) => key.startsWith(`${of} `));
  const groups = own.map(([key, description]) => [key.slice(of.length + 1), description] as const);
  return [[EVERYONE, EVERYONE] as const, ...groups].map(([code, description], at) => ({
    id: at + 1,
    environmentId,
    version: 1,
    code,
    description,
  }));
}

function stateOf(code: string, note: UserNote): UserState {
  const { person, blocked, system, access, groups } = note;
  const texts = Object.fromEntries(STORED_TEXT_FIELDS.map((field) => [field, note[field]]));
  return {
    ...(texts as Record<StoredTextField, string>),
    code,
    person,
    personId: person === null ? null : 1,
    blocked,
    system,
    unknown: 0,
    access: accessToFlags(Object.fromEntries(access.map((field) => [field, true]))),
    groups: new Map(groups.map((group) => [caseKey(group), group])),
  };
}

export type Cells = Readonly<Partial<Record<FieldId, Cell>>>;

/** A reader of rows whose cells stand in the order of these fields. */
export function readerOf(columns: readonly FieldId[], settings: Partial<ImportSettings> = {}): RowReader {
  const mapping = Object.fromEntries(
    columns.map((field, index) => [field, { kind: 'column' as const, index, header: field }]),
  );
  return new RowReader({ type: 'user', mapping, defaults: STANDARD_DEFAULTS, emptyRules: {}, ...settings });
}

/** Plans rows one after another, each on what those before it left. */
export function planSources(rows: readonly SourceRow[], reader: RowReader, directory: WorkingDirectory): PlannedRow[] {
  return rows.map((row) => planRow(row, reader.read(row), reader, directory));
}

/** Plans rows by their fields; the columns are all that any of them fills. Row 1 would be the header. */
export function plan(
  note: DirectoryNote | WorkingDirectory,
  rows: readonly Cells[],
  settings: Partial<ImportSettings> & { readonly columns?: readonly FieldId[] } = {},
): PlannedRow[] {
  const { columns = [...new Set(rows.flatMap((row) => Object.keys(row) as FieldId[]))], ...others } = settings;
  const directory = note instanceof WorkingDirectory ? note : directoryFor(note);
  const sources = rows.map((row, at) => ({ row: at + 2, cells: columns.map((field) => row[field] ?? '') }));
  return planSources(sources, readerOf(columns, others), directory);
}
