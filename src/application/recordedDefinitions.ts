/** Import definitions, of which every change and every attempt is recorded. */
import { attempt } from './attempt.js';
import type { Context } from './context.js';
import type { DefinitionStore } from './ports/definitionStore.js';

export function recordedDefinitions(
  context: Pick<Context, 'audit' | 'operator' | 'origin' | 'now'>,
  store: DefinitionStore,
): DefinitionStore {
  return {
    ...store,
    save: (name, content, at) =>
      attempt(context, 'definition.save', { new: { definition: name } }, (record) =>
        store.save(name, content, at, record),
      ),
    delete: (name) =>
      attempt(context, 'definition.delete', { old: { definition: name } }, (record) => store.delete(name, record)),
  };
}
