/** Import definitions: what an import starts from, kept under a name. Every change and every attempt is recorded. */
import { FIELDS, STANDARD_DEFAULTS, type FieldId, type ImportType, type NewUserDefaults } from '../domain/fields.js';
import { attempt } from './attempt.js';
import type { Context } from './context.js';
import type { DefinitionStore } from './ports/definitionStore.js';
import type { DefinitionText, ImportDefinition } from './ports/definitionText.js';
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
}

export interface Definitions {
  /** The last used first. */
  list(): Promise<readonly (DefinitionChoices & { readonly usedAt: string })[]>;
  names(): Promise<readonly string[]>;
  /** Undefined where there is none of that name. */
  find(name: string): Promise<ImportDefinition | undefined>;
  /** An import starts from the definition with this name. */
  use(name: string): Promise<void>;
  save(definition: ImportDefinition): Promise<void>;
  /** The name as it was stored; undefined where there was none. */
  delete(name: string): Promise<string | undefined>;
  print(definition: ImportDefinition): Promise<string>;
  /** `file` is what the text is called where it cannot be read. */
  parse(text: string, file: string): Promise<ImportDefinition>;
}

export function createDefinitions(
  context: Pick<Context, 'audit' | 'operator' | 'origin' | 'now'>,
  store: DefinitionStore,
  text: DefinitionText,
): Definitions {
  const now = (): string => context.now().toISOString();
  return {
    list: async () => {
      const stored = await store.list();
      return Promise.all(
        stored.map(async ({ name, content, usedAt }) => ({
          ...choicesOf(await text.parse(content, name)),
          name,
          usedAt,
        })),
      );
    },
    names: async () => (await store.list()).map(({ name }) => name),
    find: async (name) => {
      const stored = await store.find(name);
      return stored && text.parse(stored.content, name);
    },
    use: (name) => store.used(name, now()),
    save: async (definition) => {
      const content = await text.print(definition);
      // What cannot be read again is not kept.
      await text.parse(content, definition.name);
      await attempt(context, 'definition.save', { new: { definition: definition.name } }, (record) =>
        store.save(definition.name, content, now(), record),
      );
    },
    delete: async (given) => {
      const name = (await store.find(given))?.name;
      if (name === undefined) return undefined;
      await attempt(context, 'definition.delete', { old: { definition: name } }, (record) =>
        store.delete(name, record),
      );
      return name;
    },
    print: (definition) => text.print(definition),
    parse: (content, file) => text.parse(content, file),
  };
}

/** A definition as what is asked for. */
export function choicesOf(definition: ImportDefinition): Required<DefinitionChoices> {
  const { name, type, file, mapping, skipped, ignoredColumns, defaults, emptyRules, guards } = definition;
  const sources = FIELDS.flatMap(({ id }) => (mapping[id] ? [{ field: id, source: mapping[id] }] : []));
  const overrides = {
    map: sources.flatMap(({ field, source }) => ('column' in source ? [{ field, column: source.column }] : [])),
    fix: sources.flatMap(({ field, source }) => ('fixed' in source ? [{ field, value: source.fixed }] : [])),
    skip: skipped,
    ignoreColumns: ignoredColumns,
  };
  return { name, type, file, overrides, defaults: { ...STANDARD_DEFAULTS, ...defaults }, emptyRules, guards };
}

/** What is asked for as a definition; `readField` finds a field by the name that a flag gives it, or refuses it. */
export function definitionOf(
  { name, type, file = {}, overrides, defaults = STANDARD_DEFAULTS, emptyRules = {}, guards = {} }: DefinitionChoices,
  readField: (flag: string, name: string, type: ImportType) => FieldId,
): ImportDefinition {
  const mapping: Partial<Record<FieldId, { column: string } | { fixed: string }>> = {};
  const put = (flag: string, named: string, source: { column: string } | { fixed: string }): void => {
    const field = readField(flag, named, type);
    if (mapping[field]) throw new UserError('wrongUse', 'usage.fieldTwice', { flag, field });
    mapping[field] = source;
  };
  for (const { field, column } of overrides.map ?? []) put('--map', field, { column });
  for (const { field, value } of overrides.fix ?? []) put('--fix', field, { fixed: value });
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
  };
}

/** Only what differs from the catalogue's defaults is kept. */
function changedDefaults(defaults: NewUserDefaults): Partial<NewUserDefaults> {
  return Object.fromEntries(
    Object.entries(defaults).filter(([field, value]) => STANDARD_DEFAULTS[field as keyof NewUserDefaults] !== value),
  );
}
