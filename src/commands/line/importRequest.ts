/** What was asked of `plan` and `import`: which file, where to, and how it is read and mapped. */
import { UserError } from '../../application/userError.js';
import { readFilter } from '../../application/readFilter.js';
import type { AbsentAction, AbsentSettings } from '../../domain/absent.js';
import type { FileFormat, FileOptions, MappingOverrides } from '../../application/ports/importFiles.js';
import { fieldNamed, nameKey } from '../../domain/fieldNames.js';
import type { ImportType } from '../../domain/fields.js';
import type { GuardSettings } from '../../domain/guards/guardSettings.js';
import type { UsedDefinition } from '../../domain/run.js';
import type { ImportSettings } from '../../domain/settings.js';
import { readGuards, readNumber, readReason } from './flagValues.js';
import type { ParsedArgs } from './parsedArgs.js';
import { readDefaults, readEmptyRules, readExchange, readPair } from './fieldSettings.js';
import * as flags from './flags.js';
import type { Flag } from './flagTypes.js';

export interface ImportRequest {
  readonly path: string;
  readonly environment: string;
  readonly definition?: UsedDefinition | undefined;
  readonly type: ImportType;
  readonly file: FileOptions;
  readonly overrides: MappingOverrides;
  /** Files of which the content is part of the overrides when they are read. */
  readonly valueFiles?: readonly { readonly field: string; readonly path: string }[];
  readonly settings: Pick<ImportSettings, 'defaults' | 'emptyRules' | 'absent' | 'checks'>;
  /** Guards that a definition sets. */
  readonly guards: GuardSettings;
  /** Guards that are raised on purpose, by flags. */
  readonly raised: GuardSettings;
  readonly importAgain: boolean;
  readonly expiresAfterDays?: number;
  readonly reason?: string | undefined;
  /** It is planned to know whether there is anything to do. */
  readonly exitOnChanges?: boolean;
}

/** What an import definition gives an order to start from; flags win over it. */
export type SavedRequest = Partial<
  Pick<ImportRequest, 'definition' | 'type' | 'file' | 'overrides' | 'settings' | 'guards'>
>;

export const IMPORT_FLAGS = [
  flags.ENV,
  flags.TYPE,
  ...flags.MAPPING_FLAGS,
  flags.DEFINITION,
  ...flags.FILE_FLAGS,
  ...flags.ABSENT_FLAGS,
  flags.IMPORT_AGAIN,
  flags.EXPIRES,
  flags.REASON,
];

/** What a script has to say; a definition says the type. */
export function importNeeds(args: ParsedArgs): readonly Flag[] {
  return args.has(flags.DEFINITION) ? [flags.ENV] : [flags.ENV, flags.TYPE];
}

export function readImportRequest(args: ParsedArgs, saved: SavedRequest): ImportRequest {
  const expires = args.text(flags.EXPIRES);
  const type = saved.type ?? (args.needed(flags.TYPE) as ImportType);
  return {
    path: args.required,
    environment: args.needed(flags.ENV),
    type: (args.text(flags.TYPE) as ImportType | undefined) ?? type,
    definition: saved.definition,
    file: { ...saved.file, ...readFileOptions(args) },
    overrides: mergedOverrides(saved.overrides ?? {}, readOverrides(args)),
    valueFiles: readValueFiles(args),
    settings: { ...readSettings(args, type, saved), ...keptSettings(args, saved) },
    guards: saved.guards ?? {},
    raised: readGuards(args),
    importAgain: args.has(flags.IMPORT_AGAIN),
    reason: readReason(args),
    ...(expires !== undefined && { expiresAfterDays: readNumber(flags.EXPIRES, expires) }),
  };
}

/** What a definition says besides: checks stand in definitions alone, and no flag takes one away. */
export function keptSettings(args: ParsedArgs, { settings }: SavedRequest): Pick<ImportSettings, 'absent' | 'checks'> {
  return { ...readAbsent(args, settings?.absent), ...(settings?.checks && { checks: settings.checks }) };
}

export function readSettings(args: ParsedArgs, type: ImportType, saved: SavedRequest = {}): ImportRequest['settings'] {
  return {
    defaults: readDefaults(args.list(flags.DEFAULT), saved.settings?.defaults),
    emptyRules: readEmptyRules(args.list(flags.EMPTY), type, saved.settings?.emptyRules),
  };
}

/** What is done about users whom no row names: as the definition says, unless flags do. */
export function readAbsent(args: ParsedArgs, saved?: AbsentSettings): Pick<ImportSettings, 'absent'> {
  const action = (args.text(flags.ABSENT) as AbsentAction | undefined) ?? saved?.action ?? 'none';
  const where = args.text(flags.ABSENT_WHERE) ?? saved?.where;
  if (where !== undefined) readFilter(where);
  if (action !== 'none') return { absent: { action, ...(where !== undefined && { where }) } };
  if (args.has(flags.ABSENT_WHERE)) throw new UserError('wrongUse', 'usage.absentWhere');
  return {};
}

export function readFileOptions(args: ParsedArgs): FileOptions {
  const format = args.text(flags.FORMAT) as FileFormat | undefined;
  const delimiter = args.text(flags.DELIMITER);
  const encoding = args.text(flags.ENCODING);
  const sheet = args.text(flags.SHEET);
  const widths = args.text(flags.WIDTHS);
  return {
    ...(format !== undefined && { format }),
    ...(delimiter !== undefined && { delimiter: readDelimiter(delimiter) }),
    ...(encoding !== undefined && { encoding }),
    ...(sheet !== undefined && { sheet }),
    ...(args.has(flags.NO_HEADER) && { header: false }),
    ...(widths !== undefined && { widths: readWidths(widths) }),
  };
}

function readDelimiter(text: string): string {
  const sign = /^(tab|\\t)$/iu.test(text) ? '\t' : text;
  if ([...sign].length !== 1) throw new UserError('wrongUse', 'usage.delimiter', { flag: '--delimiter', value: text });
  return sign;
}

function readWidths(text: string): readonly number[] {
  const widths = text.split(',').map((part) => Number(part.trim()));
  if (!widths.every((width) => Number.isInteger(width) && width > 0))
    throw new UserError('wrongUse', 'usage.widths', { flag: '--widths', value: text });
  return widths;
}

export function readOverrides(args: ParsedArgs): MappingOverrides {
  return {
    map: args.list(flags.MAP).map((text) => {
      const { field, value } = readPair('--map', text, '"E-mail=Mail adres"');
      return { field, column: value };
    }),
    fix: args.list(flags.FIX).map((text) => readPair('--fix', text, '"Profit=N"')),
    values: args.list(flags.VALUES).map((text) => {
      const { to, ...listed } = readExchange('--values', text, '"Groep:Fin=FINANCE"');
      return { ...listed, to: to.trim() };
    }),
    valuesOnly: args.list(flags.VALUES_ONLY),
    skip: args.list(flags.SKIP),
    ignoreColumns: args.list(flags.IGNORE_COLUMN),
  };
}

/** The files that hold lists of values, each with the field that it is of. */
export function readValueFiles(args: ParsedArgs): readonly { readonly field: string; readonly path: string }[] {
  return args.list(flags.VALUES_FILE).map((text) => {
    const { field, value } = readPair('--values-file', text, '"Groep=groepen.csv"');
    return { field, path: value };
  });
}

/** A field that a flag speaks of is taken from the flag alone. */
export function mergedOverrides(saved: MappingOverrides, given: MappingOverrides): MappingOverrides {
  const named = new Set(
    [...(given.map ?? []), ...(given.fix ?? [])]
      .map(({ field }) => fieldKey(field))
      .concat((given.skip ?? []).map(fieldKey)),
  );
  // A list is of what a column says: a field that takes another value has none.
  const takesOther = new Set([
    ...(given.fix ?? []).map(({ field }) => fieldKey(field)),
    ...(given.skip ?? []).map(fieldKey),
  ]);
  const left = <Wish extends { field: string }>(overrides: readonly Wish[] = []): Wish[] =>
    overrides.filter(({ field }) => !named.has(fieldKey(field)));
  return {
    map: [...left(saved.map), ...(given.map ?? [])],
    fix: [...left(saved.fix), ...(given.fix ?? [])],
    skip: [...(saved.skip ?? []).filter((field) => !named.has(fieldKey(field))), ...(given.skip ?? [])],
    ignoreColumns: [...(saved.ignoreColumns ?? []), ...(given.ignoreColumns ?? [])],
    values: mergedValues(
      (saved.values ?? []).filter(({ field }) => !takesOther.has(fieldKey(field))),
      given.values,
    ),
    valuesOnly: [
      ...new Set([
        ...(saved.valuesOnly ?? []).filter((field) => !takesOther.has(fieldKey(field))),
        ...(given.valuesOnly ?? []),
      ]),
    ],
  };
}

/** A value that a flag lists is no longer what the definition makes of it. */
function mergedValues(
  saved: MappingOverrides['values'] = [],
  given: MappingOverrides['values'] = [],
): NonNullable<MappingOverrides['values']> {
  const placeOf = ({ field, from }: (typeof saved)[number]): string => `${fieldKey(field)}:${from}`;
  const listed = new Set(given.map(placeOf));
  return [...saved.filter((one) => !listed.has(placeOf(one))), ...given];
}

/** One for whatever a field is called by. */
function fieldKey(name: string): string {
  return fieldNamed(name) ?? nameKey(name);
}
