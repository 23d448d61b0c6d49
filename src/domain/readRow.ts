/** A row's cells become the texts of its fields. */
import { actRuleOf, type ActRule } from './actRules.js';
import type { CellKind } from './cellKinds.js';
import { readCheck, type Check, type ReadCheck } from './checks.js';
import { FIELDS, isIdentityField, type CatalogueField, type FieldId, type FieldKind } from './fields.js';
import { emptyRuleOf, type ImportSettings } from './settings.js';
import { cellText, normaliseText, type SecretCell, type SourceRow } from './sourceRow.js';
import { storable } from './text/characters.js';
import { newUserState, type UserState } from './userState.js';

/** The texts of a row by field: absent where the field is not imported, empty where its cell is. */
export interface RowTexts {
  readonly texts: Readonly<Partial<Record<FieldId, string>>>;
  /** The kinds of cells whose text alone would mislead; a fixed value was typed. */
  readonly kinds: Readonly<Partial<Record<FieldId, CellKind>>>;
  /** The password that was taken out of the row. */
  readonly secret?: SecretCell;
}

/** Fields in which a number is a number: for them, `1.0` is the 1 that a program made a fraction. */
const OF_NUMBERS: ReadonlySet<FieldKind> = new Set(['mutationCode', 'yesNo', 'siteLanguage']);

/** A whole number with nothing behind its point or comma, as that number. */
function wholeNumber(text: string): string {
  return /^(\d+)[.,]0+$/u.exec(text)?.[1] ?? text;
}

/** Definitions hold none that says nothing. */
function understood(check: Check): ReadCheck {
  const read = readCheck(check);
  if ('fault' in read) throw new Error(`a check that says nothing: ${check.where}`);
  return read;
}

/** Reads rows as the settings map them. */
export class RowReader {
  /** The fields that have a source, and those of them that take it from the row itself; in catalogue order. */
  readonly imported: readonly CatalogueField[];
  readonly fromColumns: readonly CatalogueField[];
  /**
   * The fields that an empty cell clears (docs/rules.md, *Empty cells*). Without a source the cell of an identity
   * field counts as empty, and of no other.
   */
  readonly clearedWhenEmpty: ReadonlySet<FieldId>;
  /** What a user that a row creates has before its values are written. */
  readonly newUser: UserState;
  private readonly columns: readonly (readonly [field: FieldId, index: number, ofNumbers: boolean])[];
  private readonly fixed: readonly (readonly [FieldId, string])[];

  /** What the rows do where an act says it. */
  readonly act: ActRule | undefined;

  /** Of its organisation; none on most rows. */
  readonly checks: readonly ReadCheck[];

  constructor(readonly settings: ImportSettings) {
    this.checks = (settings.checks ?? []).map(understood);
    this.act = settings.act && actRuleOf(settings.act);
    const columns: [FieldId, number, boolean][] = [];
    const fixed: [FieldId, string][] = [];
    for (const { id, kind } of FIELDS) {
      const source = settings.mapping[id];
      if (source?.kind === 'column') columns.push([id, source.index, OF_NUMBERS.has(kind)]);
      if (source?.kind === 'fixed') fixed.push([id, normaliseText(storable(source.value))]);
    }
    this.imported = FIELDS.filter(({ id }) => settings.mapping[id] !== undefined);
    this.fromColumns = FIELDS.filter(({ id }) => settings.mapping[id]?.kind === 'column');
    const clearable = FIELDS.filter(({ id }) => isIdentityField(id) || this.imports(id)).map(({ id }) => id);
    this.clearedWhenEmpty = new Set(clearable.filter((id) => emptyRuleOf(id, settings.emptyRules) === 'clear'));
    this.newUser = newUserState(settings.defaults);
    this.columns = columns;
    this.fixed = fixed;
  }

  read(source: SourceRow): RowTexts {
    const texts: Partial<Record<FieldId, string>> = {};
    const kinds: Partial<Record<FieldId, CellKind>> = {};
    let secret: SecretCell | undefined;
    for (const [field, index, ofNumbers] of this.columns) {
      const cell = source.cells[index];
      const text = normaliseText(cellText(cell));
      texts[field] = ofNumbers ? wholeNumber(text) : text;
      if (cell === undefined || typeof cell === 'string') continue;
      kinds[field] = cell.kind;
      if (cell.kind === 'secret') secret = cell;
    }
    for (const [field, value] of this.fixed) {
      texts[field] = value;
      kinds[field] = 'typed';
    }
    return { texts, kinds, ...(secret && { secret }) };
  }

  /** Whether a field has a column or a fixed value. */
  imports(field: FieldId): boolean {
    return this.settings.mapping[field] !== undefined;
  }
}
