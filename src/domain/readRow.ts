/** A row's cells become the texts of its fields. */
import { actRuleOf, type ActRule } from './actRules.js';
import type { CellKind } from './cellKinds.js';
import { readCheck, type Check, type ReadCheck } from './checks.js';
import { FIELDS, isIdentityField, type CatalogueField, type FieldId } from './fields.js';
import {
  isFromRow,
  madeFrom,
  madeText,
  madeValue,
  OF_NUMBERS,
  wholeNumber,
  type MadeSource,
  type MadeValue,
} from './madeValues.js';
import type { Message } from './messages.js';
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
  /** Why a value could not be made of what the file has; absent where all could. */
  readonly faults?: readonly Message[];
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
  /** Fields whose value is made of what the row has: composed, or looked up in a list. */
  private readonly made: readonly (readonly [FieldId, MadeSource])[];

  /** What the rows do where an act says it. */
  readonly act: ActRule | undefined;

  /** Of its organisation; none on most rows. */
  readonly checks: readonly ReadCheck[];

  constructor(readonly settings: ImportSettings) {
    this.checks = (settings.checks ?? []).map(understood);
    this.act = settings.act && actRuleOf(settings.act);
    const columns: [FieldId, number, boolean][] = [];
    const fixed: [FieldId, string][] = [];
    const made: [FieldId, MadeSource][] = [];
    for (const { id, kind } of FIELDS) {
      const source = settings.mapping[id];
      const from = source && madeFrom(source);
      if (from) made.push([id, from]);
      else if (source?.kind === 'column') columns.push([id, source.index, OF_NUMBERS.has(kind)]);
      if (source?.kind === 'fixed') fixed.push([id, normaliseText(storable(source.value))]);
    }
    this.imported = FIELDS.filter(({ id }) => settings.mapping[id] !== undefined);
    this.fromColumns = FIELDS.filter(({ id }) => isFromRow(settings.mapping[id]));
    const clearable = FIELDS.filter(({ id }) => isIdentityField(id) || this.imports(id)).map(({ id }) => id);
    this.clearedWhenEmpty = new Set(clearable.filter((id) => emptyRuleOf(id, settings.emptyRules) === 'clear'));
    this.newUser = newUserState(settings.defaults);
    this.columns = columns;
    this.fixed = fixed;
    this.made = made;
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
    if (this.made.length === 0) return { texts, kinds, ...(secret && { secret }) };
    const faults: Message[] = [];
    for (const [field, from] of this.made) {
      const { text, kind, fault } = madeText(from, field, source.cells);
      texts[field] = text;
      if (kind !== undefined) kinds[field] = kind;
      if (fault) faults.push(fault);
    }
    return { texts, kinds, ...(secret && { secret }), ...(faults.length > 0 && { faults }) };
  }

  /** Whether there is a field whose value is made of what the file has. */
  get makesValues(): boolean {
    return this.made.length > 0;
  }

  /** What the file holds for fields whose value is made of it, and is another text than that. */
  madeValues({ cells }: SourceRow): readonly MadeValue[] {
    return this.made.flatMap(([field, from]) => madeValue(from, field, cells) ?? []);
  }

  /** Whether a field has a column or a fixed value. */
  imports(field: FieldId): boolean {
    return this.settings.mapping[field] !== undefined;
  }
}
