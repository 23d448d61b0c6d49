/** Settles the source of every field: what was said by hand, then what a header says by itself. */
import { nameKey } from '../../domain/fieldNames.js';
import type {
  ColumnSuggestion,
  FileRemark,
  InspectedFile,
  MappingResult,
  MappingOverrides,
} from '../../application/ports/importFiles.js';
import { fieldOf, fieldsFor, type FieldId, type ImportType } from '../../domain/fields.js';
import { hasColumns, readTemplate, type ComposedColumn, type TemplatePart } from '../../domain/composed.js';
import type { FieldSource } from '../../domain/settings.js';
import { normaliseText } from '../../domain/sourceRow.js';
import { remark } from '../remarks.js';
import { isReasonColumn } from '../writers/reasonColumn.js';
import { columnsNamed } from './columnsNamed.js';
import { columnContents } from './contents.js';
import { recogniseField, nearestFieldName } from './fieldNames.js';
import { suggestFields } from './suggestFields.js';
import { templateFault } from './templateFault.js';

/** The two functions of the manual by name: the one that is used, and the one that has the field that this one lacks. */
const FUNCTIONS = {
  user: { nl: 'Gebruiker', en: 'User (Gebruiker)', other: 'mutation' },
  mutation: { nl: 'Gebruiker mutatie', en: 'User mutation (Gebruiker mutatie)', other: 'user' },
} as const satisfies Record<ImportType, { nl: string; en: string; other: ImportType }>;

/**
 * Makes a mapping of what the administrator asks for and, for the rest, of the headers that are a
 * field's own name (label in either language, id, KnUser id). All other headers stay unsettled, with
 * the best guess: a column must never be dropped, or taken for something else, in silence.
 * `problems` say which overrides cannot be met.
 */
export function mapColumns(file: InspectedFile, type: ImportType, overrides: MappingOverrides): MappingResult {
  const draft = new MappingDraft(file, type);
  for (const name of overrides.ignoreColumns ?? []) draft.ignoreByName(name);
  for (const name of overrides.skip ?? []) draft.skip(name);
  for (const { field, value } of overrides.fix ?? []) draft.fix(field, value);
  for (const { field, column } of overrides.map ?? []) draft.map(field, column);
  draft.takeOwnNames();
  for (const { field, from, to } of overrides.values ?? []) draft.list(field, from, to);
  for (const field of overrides.valuesOnly ?? []) draft.listOnly(field);
  return draft.result();
}

/** A mapping while it is made: which column and which field are settled. */
class MappingDraft {
  private readonly mapping: Partial<Record<FieldId, FieldSource>> = {};
  private readonly skipped = new Set<FieldId>();
  private readonly settled = new Set<number>();
  private readonly ignored = new Set<number>();
  /** Columns that a composed value is made of: they are used, and can be a field's own as well. */
  private readonly composedOf = new Set<number>();
  private readonly certain: ColumnSuggestion[] = [];
  /** What the values of fields become. */
  private readonly lists = new Map<FieldId, Map<string, string>>();
  private readonly problems: FileRemark[] = [];

  constructor(
    private readonly file: InspectedFile,
    private readonly type: ImportType,
  ) {}

  ignoreByName(name: string): void {
    const columns = columnsNamed(this.file.headers, name);
    if (columns.length === 0) this.problems.push(this.unknownColumn(name));
    for (const index of columns) this.ignore(index);
  }

  skip(name: string): void {
    const field = this.field(name);
    if (!field) return;
    if (field === 'user') this.problems.push(remark('mapping.userSkipped'));
    else this.skipped.add(field);
  }

  fix(name: string, value: string): void {
    const field = this.field(name);
    if (!field) return;
    // A definition keeps fixed values, and a password is kept nowhere.
    if (field === 'password') this.problems.push(remark('mapping.fixedPassword'));
    else if (this.isFree(field, `"${value}"`)) this.mapping[field] = { kind: 'fixed', value };
  }

  map(name: string, column: string): void {
    const field = this.field(name);
    if (hasColumns(column) && !this.file.headers.includes(column)) {
      this.compose(field, column);
      return;
    }
    const index = this.onlyColumn(column);
    if (index === undefined) return;
    if (field && field !== 'password' && this.holdsPasswords(index))
      this.problems.push(remark('mapping.composedOfPassword', { column }));
    else if (field && this.isFree(field, `"${this.header(index)}"`)) this.take(field, index);
  }

  /** A text with columns in it: each has to be there, and is used. */
  private compose(field: FieldId | undefined, template: string): void {
    const read = readTemplate(template);
    if ('fault' in read) {
      this.problems.push(templateFault(template, read.fault));
      return;
    }
    if (field === 'password') this.problems.push(remark('mapping.composedPassword', {}));
    const parts = read.parts.map((part) => (typeof part === 'string' ? part : this.composedColumn(part)));
    if (!field || field === 'password' || !this.isFree(field, `"${template}"`)) return;
    const found = parts.filter((part) => part !== undefined);
    if (found.length === parts.length) this.mapping[field] = { kind: 'composed', template, parts: found };
  }

  private composedColumn({ column, functions }: Exclude<TemplatePart, string>): ComposedColumn | undefined {
    const index = this.onlyColumn(column);
    if (index === undefined) return undefined;
    if (this.holdsPasswords(index)) {
      this.problems.push(remark('mapping.composedOfPassword', { column }));
      return undefined;
    }
    this.composedOf.add(index);
    return { index, header: this.header(index), functions };
  }

  /** The column that is called so; that there is none, or another, is a problem. */
  private onlyColumn(column: string): number | undefined {
    const [index, second] = columnsNamed(this.file.headers, column);
    if (index === undefined) this.problems.push(this.unknownColumn(column));
    else if (second !== undefined)
      this.problems.push(remark('mapping.columnTwice', { column, first: `#${index + 1}`, second: `#${second + 1}` }));
    else return index;
    return undefined;
  }

  /** By its name: what stands there is kept nowhere. */
  private holdsPasswords(index: number): boolean {
    const match = this.file.layout.headerRow === null ? undefined : recogniseField(this.header(index));
    return match?.certain === true && match.field === 'password';
  }

  list(name: string, from: string, to: string): void {
    const source = this.listed(name);
    if (!source) return;
    const [field] = source;
    const values = this.lists.get(field) ?? new Map<string, string>();
    this.lists.set(field, values);
    const key = normaliseText(from);
    const before = values.get(key);
    if (before !== undefined && before !== to)
      this.problems.push(remark('mapping.valueTwice', { field, value: from, first: before, second: to }));
    values.set(key, to);
  }

  listOnly(name: string): void {
    const source = this.listed(name);
    if (source) this.mapping[source[0]] = { ...source[1], valuesOnly: true };
  }

  /** A field, or the one that takes its value from a column of this name, with a source that a list can be of. */
  private listed(name: string): readonly [FieldId, Exclude<FieldSource, { readonly kind: 'fixed' }>] | undefined {
    const [column] = columnsNamed(this.file.headers, name);
    const ofColumn = Object.entries(this.mapping).find(
      ([, source]) => source.kind === 'column' && source.index === column,
    )?.[0] as FieldId | undefined;
    const named = recogniseField(name);
    const field = (named?.certain === true && this.mapping[named.field] ? named.field : ofColumn) ?? this.field(name);
    if (!field) return undefined;
    const source = this.mapping[field];
    if (source && source.kind !== 'fixed' && field !== 'password') return [field, source];
    const { nl, en } = fieldOf(field);
    this.problems.push(remark('mapping.listWithoutSource', { field, nl, en }));
    return undefined;
  }

  /** Columns under a field's own name go to that field, unless it was given another source. */
  takeOwnNames(): void {
    const wished = new Set(Object.keys(this.mapping));
    for (const [index, header] of this.file.headers.entries()) {
      if (this.settled.has(index)) continue;
      if (isReasonColumn(header) || (nameKey(header) === '' && !columnContents(this.file, index).any))
        this.ignore(index);
      const match = this.file.layout.headerRow === null ? undefined : recogniseField(header);
      if (!match?.certain || this.settled.has(index)) continue;
      const { field } = match;
      if (this.skipped.has(field) || wished.has(field)) this.ignore(index);
      else if (!this.isAvailable(field)) this.settled.add(index);
      else if (this.isFree(field, `"${header}" (#${index + 1})`)) {
        this.take(field, index);
        this.certain.push({ index, header, field, confidence: 'certain' });
      } else this.settled.add(index);
    }
  }

  result(): MappingResult {
    for (const [field, values] of this.lists) {
      const source = this.mapping[field];
      if (source && source.kind !== 'fixed') this.mapping[field] = { ...source, values: Object.fromEntries(values) };
    }
    const open = this.file.headers
      .map((_, index) => index)
      .filter((index) => !this.settled.has(index) && !this.composedOf.has(index));
    const free = fieldsFor(this.type)
      .map(({ id }) => id)
      .filter((id) => !this.mapping[id] && !this.skipped.has(id));
    const guesses = suggestFields(this.file, open, free);
    const unsettled = open.map((index) => {
      const suggestion = guesses.find((guess) => guess.index === index);
      return { index, header: this.header(index), ...(suggestion ? { suggestion } : {}) };
    });
    return {
      mapping: this.mapping,
      ignored: [...this.ignored].sort((a, b) => a - b).map((index) => this.header(index)),
      unsettled,
      suggestions: [...this.certain, ...guesses],
      problems: this.problems,
    };
  }

  private take(field: FieldId, index: number): void {
    this.settled.add(index);
    this.ignored.delete(index);
    this.mapping[field] = { kind: 'column', index, header: this.header(index) };
  }

  private ignore(index: number): void {
    this.settled.add(index);
    this.ignored.add(index);
  }

  /** The field of a name in the overrides, if there is one and this type has it. */
  private field(name: string): FieldId | undefined {
    const match = recogniseField(name);
    if (!match?.certain) {
      const nearest = match?.field ?? nearestFieldName(name, this.type);
      this.problems.push(
        nearest
          ? remark('mapping.unknownFieldNear', { field: name, nearest: fieldOf(nearest).id })
          : remark('mapping.unknownField', { field: name }),
      );
      return undefined;
    }
    return this.isAvailable(match.field) ? match.field : undefined;
  }

  private isAvailable(id: FieldId): boolean {
    const field = fieldOf(id);
    if (field.availability[this.type] !== 'no') return true;
    const { nl: typeNl, en: typeEn, other } = FUNCTIONS[this.type];
    const { nl: otherNl, en: otherEn } = FUNCTIONS[other];
    const { nl, en } = field;
    this.problems.push(remark('mapping.notAvailable', { field: id, nl, en, typeNl, typeEn, other, otherNl, otherEn }));
    return false;
  }

  private isFree(field: FieldId, by: string): boolean {
    const taken = this.mapping[field];
    if (!taken && !this.skipped.has(field)) return true;
    const { nl, en } = fieldOf(field);
    if (!taken) this.problems.push(remark('mapping.skippedAndMapped', { field, nl, en }));
    else
      this.problems.push(
        remark('mapping.twoSources', {
          field,
          nl,
          en,
          first: sourceText(taken),
          second: by,
        }),
      );
    return false;
  }

  private unknownColumn(column: string): FileRemark {
    return remark('mapping.unknownColumn', {
      column,
      columns: this.file.headers.filter((header) => header !== '').join(', '),
    });
  }

  private header(index: number): string {
    return this.file.headers[index] || `#${index + 1}`;
  }
}

function sourceText(source: FieldSource): string {
  if (source.kind === 'fixed') return `"${source.value}"`;
  return source.kind === 'composed' ? `"${source.template}"` : `"${source.header}" (#${source.index + 1})`;
}
