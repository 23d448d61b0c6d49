/** Import definitions: what an import starts from, kept under a name. Every change and every attempt is recorded. */
import { hasColumns } from '../domain/composed.js';
import { fieldNamed, nameKey } from '../domain/fieldNames.js';
import {
  fieldOf,
  FIELDS,
  STANDARD_DEFAULTS,
  type FieldId,
  type ImportType,
  type NewUserDefaults,
} from '../domain/fields.js';
import type { UsedDefinition } from '../domain/run.js';
import { attempt } from './attempt.js';
import type { Context } from './context.js';
import { definitionDifferences, differenceText, type DefinitionDifference } from './definitionDifferences.js';
import type { AuditValues } from './ports/auditLog.js';
import type { DefinitionStore, StoredDefinition } from './ports/definitionStore.js';
import type { DefinedSource, DefinitionText, ImportDefinition } from './ports/definitionText.js';
import type { FileOptions, MappingOverrides } from './ports/importFiles.js';
import { UserError } from './userError.js';

/** A definition as an import is asked for: what is said of the mapping, and every default. */
export interface DefinitionChoices {
  readonly name: string;
  readonly type: ImportType;
  readonly file?: FileOptions;
  readonly overrides: MappingOverrides;
  readonly defaults?: NewUserDefaults;
  readonly emptyRules?: ImportDefinition['emptyRules'];
  readonly guards?: ImportDefinition['guards'];
  readonly absent?: ImportDefinition['absent'] | null;
  readonly checks?: ImportDefinition['checks'] | null;
}

export interface ListedDefinition extends DefinitionChoices, UsedDefinition {
  /** ISO 8601, UTC. */
  readonly usedAt: string;
}

/** What saving a definition came to. */
export interface SavedDefinition {
  /** Another one had the name; false where it was new, or said the same already. */
  readonly replaced: boolean;
  /** It was there already, and says the same. */
  readonly same: boolean;
  readonly used: UsedDefinition;
  /** From the one that it took the place of. */
  readonly differences: readonly DefinitionDifference[];
}

export interface Definitions {
  /** The last used first. */
  list(): Promise<readonly ListedDefinition[]>;
  names(): Promise<readonly string[]>;
  /** Undefined where there is none of that name. */
  find(name: string): Promise<ImportDefinition | undefined>;
  /** An import starts from the definition with this name. */
  use(name: string): Promise<void>;
  /** Throws `UserError` of key `definitions.exists` where another one has the name, and `replace` does not say so. */
  save(definition: ImportDefinition, options?: { readonly replace?: boolean }): Promise<SavedDefinition>;
  /** The name as it was stored; undefined where there was none. */
  delete(name: string): Promise<string | undefined>;
  print(definition: ImportDefinition): Promise<string>;
  /** What a run keeps of the definition that it was planned with. */
  used(definition: ImportDefinition): Promise<UsedDefinition>;
  /** `file` is what the text is called where it cannot be read. */
  parse(text: string, file: string): Promise<ImportDefinition>;
}

export function createDefinitions(
  context: Pick<Context, 'audit' | 'operator' | 'origin' | 'now'>,
  store: DefinitionStore,
  text: DefinitionText,
): Definitions {
  const now = (): string => context.now().toISOString();
  /** As it is recorded: what it says can hold names and addresses. */
  const named = ({ name, content }: Pick<StoredDefinition, 'name' | 'content'>): AuditValues => ({
    definition: name,
    sha256: text.hash(content),
  });

  const used = async (definition: ImportDefinition): Promise<UsedDefinition> => ({
    name: definition.name,
    sha256: text.hash(await text.print(definition)),
  });
  const save: Definitions['save'] = async (definition, { replace = false } = {}) => {
    const { name } = definition;
    const content = await text.print(definition);
    // What cannot be read again is not kept.
    const read = await text.parse(content, name);
    const before = await store.find(name);
    const differences = before ? definitionDifferences(await text.parse(before.content, before.name), read) : [];
    const same = before !== undefined && differences.length === 0;
    const about = { old: before ? named(before) : null, new: named({ name, content }) };
    const saved = await attempt(context, 'definition.save', about, async (record) => {
      if (before && !same && !replace) throw alreadyThere(before.name, differences);
      return store.save({ name, content, usedAt: now() }, before?.content ?? null, record);
    });
    // Somebody else saved one meanwhile: it is compared with that one.
    if (!saved) return save(definition, { replace });
    return { replaced: before !== undefined && !same, same, used: await used(read), differences };
  };
  return {
    list: async () => {
      const stored = await store.list();
      return Promise.all(
        stored.map(async ({ name, content, usedAt }) => {
          const definition = await text.parse(content, name);
          return { ...choicesOf(definition), ...(await used(definition)), name, usedAt };
        }),
      );
    },
    names: async () => (await store.list()).map(({ name }) => name),
    find: async (name) => {
      const stored = await store.find(name);
      return stored && text.parse(stored.content, name);
    },
    use: (name) => store.used(name, now()),
    save,
    delete: async (given) => {
      const found = await store.find(given);
      if (!found) return undefined;
      await attempt(context, 'definition.delete', { old: named(found) }, (record) => store.delete(found.name, record));
      return found.name;
    },
    print: (definition) => text.print(definition),
    used,
    parse: (content, file) => text.parse(content, file),
  };
}

function alreadyThere(name: string, differences: readonly DefinitionDifference[]): UserError {
  const details = differences.map(differenceText);
  return new UserError('wrongUse', 'definitions.exists', { name }, details).with({ differences });
}

/** A definition as what is asked for. */
export function choicesOf(definition: ImportDefinition): Required<DefinitionChoices> {
  const {
    name,
    type,
    file,
    mapping,
    skipped,
    ignoredColumns,
    defaults,
    emptyRules,
    guards,
    absent = null,
    checks = null,
  } = definition;
  const sources = FIELDS.flatMap(({ id }) => (mapping[id] ? [{ field: id, source: mapping[id] }] : []));
  const overrides = {
    map: sources.flatMap(({ field, source }) => {
      if ('fixed' in source) return [];
      return [{ field, column: 'column' in source ? source.column : source.composed }];
    }),
    values: sources.flatMap(({ field, source }) =>
      'fixed' in source ? [] : Object.entries(source.values ?? {}).map(([from, to]) => ({ field, from, to })),
    ),
    valuesOnly: sources.flatMap(({ field, source }) =>
      !('fixed' in source) && source.valuesOnly === true ? [field] : [],
    ),
    fix: sources.flatMap(({ field, source }) => ('fixed' in source ? [{ field, value: source.fixed }] : [])),
    skip: skipped,
    ignoreColumns: ignoredColumns,
  };
  return {
    name,
    type,
    file,
    overrides,
    defaults: { ...STANDARD_DEFAULTS, ...defaults },
    emptyRules,
    guards,
    absent,
    checks,
  };
}

/** What is asked for as a definition; `readField` finds a field by the name that a flag gives it, or refuses it. */
export function definitionOf(
  {
    name,
    type,
    file = {},
    overrides,
    defaults = STANDARD_DEFAULTS,
    emptyRules = {},
    guards = {},
    absent,
    checks,
  }: DefinitionChoices,
  readField: (flag: string, name: string, type: ImportType) => FieldId,
): ImportDefinition {
  const mapping: Partial<Record<FieldId, DefinedSource>> = {};
  const put = (flag: string, named: string, source: DefinedSource): void => {
    const field = readField(flag, named, type);
    if (mapping[field]) throw new UserError('wrongUse', 'usage.fieldTwice', { flag, field });
    mapping[field] = source;
  };
  for (const { field, column } of overrides.map ?? [])
    put('--map', field, hasColumns(column) ? { composed: column } : { column });
  for (const { field, value } of overrides.fix ?? []) put('--fix', field, { fixed: value });
  /** A field, or the one that takes its value from a column of this name. */
  const listed = (flag: string, named: string): [FieldId, Exclude<DefinedSource, { readonly fixed: string }>] => {
    const known = fieldNamed(named);
    const field = (known && mapping[known] ? known : fieldOfColumn(named, mapping)) ?? readField(flag, named, type);
    const source = mapping[field] ?? { column: fieldOf(field).nl };
    if ('fixed' in source) throw new UserError('wrongUse', 'usage.fieldTwice', { flag, field });
    return [field, source];
  };
  const lists = new Map<FieldId, Record<string, string>>();
  for (const { field: named, from, to } of overrides.values ?? []) {
    const [field] = listed('--values', named);
    const values = lists.get(field) ?? {};
    values[from] = to;
    lists.set(field, values);
  }
  for (const [field, values] of lists) mapping[field] = { ...listed('--values', field)[1], values };
  for (const named of overrides.valuesOnly ?? []) {
    const [field, source] = listed('--values-only', named);
    mapping[field] = { ...source, valuesOnly: true };
  }
  return {
    name,
    type,
    file,
    mapping,
    skipped: (overrides.skip ?? []).map((field) => readField('--skip', field, type)),
    ignoredColumns: overrides.ignoreColumns ?? [],
    defaults: changedDefaults(defaults),
    emptyRules,
    guards,
    ...(absent && { absent }),
    ...(checks && checks.length > 0 && { checks }),
  };
}

/** The field that takes its value from a column of this name: of exactly this one, or else of one that is written otherwise. */
function fieldOfColumn(name: string, mapping: ImportDefinition['mapping']): FieldId | undefined {
  const takenFrom = (isMeant: (column: string) => boolean): FieldId | undefined =>
    FIELDS.find(({ id }) => {
      const source = mapping[id];
      return source !== undefined && 'column' in source && isMeant(source.column);
    })?.id;
  const key = nameKey(name);
  return (
    takenFrom((column) => column === name) ?? (key === '' ? undefined : takenFrom((column) => nameKey(column) === key))
  );
}

/** Only what differs from the catalogue's defaults is kept. */
function changedDefaults(defaults: NewUserDefaults): Partial<NewUserDefaults> {
  return Object.fromEntries(
    Object.entries(defaults).filter(([field, value]) => STANDARD_DEFAULTS[field as keyof NewUserDefaults] !== value),
  );
}
