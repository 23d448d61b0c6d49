/** What a text is searched by, where it is a name or an address and no code. */
import { caseKey } from '../sourceRow.js';

/** Without regard to case, also where a small letter has two forms (ς and σ), or is two characters (i̇ for İ). */
export function searchKey(text: string): string {
  return caseKey(text).replaceAll('ς', 'σ').replaceAll('i\u0307', 'i');
}
