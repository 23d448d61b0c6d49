/** The values that a field can have, where these are few: each with what it means. */
import { fieldOf, isFieldId, SITE_LANGUAGES, type FieldId } from '../../domain/fields.js';
import { isMutationCode, MUTATION_CODES } from '../../domain/mutationCodes.js';
import { isSiteLanguage, readYesNo } from '../../domain/readValue.js';
import { sayIn, wordFor } from '../../language/index.js';
import type { Language } from '../../language/text.js';
import { textRef } from '../shell/messages.js';
import type { PickOption } from '../shell/wizard.js';

/** The languages of a site, each by its name. */
export const LANGUAGES = SITE_LANGUAGES.map((code): PickOption => ({
  id: code,
  label: textRef(`language.${code}`),
  hint: code,
}));

/** None for a field of free text. A language is known by its name, a code by what it does. */
export function valuesOf(field: FieldId, language: Language): readonly PickOption[] {
  const word = sayIn(language);
  switch (fieldOf(field).kind) {
    case 'mutationCode':
      return MUTATION_CODES.map((code) => ({ id: code, label: code, hint: word(`code.${code}`) }));
    case 'yesNo':
      return [
        { id: 'J', label: textRef('value.yes'), hint: 'J' },
        { id: 'N', label: textRef('value.no'), hint: 'N' },
      ];
    case 'siteLanguage':
      return LANGUAGES;
    default:
      return [];
  }
}

/** The value of a cell as the list has it: files write yes and no in many ways. */
export function listedValue(field: FieldId, text: string): string {
  const isYes = fieldOf(field).kind === 'yesNo' ? readYesNo(text) : undefined;
  return isYes === undefined ? text : isYes ? 'J' : 'N';
}

/** A value in a word or two, where it is a code; else itself. */
export function valueInWords(field: string, value: string, language: Language): string {
  if (!isFieldId(field)) return value;
  switch (fieldOf(field).kind) {
    case 'mutationCode':
      return isMutationCode(value) ? `${value} ${wordFor(language, `template.shortCode.${value}`)}` : value;
    case 'yesNo': {
      const isYes = readYesNo(value);
      return isYes === undefined ? value : wordFor(language, isYes ? 'value.yes' : 'value.no');
    }
    case 'siteLanguage':
      return isSiteLanguage(value) ? wordFor(language, `language.${value}`) : value;
    default:
      return value;
  }
}
