/** Fields named in flags: `--default`, `--empty`, and what `--fix` may say (docs/rules.md, *Fields*). */
import { UserError } from '../../application/userError.js';
import { fieldNamed } from '../../domain/fieldNames.js';
import {
  DEFAULTED_FIELDS,
  fieldOf,
  fieldsFor,
  isAccessField,
  isDefaulted,
  isIdentityField,
  SITE_LANGUAGES,
  STANDARD_DEFAULTS,
  type CatalogueField,
  type EmptyRule,
  type FieldId,
  type ImportType,
  type NewUserDefaults,
} from '../../domain/fields.js';
import { fitsKind, isTooLong, readYesNo } from '../../domain/readValue.js';
import type { ImportSettings, Mapping } from '../../domain/settings.js';
import { normaliseText } from '../../domain/sourceRow.js';
import { nearest } from './nearest.js';

export interface NamedValue {
  readonly field: string;
  readonly value: string;
}

/** `FIELD=VALUE`, at the first equals sign. */
export function readPair(flag: string, text: string, example: string): NamedValue {
  const at = text.indexOf('=');
  const field = text.slice(0, Math.max(0, at)).trim();
  if (field === '') throw new UserError('wrongUse', 'usage.pair', { flag, value: text, example });
  return { field, value: text.slice(at + 1).trim() };
}

/** `FIELD:OLD=NEW`, at the first colon and the first equals sign behind it. */
export function readExchange(
  flag: string,
  text: string,
  example: string,
): { readonly field: string; readonly from: string; readonly to: string } {
  const colon = text.indexOf(':');
  const equals = text.indexOf('=', colon + 1);
  if (colon < 1 || equals < 0) throw new UserError('wrongUse', 'usage.pair', { flag, value: text, example });
  return { field: text.slice(0, colon).trim(), from: text.slice(colon + 1, equals), to: text.slice(equals + 1) };
}

/** A field by any of its names; the nearest one is told when there is none. */
export function readField(flag: string, name: string, type: ImportType): FieldId {
  const found = fieldNamed(name);
  if (!found) throw unknownField(flag, name, fieldsFor(type));
  if (fieldOf(found).availability[type] === 'no')
    throw new UserError('wrongUse', 'usage.fieldNotInType', { flag, field: found });
  return found;
}

/** No field is called so; the nearest of those that could be meant is told, or else all of them. */
export function unknownField(flag: string, name: string, fields: readonly CatalogueField[]): UserError {
  const near = nearest(
    name,
    fields.flatMap(({ id, nl, en }) => [id, nl, en]),
  );
  if (near !== undefined) return new UserError('wrongUse', 'usage.unknownFieldNear', { flag, name, near });
  const known = fields.map(({ id }) => id).join(', ');
  return new UserError('wrongUse', 'usage.unknownField', { flag, name, known });
}

/** Defaults of new users: the catalogue's (or a definition's), with what `--default` says. */
export function readDefaults(pairs: readonly string[], base: NewUserDefaults = STANDARD_DEFAULTS): NewUserDefaults {
  const defaults: Record<string, boolean | string> = { ...base };
  for (const text of pairs) {
    const { field: name, value } = readPair('--default', text, 'OutSite=J');
    const field = readField('--default', name, 'user');
    if (!isDefaulted(field))
      throw new UserError('wrongUse', 'usage.noDefault', { field, known: DEFAULTED_FIELDS.join(', ') });
    refuseMisfit('--default', field, value);
    defaults[field] = isAccessField(field) ? readYesNo(value) === true : value;
  }
  return defaults as NewUserDefaults;
}

function refuseMisfit(flag: string, id: FieldId, value: string): void {
  const field = fieldOf(id);
  if (fitsKind(field, value) && !isTooLong(field, value)) return;
  if (field.kind === 'yesNo') throw new UserError('wrongUse', 'usage.yesNo', { flag, field: id, value });
  if (field.kind === 'siteLanguage')
    throw new UserError('wrongUse', 'usage.siteLanguage', { flag, field: id, value, known: SITE_LANGUAGES.join(', ') });
  throw new UserError('wrongUse', 'usage.fixedValue', { name: id, value });
}

export function readEmptyRules(
  pairs: readonly string[],
  type: ImportType,
  base: ImportSettings['emptyRules'] = {},
): ImportSettings['emptyRules'] {
  const rules: Partial<Record<FieldId, EmptyRule>> = { ...base };
  for (const text of pairs) {
    const { field: name, value } = readPair('--empty', text, 'person=clear');
    const field = readField('--empty', name, type);
    if (!fieldOf(field).emptyRule) throw new UserError('wrongUse', 'usage.noEmptyRule', { field });
    const rule = value.toLowerCase();
    if (rule !== 'keep' && rule !== 'clear') throw new UserError('wrongUse', 'usage.emptyRule', { value: text });
    rules[field] = rule;
  }
  return rules;
}

/** `--empty FIELD=clear` without a column would clear the field of everyone. */
export function refuseClearingEveryone(rules: ImportSettings['emptyRules'], mapping: Mapping): void {
  for (const [id, rule] of Object.entries(rules)) {
    const field = id as FieldId;
    if (rule === 'clear' && !isIdentityField(field) && !mapping[field])
      throw new UserError('wrongUse', 'usage.clearsEveryone', { name: field, field });
  }
}

/** What `--fix` gives to every row has to be a value of its field. */
export function refuseMisfits(mapping: Mapping): void {
  for (const [id, source] of Object.entries(mapping)) {
    if (source.kind !== 'fixed') continue;
    const value = normaliseText(source.value);
    if (value !== '') refuseMisfit('--fix', id as FieldId, value);
  }
}
