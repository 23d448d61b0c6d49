/** What a term of a filter over the rows of a plan can be about. */
import type { RowFilterField, RowTerm } from '../rowTerms.js';
import { STATE_FIELDS } from '../userState.js';
import { OF_USERS, vocabularyOf, type FilterVocabulary, type NamedField } from './filterFields.js';
import { codesMeant, isNone, levelsMeant, matchesField, outcomesMeant, rowsMeant } from './matchRow.js';
import { isAnything } from './matchUser.js';

const OF_ROWS_ALONE: readonly NamedField<RowFilterField>[] = [
  { id: 'row', nl: 'Rij', en: 'Row' },
  { id: 'outcome', nl: 'Uitkomst', en: 'Outcome' },
  { id: 'code', nl: 'Mutatiecode', en: 'Mutation code' },
  { id: 'message', nl: 'Melding', en: 'Message' },
  { id: 'level', nl: 'Soort melding', en: 'Level' },
  { id: 'kind', nl: 'Soort', en: 'Kind' },
  { id: 'field', nl: 'Veld', en: 'Field' },
  { id: 'from', nl: 'Was', en: 'From' },
  { id: 'to', nl: 'Wordt', en: 'To' },
];

/** Of rows; what a user has is that of the user as planned. */
export const OF_ROWS: FilterVocabulary<RowFilterField> = vocabularyOf<RowFilterField>(
  // A row that names who is gone does nothing, and says so (`message:USER_GONE`).
  [...OF_ROWS_ALONE, ...OF_USERS.fields.filter(({ id }) => id !== 'gone')],
  (field) => OF_USERS.fields.some(({ id }) => id === field && OF_USERS.isYesNo(id)),
  canBeFound,
);

/** What a change can be of. */
export const CHANGED_FIELDS: readonly string[] = [...STATE_FIELDS, 'password', 'group'];

/** A word that was misspelled would find nothing, and look as if there were nothing. */
function canBeFound(term: RowTerm): boolean {
  switch (term.field) {
    case 'outcome':
      return outcomesMeant(term).length > 0;
    case 'level':
      return isNone(term) || levelsMeant(term).length > 0;
    case 'message':
      return isNone(term) || codesMeant(term).length > 0;
    case 'field':
      return CHANGED_FIELDS.some((field) => matchesField(term, field));
    case 'row':
      return isNone(term) || isAnything(term.value) || rowsMeant(term).length === term.value.split(',').length;
    case 'kind':
      return isNone(term) || /^[0-9a-f]{1,12}$/iu.test(term.value);
    default:
      return true;
  }
}
