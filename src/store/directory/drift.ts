/** Linked users whose synced fields differ between the environments of a type. */
import type { DriftingUser, IdentityHolders } from '../../application/ports/directoryStore.js';
import { ENVIRONMENT_TYPES, type EnvironmentType } from '../../domain/directory.js';
import { fieldOf, IDENTITY_FIELDS, SYNCED_TEXT_FIELDS, SYNCED_TEXTS, type IdentityField } from '../../domain/fields.js';
import { isUnknown } from '../../domain/unknown.js';
import type { Connection } from '../connection/connection.js';
import { pages } from '../pages.js';
import { number, partsOf, select, selectRows } from '../rows.js';
import { pick, reader, text } from '../table.js';
import { USERS } from './userRecords.js';

const CHUNK = 1000;

const LIVE = 'from users u join environments e on e.id = u.environment_id where e.type = ? and e.deleted_at is null';

const DRIFTING = reader({
  codeKey: text('u.code_key'),
  type: text<EnvironmentType>('e.type'),
  values: reader(
    {
      environment: text('e.code'),
      user: text('u.code'),
      ...pick(USERS.columns, ...SYNCED_TEXT_FIELDS),
      unknown: USERS.columns.unknown,
    },
    'u',
  ),
});
type DriftingRow = ReturnType<typeof DRIFTING.decode>;

const DIFFERS = ['code', ...SYNCED_TEXTS.map(({ column }) => column)]
  .map((column) => `count(distinct u.${column}) > 1`)
  .join(' or ');

/** In order of type and user code. */
export async function* findDrift(connection: Connection, type?: EnvironmentType): AsyncGenerator<DriftingUser[]> {
  const { knex, dialect } = connection;
  for (const one of type ? [type] : ENVIRONMENT_TYPES) {
    const keys = pages<{ readonly code_key: string }>({
      key: ['u.code_key'],
      keyOf: ({ code_key }) => [code_key],
      size: CHUNK,
      read: (after, order, from) =>
        select(knex, `select u.code_key ${LIVE} and ${after} group by u.code_key having ${DIFFERS} ${order}`, [
          one,
          ...from,
        ]),
    });
    for await (const chunk of keys) {
      const rows = await selectRows(
        connection,
        DRIFTING,
        `${LIVE} and u.code_key in ${dialect.texts} order by u.code_key, e.id`,
        [one, JSON.stringify(chunk.map(({ code_key }) => code_key))],
      );
      const byKey = new Map<string, DriftingRow[]>(chunk.map(({ code_key }) => [code_key, []]));
      for (const row of rows) byKey.get(row.codeKey)?.push(row);
      // What is not known of a user differs from nothing.
      yield [...byKey.values()].map(driftOf).filter(({ fields }) => fields.length > 0);
    }
  }
}

function driftOf(rows: readonly DriftingRow[]): DriftingUser {
  const [first] = rows;
  return {
    user: first?.values.user ?? '',
    type: first?.type ?? 'production',
    values: rows.map(({ values: { unknown: bits, ...values } }) => {
      const unknown = SYNCED_TEXT_FIELDS.filter((field) => isUnknown(bits, field));
      return unknown.length === 0 ? values : { ...values, unknown };
    }),
    fields: (['user', ...SYNCED_TEXT_FIELDS] as const).filter((field) => {
      const known = rows.filter(({ values }) => !isUnknown(values.unknown, field));
      return known.some(({ values }) => values[field] !== known[0]?.values[field]);
    }),
  };
}

const HELD = IDENTITY_FIELDS.map(
  (field) => `sum(case when u.${fieldOf(field).column} <> '' then 1 else 0 end) as "${field}"`,
).join(', ');

const NOBODY = Object.fromEntries(IDENTITY_FIELDS.map((field) => [field, 0])) as Record<IdentityField, number>;

/** How many of these users hold each identity value, by environment. */
export async function countIdentityHolders(
  { knex, dialect }: Connection,
  userKeys: readonly string[],
  environmentIds: readonly number[],
): Promise<IdentityHolders[]> {
  const totals = new Map<string, Record<IdentityField, number>>();
  for (const part of partsOf(userKeys, 5000)) {
    const rows = await select<Readonly<Record<IdentityField, number>> & { readonly environment: string }>(
      knex,
      `select e.code as environment, ${HELD} from users u join environments e on e.id = u.environment_id
       where u.code_key in ${dialect.texts} and u.environment_id in ${dialect.numbers} group by e.id, e.code order by e.id`,
      [JSON.stringify(part), JSON.stringify(environmentIds)],
    );
    for (const row of rows) {
      const counts = totals.get(row.environment) ?? { ...NOBODY };
      for (const field of IDENTITY_FIELDS) counts[field] += number(row[field]);
      totals.set(row.environment, counts);
    }
  }
  return [...totals].map(([environment, counts]) => ({ environment, counts }));
}
