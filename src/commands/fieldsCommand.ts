/** `fields`: what a file can hold of a user, from the catalogue. */
import { fieldsFor, FIELDS, type CatalogueField, type ImportType } from '../domain/fields.js';
import { tableLines } from './answers/answer.js';
import type { Command } from './command.js';
import { TYPE } from './line/flags.js';
import type { FieldJson } from './answers/schemas/lists.js';

export const fields: Command = {
  words: 'fields',
  answers: () => 'fields',
  summary: 'command.fields',
  flags: [TYPE],
  run: (args, context) => {
    const { language, say } = context;
    const type = args.text(TYPE) as ImportType | undefined;
    const listed = type === undefined ? FIELDS : fieldsFor(type);
    const rows = listed.map((field) => [
      field.id,
      field[language],
      field.knUserId,
      say(`fieldKind.${field.kind}`),
      field.maxLength === undefined ? '' : String(field.maxLength),
      say(`emptyCell.${emptyCell(field)}`),
    ]);
    const titles = ['field', 'label', 'knUser', 'kind', 'length', 'emptyCell'] as const;
    return Promise.resolve({ name: 'fields', list: listed.map(fieldJson), lines: tableLines(titles, rows, context) });
  },
};

/** What an empty cell comes to; of a field that is no value of the user, what it does to the row. */
function emptyCell({ id, emptyRule }: Pick<CatalogueField, 'id' | 'emptyRule'>): FieldJson['empty'] {
  return emptyRule ?? (id === 'user' ? 'rejects' : id === 'mutationCode' ? 'code-0' : 'nothing');
}

function fieldJson(field: CatalogueField): FieldJson {
  const { id, nl, en, knUserId, kind, maxLength, availability, newUserDefault } = field;
  return {
    id,
    nl,
    en,
    knUser: knUserId,
    kind,
    maxLength: maxLength ?? null,
    ...availability,
    empty: emptyCell(field),
    newUserDefault: newUserDefault ?? null,
  };
}
