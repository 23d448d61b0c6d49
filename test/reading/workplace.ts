/** A case goes through the use cases as a script's import does: inspected, mapped, planned, stored, and read back. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createUseCases } from '../../src/application/createUseCases.js';
import type { DirectoryJson, UserJson } from '../../src/application/directoryJson.js';
import { UserError } from '../../src/application/userError.js';
import type { UseCases } from '../../src/application/useCases.js';
import { ACCESS_FIELDS, STANDARD_DEFAULTS, type FieldId, type IdentityField } from '../../src/domain/fields.js';
import type { PlannedRow } from '../../src/domain/plannedRow.js';
import { cellText, normaliseText, type SourceRow } from '../../src/domain/sourceRow.js';
import { createImportFiles } from '../../src/files/importFiles.js';
import { person } from '../support/people.js';
import { openStore } from '../../src/store/openStore.js';
import type { Case } from './case.js';

const ENVIRONMENT = 'T12345AA';
export const PARTICIPANT = '12345';

/**
 * By field, the texts that say what the user holds: one, but where a field stays as it is also the empty text,
 * as an empty cell keeps it.
 */
export type Held = Readonly<Partial<Record<FieldId, readonly string[]>>>;

/** A row of a plan; `held` is what its user holds when it is applied, of a row that is done. */
export interface ReadRow {
  readonly planned: PlannedRow;
  readonly cells: readonly string[];
  readonly held: Held | null;
}

export type Reading =
  | { readonly refused: string }
  | {
      readonly rows: readonly ReadRow[];
      /** The plan says that the file's encoding is a guess, and which value it decided. */
      readonly guessed: boolean;
    };

export interface Workplace {
  read(one: Case): Promise<Reading>;
  close(): Promise<void>;
}

/** Opens one over `data/directory.json`: in memory, or in the PostgreSQL database of the URL. */
export async function openWorkplace(database = ':memory:'): Promise<Workplace> {
  const data = JSON.parse(await readFile('data/directory.json', 'utf8')) as DirectoryJson;
  const folder = await mkdtemp(join(tmpdir(), 'instroom-reading-'));
  const store = await openStore(database);
  await store.directory.import(data);
  const users = new Map(
    (data.users ?? [])
      .filter(({ environment }) => environment === ENVIRONMENT)
      .map((user) => [user.user.toLowerCase(), user]),
  );
  let passwords: string[] = [];
  const files = createImportFiles();
  const useCases = createUseCases({
    ...store,
    files,
    hashPassword(password) {
      passwords.push(password);
      return Promise.resolve(`hash of ${password}`);
    },
    now: () => new Date('2027-01-04T09:00:00Z'),
    operator: person('jan'),
    origin: '',
  });
  return {
    async read(one) {
      passwords = [];
      const path = join(folder, one.file ?? 'users.csv');
      await writeFile(path, one.bytes);
      try {
        const { run, column, guessed } = await plan(useCases, path, one);
        const rows: ReadRow[] = [];
        const before = new Map<string, Before>(users);
        for await (const chunk of useCases.sources(run, {}))
          for (const { planned, source } of chunk) {
            const done = planned.outcome !== 'rejected';
            const context = { user: before.get(planned.user.toLowerCase()), source, column, passwords };
            const held = done ? heldBy(planned, context) : null;
            rows.push({ planned, cells: source.cells.map(cellText), held });
            if (held) before.set(planned.user.toLowerCase(), afterRow(planned, held, context.user));
          }
        return { rows, guessed };
      } catch (error) {
        if (error instanceof UserError) return { refused: error.key };
        throw error;
      }
    },
    async close() {
      await store.close();
      await files.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

interface Planned {
  readonly run: number;
  readonly column: ColumnOf;
  readonly guessed: boolean;
}

type ColumnOf = (field: FieldId) => number | undefined;

/** As `instroom plan` does: whatever is not settled refuses the file. */
async function plan(useCases: UseCases, path: string, one: Case): Promise<Planned> {
  const type = one.type ?? 'user';
  const file = await useCases.inspect(path, one.options ?? {}, type);
  const { mapping, unsettled, problems } = useCases.map(file, type, one.overrides ?? {});
  if (problems.length > 0 || unsettled.length > 0)
    throw new UserError('wrongUse', 'mapping.incomplete', { file: file.name, count: unsettled.length });
  const { run } = await useCases.plan({
    file,
    environment: ENVIRONMENT,
    settings: { type, mapping, defaults: STANDARD_DEFAULTS, emptyRules: one.empty ?? {} },
  });
  return {
    run: run.id,
    guessed: file.layout.encodingGuess !== undefined,
    column(field) {
      const source = mapping[field];
      return source?.kind === 'column' ? source.index : undefined;
    },
  };
}

/** What a row finds: the user as the directory has it, or as an earlier row of the file leaves it. */
type Before = Pick<UserJson, IdentityField | 'person' | 'groups' | 'siteLanguage' | 'access'>;

/** What a later row on the same user finds; what a field that stays was, stands last. */
function afterRow(planned: PlannedRow, held: Held, before: Before | undefined): Before {
  const last = (field: FieldId): string => held[field]?.at(-1) ?? '';
  return {
    description: last('description'),
    email: last('email'),
    upn: last('upn'),
    person: last('person'),
    siteLanguage: last('siteLanguage'),
    groups: [...(before?.groups ?? []), ...planned.groups.added].filter(
      (group) => !planned.groups.removed.includes(group),
    ),
    access: Object.fromEntries(ACCESS_FIELDS.map((field) => [field, last(field) === 'true'])) as Before['access'],
  };
}

interface HeldContext {
  readonly user: Before | undefined;
  readonly source: SourceRow;
  readonly column: ColumnOf;
  /** All passwords of the file that were hashed. */
  readonly passwords: readonly string[];
}

/** What the user holds after the row: what changes, and what stays, by field. */
function heldBy(planned: PlannedRow, { user, source, column, passwords }: HeldContext): Held {
  const fields = planned.changes.find(({ environment }) => environment === ENVIRONMENT)?.fields ?? [];
  const change = (field: string): string | undefined => {
    const found = fields.findLast(([id]) => id === field);
    return found && String(found[2] ?? '');
  };
  const identity = (field: IdentityField): string[] => [change(field) ?? user?.[field] ?? ''];
  const kept = (field: string, before = ''): string[] => {
    const written = change(field);
    return written === undefined || (user === undefined && written === before) ? ['', before] : [written];
  };
  const deferred = planned.messages.find(({ code }) => code === 'UPN_DEFERRED')?.params['upn'];
  const groupDescription = column('groupDescription');
  return {
    user: [planned.user],
    mutationCode: [planned.code ?? ''],
    newUser: [planned.outcome === 'rename' ? (change('user') ?? '') : ''],
    description: identity('description'),
    email: identity('email'),
    upn: deferred === undefined ? identity('upn') : [String(deferred)],
    person: kept('person', user?.person ?? ''),
    group: planned.groups.added.length > 0 ? planned.groups.added : ['', ...(user?.groups ?? [])],
    // Stored with the group, which no row shows: what the planner makes of the cell.
    groupDescription:
      planned.groups.created.length > 0 && groupDescription !== undefined
        ? [normaliseText(cellText(source.cells[groupDescription]))]
        : [''],
    password: [
      source.cells.some((cell) => typeof cell === 'object' && cell.kind === 'secret') ? passwords.join(' and ') : '',
    ],
    siteLanguage: kept('siteLanguage', user?.siteLanguage ?? STANDARD_DEFAULTS.siteLanguage),
    ...Object.fromEntries(
      ACCESS_FIELDS.map((field) => [field, kept(field, String(user?.access[field] ?? STANDARD_DEFAULTS[field]))]),
    ),
  };
}
