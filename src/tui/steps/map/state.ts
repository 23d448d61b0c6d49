/** Where each field takes its value from, with a live sample of what the rows come to. */
import type { IdentityHolders } from '../../../application/ports/directoryStore.js';
import type { InspectedFile, MappingResult } from '../../../application/ports/importFiles.js';
import { fieldsFor, type Field, type FieldId, type ImportType } from '../../../domain/fields.js';
import type { PlannedRow } from '../../../domain/plannedRow.js';
import { requiredFile, type Choices } from '../../shell/choices.js';
import { AT_TOP, type Cursor } from '../../shell/list.js';

export interface MapStep extends Cursor {
  readonly at: 'map';
  readonly type: ImportType;
  readonly environment: string;
  readonly file: InspectedFile;
  readonly mapped: MappingResult;
  /** What the first rows would come to; null while that is worked out. */
  readonly sample: readonly PlannedRow[] | null;
  /** Who would lose what; null while that is counted, or nothing can be lost. */
  readonly risk: readonly IdentityHolders[] | null;
  /** The columns that are not imported were told once: going on drops them. */
  readonly toldUnused: boolean;
  /** The first line of what is said of the mapping, while that is read whole; null while the fields are shown. */
  readonly reading: number | null;
}

const NOTHING_MAPPED: MappingResult = { mapping: {}, ignored: [], unsettled: [], suggestions: [], problems: [] };

export function mapStep(choices: Choices): MapStep {
  return {
    at: 'map',
    type: choices.type ?? 'user',
    environment: choices.environment ?? '',
    file: requiredFile(choices),
    mapped: NOTHING_MAPPED,
    ...AT_TOP,
    sample: null,
    risk: null,
    toldUnused: false,
    reading: null,
  };
}

export function fieldHere({ type, cursor }: MapStep): (Field & { readonly id: FieldId }) | undefined {
  return fieldsFor(type)[cursor];
}
