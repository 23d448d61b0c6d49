/** What two import definitions say otherwise, field by field. */
import type { TextRef } from '../language/index.js';
import type { ImportDefinition } from './ports/definitionText.js';

export interface DefinitionDifference {
  /** `type`, `file.delimiter`, `mapping.email`, `guards.maxBlocks`, … */
  readonly field: string;
  /** Null where the definition says nothing of it. */
  readonly old: unknown;
  readonly new: unknown;
}

/** In the order of the fields of a definition; empty where both say the same. */
export function definitionDifferences(before: ImportDefinition, after: ImportDefinition): DefinitionDifference[] {
  const [old, wanted] = [saidBy(before), saidBy(after)];
  return [...new Set([...old.keys(), ...wanted.keys()])]
    .map((field) => ({ field, old: old.get(field) ?? null, new: wanted.get(field) ?? null }))
    .filter((one) => JSON.stringify(one.old) !== JSON.stringify(one.new));
}

/** What a definition says, by the name of what it is about; a list is one thing. */
function saidBy(definition: ImportDefinition): ReadonlyMap<string, unknown> {
  const parts = Object.entries(definition).flatMap(([part, value]: [string, unknown]): [string, unknown][] => {
    if (Array.isArray(value)) return value.length === 0 ? [] : [[part, value]];
    if (typeof value !== 'object' || value === null) return [[part, value]];
    return Object.entries(value).map(([name, one]: [string, unknown]) => [`${part}.${name}`, one]);
  });
  return new Map(parts);
}

/** A difference as a line. */
export function differenceText(difference: DefinitionDifference): TextRef {
  const { field: part, old, new: wanted } = difference;
  return { key: 'definitions.difference', params: { part, old: saidText(old), new: saidText(wanted) } };
}

/** What a definition says of something, on one line. */
function saidText(value: unknown): string {
  if (value === null) return '-';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
