/** What is imported: one of the types, or by a saved definition. */
import type { ImportType } from '../../../domain/fields.js';
import type { Cursor } from '../../shell/list.js';
import type { ListedDefinition } from '../../../application/definitions.js';

export interface TypeStep extends Cursor {
  readonly at: 'type';
  /** Saved definitions; null until they are there. */
  readonly definitions: readonly ListedDefinition[] | null;
}

export type TypeItem =
  | { readonly kind: 'type'; readonly type: ImportType }
  | { readonly kind: 'definition'; readonly definition: ListedDefinition };

/** The two types first, then what was saved. */
export function typeItems({ definitions }: TypeStep): readonly TypeItem[] {
  return [
    { kind: 'type', type: 'user' },
    { kind: 'type', type: 'mutation' },
    ...(definitions ?? []).map((definition): TypeItem => ({ kind: 'definition', definition })),
  ];
}

/** The definition at the cursor. */
export function definitionHere(step: TypeStep): ListedDefinition | undefined {
  const item = typeItems(step)[step.cursor];
  return item?.kind === 'definition' ? item.definition : undefined;
}
