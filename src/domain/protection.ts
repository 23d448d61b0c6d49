/** Whom an environment protects (docs/rules.md, *Protected users*). */
import type { Environment } from './directory.js';
import { parseFilter } from './filter/parseFilter.js';
import type { FilterField, UserFilter } from './userFilter.js';

/** The filter of an environment, read once. */
export interface Protection {
  /** As it was written. */
  readonly text: string;
  /** Null where it says nothing that can be looked for, as where a newer version wrote it: it may find anybody. */
  readonly filter: UserFilter | null;
}

/** Undefined where nobody is protected. */
export function protectionOf({ rules }: Pick<Environment, 'rules'>): Protection | undefined {
  const text = rules?.protect ?? null;
  if (text === null) return undefined;
  const read = parseFilter(text);
  return { text, filter: 'filter' in read ? read.filter : null };
}

/** By the number of their environment, of those that protect somebody. */
export type Protections = ReadonlyMap<number, Protection>;

const NOBODY: Protections = new Map();

export function protectionsOf(environments: readonly Environment[]): Protections {
  const found = environments.flatMap((environment) => {
    const protection = protectionOf(environment);
    return protection ? [[environment.id, protection] as const] : [];
  });
  return found.length === 0 ? NOBODY : new Map(found);
}

/** The environments whose protection asks for something that is read only where it is asked for. */
export function environmentsAsking(protections: Protections, field: FilterField): ReadonlySet<number> {
  const asking = [...protections].filter(([, { filter }]) => filter?.terms.some((term) => term.field === field));
  return new Set(asking.map(([id]) => id));
}
