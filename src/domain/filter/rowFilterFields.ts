/** What a term of a filter over the rows of a plan can be about. */
import type { RowFilterField } from '../rowTerms.js';
import { OF_USERS, vocabularyOf, type FilterVocabulary, type NamedField } from './filterFields.js';

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
  [...OF_ROWS_ALONE, ...OF_USERS.fields],
  (field) => OF_USERS.fields.some(({ id }) => id === field && OF_USERS.isYesNo(id)),
);
