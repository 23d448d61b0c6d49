/** The first step: an import type, a saved definition, or a plan to go on with. */
import type { ImportType } from '../../../domain/fields.js';
import type { Run } from '../../../domain/run.js';
import type { Cursor } from '../../shell/list.js';
import type { DefinitionChoices } from '../../../application/definitions.js';

export interface TypeStep extends Cursor {
  readonly at: 'type';
  /** Stored plans that can be gone on with, and saved definitions; null until they are there. */
  readonly plans: readonly Run[] | null;
  readonly definitions: readonly DefinitionChoices[] | null;
}

export type TypeItem =
  | { readonly kind: 'type'; readonly type: ImportType }
  | { readonly kind: 'definition'; readonly definition: DefinitionChoices }
  | { readonly kind: 'plan'; readonly run: Run };

/** The two types first, then what was saved. */
export function typeItems({ definitions, plans }: TypeStep): readonly TypeItem[] {
  return [
    { kind: 'type', type: 'user' },
    { kind: 'type', type: 'mutation' },
    ...(definitions ?? []).map((definition): TypeItem => ({ kind: 'definition', definition })),
    ...(plans ?? []).map((run): TypeItem => ({ kind: 'plan', run })),
  ];
}

/** The plan at the cursor. */
export function planHere(step: TypeStep): Run | undefined {
  const item = typeItems(step)[step.cursor];
  return item?.kind === 'plan' ? item.run : undefined;
}
