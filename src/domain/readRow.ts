/** A row's cells become the texts of its fields. */
import { FIELDS, isIdentityField, type CatalogueField, type FieldId } from './fields.js';
import type { EmptyRule, ImportSettings } from './settings.js';
import { cellText, normaliseText, type Cell, type SourceRow } from './sourceRow.js';

/** The texts of a row by field: absent where the field is not imported, empty where its cell is. */
export interface RowTexts {
  readonly texts: Readonly<Partial<Record<FieldId, string>>>;
  /** Cells whose text alone would mislead. */
  readonly special: Readonly<Partial<Record<FieldId, Exclude<Cell, string>>>>;
}

/** Reads rows as the settings map them. */
export class RowReader {
  /** The fields that have a source, and those of them that take it from the row itself; in catalogue order. */
  readonly imported: readonly CatalogueField[];
  readonly fromColumns: readonly CatalogueField[];
  private readonly columns: readonly (readonly [FieldId, number])[];
  private readonly fixed: readonly (readonly [FieldId, string])[];

  constructor(readonly settings: ImportSettings) {
    const columns: [FieldId, number][] = [];
    const fixed: [FieldId, string][] = [];
    for (const { id } of FIELDS) {
      const source = settings.mapping[id];
      if (source?.kind === 'column') columns.push([id, source.index]);
      if (source?.kind === 'fixed') fixed.push([id, normaliseText(source.value)]);
    }
    this.imported = FIELDS.filter(({ id }) => settings.mapping[id] !== undefined);
    this.fromColumns = FIELDS.filter(({ id }) => settings.mapping[id]?.kind === 'column');
    this.columns = columns;
    this.fixed = fixed;
  }

  read(source: SourceRow): RowTexts {
    const texts: Partial<Record<FieldId, string>> = {};
    const special: Partial<Record<FieldId, Exclude<Cell, string>>> = {};
    for (const [field, index] of this.columns) {
      const cell = source.cells[index];
      texts[field] = normaliseText(cellText(cell));
      if (cell !== undefined && typeof cell !== 'string') special[field] = cell;
    }
    for (const [field, value] of this.fixed) texts[field] = value;
    return { texts, special };
  }

  /** Whether a field has a column or a fixed value. */
  imports(field: FieldId): boolean {
    return this.settings.mapping[field] !== undefined;
  }

  /**
   * What an empty cell does (SPEC 2): identity fields clear, others keep, unless the import says so.
   * A field without a source counts as empty for identity fields only: that is the manual's trap.
   */
  whenEmpty(field: FieldId): EmptyRule {
    return this.settings.emptyRules[field] ?? (isIdentityField(field) ? 'clear' : 'keep');
  }
}
