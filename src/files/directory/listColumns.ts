/** Which column of a list is what: known by its header, in either language, or the list is refused. */
import { nameKey, namesOf } from '../../domain/fieldNames.js';
import { UnreadableFile } from '../../application/userError.js';
import type { InspectedFile } from '../../application/ports/importFiles.js';
import type { ListRequest, TableList } from '../../application/ports/directoryLists.js';
import { fieldOf, FIELDS, type CatalogueField } from '../../domain/fields.js';
import { columnsNamed } from '../mapping/columnsNamed.js';
import type { TextRef } from '../../language/index.js';

export interface ListField {
  /** Where its value stands in the directory: `email`, `access.profit`, `groups`. */
  readonly name: string;
  readonly kind: 'code' | 'text' | 'yesNo';
  /** What its column may be called; the first is the one that is told. */
  readonly names: readonly string[];
  /** An empty cell is an empty value; of any other field it leaves what is there. */
  readonly clears?: boolean;
}

export interface ListColumn {
  readonly index: number;
  readonly header: string;
  readonly field: ListField;
}

export interface ListColumns {
  readonly columns: readonly ListColumn[];
  /** Columns without a name: whatever stands there is told. */
  readonly nameless: readonly number[];
}

const FIELDS_OF: Readonly<Record<TableList, readonly ListField[]>> = {
  persons: [
    { name: 'code', kind: 'code', names: ['code', 'nummer', 'number', ...namesOf(fieldOf('person'))] },
    { name: 'name', kind: 'text', names: ['name', 'naam'] },
  ],
  groups: [
    { name: 'code', kind: 'code', names: ['code', ...namesOf(fieldOf('group'))] },
    {
      name: 'description',
      kind: 'text',
      names: ['description', 'omschrijving', ...namesOf(fieldOf('groupDescription'))],
    },
  ],
  users: [
    ...FIELDS.filter(({ id, availability }) => availability.mutation !== 'no' || id === 'group').map(userField),
    { name: 'blocked', kind: 'yesNo', names: ['blocked', 'geblokkeerd'] },
  ],
};

/** A field of import files, which a list of users calls by the same names. */
function userField(field: CatalogueField): ListField {
  const { id, kind, emptyRule } = field;
  const names = namesOf(field);
  if (kind === 'yesNo') return { name: `access.${id}`, kind, names };
  return {
    name: id === 'group' ? 'groups' : id,
    kind: kind === 'text' ? kind : 'code',
    names,
    clears: emptyRule === 'clear',
  };
}

/** Throws `UnreadableFile` that names every column that is not settled. */
export function columnsOfList({ headers, name: file }: InspectedFile, { as, ignore }: ListRequest): ListColumns {
  const fields = FIELDS_OF[as];
  const ignored = new Set(ignore.flatMap((name) => columnsNamed(headers, name)));
  const columns: ListColumn[] = [];
  const nameless: number[] = [];
  const problems: TextRef[] = [];
  for (const [index, header] of headers.entries()) {
    if (ignored.has(index)) continue;
    const field = fields.find(({ names }) => names.some((name) => nameKey(name) === nameKey(header)));
    const before = columns.find((column) => column.field === field);
    if (before) problems.push({ key: 'directory.listColumnTwice', params: { one: before.header, other: header } });
    else if (field) columns.push({ index, header, field });
    else if (header === '') nameless.push(index);
    else problems.push({ key: 'directory.listColumnUnknown', params: { column: header, name: header } });
  }
  const key = fields[0];
  if (key && !columns.some(({ field }) => field === key))
    problems.push({ key: 'directory.listColumnMissing', params: { column: key.names[0] ?? '' } });
  if (problems.length > 0) {
    const known = fields.map(({ names }) => names[0]).join(', ');
    throw new UnreadableFile('directory.listColumns', { file, as, known }, problems);
  }
  return { columns, nameless };
}
