/** What a saved definition gives an import to start from. */
import { choicesOf, type Definitions } from '../../application/definitions.js';
import type { ImportDefinition } from '../../application/ports/definitionText.js';
import { UserError } from '../../application/userError.js';
import type { SavedRequest } from './importRequest.js';
import { nearest } from './nearest.js';

/** Nothing without a name. */
export async function savedRequest(name: string | undefined, definitions: Definitions): Promise<SavedRequest> {
  if (name === undefined) return {};
  const saved = await savedChoices(name, definitions);
  await definitions.use(name);
  return saved;
}

/** The same of one that is looked at, and not used. */
export async function savedChoices(name: string, definitions: Definitions): Promise<SavedRequest> {
  const definition = await requireDefinition(name, definitions);
  const { type, file, guards, overrides, defaults, emptyRules, absent, checks } = choicesOf(definition);
  return {
    definition: await definitions.used(definition),
    type,
    file,
    guards,
    overrides,
    settings: { defaults, emptyRules, ...(absent && { absent }), ...(checks && { checks }) },
  };
}

/** Throws an error that names the nearest where there is none of this name. */
export async function requireDefinition(name: string, definitions: Definitions): Promise<ImportDefinition> {
  const found = await definitions.find(name);
  if (!found) throw await unknownDefinition(name, definitions);
  return found;
}

export async function unknownDefinition(name: string, definitions: Definitions): Promise<UserError> {
  const near = nearest(name, await definitions.names());
  const key = near === undefined ? 'definitions.unknown' : 'definitions.unknownNear';
  return new UserError('wrongUse', key, { name, near: near ?? '' });
}
