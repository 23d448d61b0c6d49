/** Import definitions: what an import starts from, kept under a name. */
import { UserError } from '../application/userError.js';
import type { ImportDefinition } from '../application/ports/definitionText.js';
import type { MappingOverrides } from '../application/ports/importFiles.js';
import { FIELDS, STANDARD_DEFAULTS, type FieldId, type NewUserDefaults } from '../domain/fields.js';
import type { Services } from './command.js';
import { readField } from './fieldSettings.js';
import type { SavedRequest } from './importRequest.js';
import { nearest } from './parse.js';

/** What the definition with this name gives an order to start from; nothing without a name. */
export async function savedOrder(name: string | undefined, services: Services, now: () => Date): Promise<SavedRequest> {
  if (name === undefined) return {};
  const definition = await findDefinition(name, services);
  await services.definitions.used(name, now().toISOString());
  const { type, file, guards } = definition;
  return {
    type,
    file,
    guards,
    overrides: wishesOf(definition),
    settings: { defaults: defaultsOf(definition), emptyRules: definition.emptyRules },
  };
}

export async function findDefinition(
  name: string,
  { definitions, definitionText }: Services,
): Promise<ImportDefinition> {
  const stored = await definitions.find(name);
  if (stored) return definitionText.parse(stored.content, name);
  const near = nearest(
    name,
    (await definitions.list()).map((one) => one.name),
  );
  throw new UserError('wrongUse', near === undefined ? 'definitions.unknown' : 'definitions.unknownNear', {
    name,
    near: near ?? '',
  });
}

export async function saveDefinition(
  definition: ImportDefinition,
  { definitions, definitionText }: Services,
  now: () => Date,
): Promise<void> {
  const content = await definitionText.print(definition);
  await definitionText.parse(content, definition.name);
  await definitions.save(definition.name, content, now().toISOString());
}

function defaultsOf({ defaults }: ImportDefinition): NewUserDefaults {
  return { ...STANDARD_DEFAULTS, ...defaults };
}

/** Only what differs from the catalogue's defaults is kept. */
export function changedDefaults(defaults: NewUserDefaults): Partial<NewUserDefaults> {
  return Object.fromEntries(
    Object.entries(defaults).filter(([field, value]) => STANDARD_DEFAULTS[field as keyof NewUserDefaults] !== value),
  );
}

function wishesOf({ mapping, skipped, ignoredColumns }: ImportDefinition): MappingOverrides {
  const sources = FIELDS.flatMap(({ id }) => (mapping[id] ? [{ field: id, source: mapping[id] }] : []));
  return {
    map: sources.flatMap(({ field, source }) => ('column' in source ? [{ field, column: source.column }] : [])),
    fix: sources.flatMap(({ field, source }) => ('fixed' in source ? [{ field, value: source.fixed }] : [])),
    skip: skipped,
    ignoreColumns: ignoredColumns,
  };
}

/** What was wished of the mapping, by field; a field that does not exist is refused. */
export function mappingOf(
  overrides: MappingOverrides,
  type: ImportDefinition['type'],
): Pick<ImportDefinition, 'mapping' | 'skipped' | 'ignoredColumns'> {
  const mapping: Partial<Record<FieldId, { column: string } | { fixed: string }>> = {};
  const put = (flag: string, name: string, source: { column: string } | { fixed: string }): void => {
    const field = readField(flag, name, type);
    if (mapping[field]) throw new UserError('wrongUse', 'usage.fieldTwice', { flag, field });
    mapping[field] = source;
  };
  for (const { field, column } of overrides.map ?? []) put('--map', field, { column });
  for (const { field, value } of overrides.fix ?? []) put('--fix', field, { fixed: value });
  return {
    mapping,
    skipped: (overrides.skip ?? []).map((name) => readField('--skip', name, type)),
    ignoredColumns: overrides.ignoreColumns ?? [],
  };
}

/** Definitions as the wizard uses them. */
export interface WizardDefinition {
  readonly name: string;
  readonly type: ImportDefinition['type'];
  readonly overrides: MappingOverrides;
  readonly defaults?: NewUserDefaults;
  readonly emptyRules?: ImportDefinition['emptyRules'];
  readonly guards?: ImportDefinition['guards'];
}

export function wizardDefinitions(
  services: Services,
  now: () => Date,
): { list(): Promise<WizardDefinition[]>; save(definition: WizardDefinition): Promise<void> } {
  return {
    list: async () => {
      const stored = await services.definitions.list();
      return Promise.all(
        stored.map(async ({ name, content }) => {
          const definition = await services.definitionText.parse(content, name);
          const { type, emptyRules, guards } = definition;
          return { name, type, overrides: wishesOf(definition), defaults: defaultsOf(definition), emptyRules, guards };
        }),
      );
    },
    save: ({ name, type, overrides, defaults = STANDARD_DEFAULTS, emptyRules = {}, guards = {} }) =>
      saveDefinition(
        {
          name,
          type,
          file: {},
          ...mappingOf(overrides, type),
          defaults: changedDefaults(defaults),
          emptyRules,
          guards,
        },
        services,
        now,
      ),
  };
}
