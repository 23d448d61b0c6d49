/** What is in an environment and can be typed in a cell or a form. */
import type { UseCases } from '../../application/useCases.js';
import { caseKey } from '../../domain/sourceRow.js';

/** Fields of which an environment knows the values. */
export type CompletedField = 'group' | 'person';

/** More are no list to choose from. */
const MOST = 100;

/** Groups or persons of which the code or the name begins so, in any letter case. */
export async function beginningWith(
  useCases: UseCases,
  code: string,
  field: CompletedField,
  begun: string,
): Promise<readonly { readonly code: string; readonly description: string }[]> {
  const { id } = await useCases.environment(code);
  const text = caseKey(begun.trim());
  if (field === 'person') return useCases.personsLike(id, text, MOST);
  const groups = await useCases.groupsOf(id);
  return groups
    .filter((group) => [group.code, group.description].some((name) => caseKey(name).startsWith(text)))
    .slice(0, MOST);
}
