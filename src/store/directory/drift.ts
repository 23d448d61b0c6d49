/** Linked users whose synced fields differ between the environments of a type. */
import type { DriftingUser, IdentityHolders } from '../../application/ports/directoryStore.js';
import type { EnvironmentType } from '../../domain/directory.js';
import { IDENTITY_FIELDS } from '../../domain/fields.js';
import type { Connection } from '../connection/connection.js';
import { number, partsOf, select } from '../rows.js';

const CHUNK = 1000;

interface DriftRow {
  code_key: string;
  type: EnvironmentType;
  environment: string;
  code: string;
  description: string;
  email: string;
  upn: string;
}

/** In order of type and user code. */
export async function* findDrift(
  { knex, dialect }: Connection,
  type?: EnvironmentType,
): AsyncGenerator<DriftingUser[]> {
  for (const one of type ? [type] : (['production', 'test', 'accept'] as const)) {
    for (let after = ''; ;) {
      const keys = await select<{ code_key: string }>(
        knex,
        `select u.code_key from users u join environments e on e.id = u.environment_id
         where e.type = ? and e.deleted_at is null and u.code_key > ? group by u.code_key
         having count(distinct u.description) > 1 or count(distinct u.email) > 1 or count(distinct u.upn) > 1 or count(distinct u.code) > 1
         order by u.code_key limit ${CHUNK}`,
        [one, after],
      );
      const rows = await select<DriftRow>(
        knex,
        `select u.code_key, e.type, e.code as environment, u.code, u.description, u.email, u.upn from users u
         join environments e on e.id = u.environment_id where e.type = ? and e.deleted_at is null and u.code_key in ${dialect.texts}
         order by u.code_key, e.id`,
        [one, JSON.stringify(keys.map((row) => row.code_key))],
      );
      if (keys.length > 0) yield keys.map(({ code_key }) => driftOf(rows.filter((row) => row.code_key === code_key)));
      if (keys.length < CHUNK) break;
      after = keys.at(-1)?.code_key ?? after;
    }
  }
}

function driftOf(rows: readonly DriftRow[]): DriftingUser {
  const [first] = rows;
  const differ = (field: 'description' | 'email' | 'upn' | 'code'): boolean =>
    rows.some((row) => row[field] !== first?.[field]);
  return {
    user: first?.code ?? '',
    type: first?.type ?? 'production',
    values: rows.map(({ environment, code, description, email, upn }) => ({
      environment,
      user: code,
      description,
      email,
      upn,
    })),
    fields: [...(differ('code') ? (['user'] as const) : []), ...IDENTITY_FIELDS.filter(differ)],
  };
}

/** How many of these users hold each identity value, by environment. */
export async function countIdentityHolders(
  { knex, dialect }: Connection,
  userKeys: readonly string[],
  environmentIds: readonly number[],
): Promise<IdentityHolders[]> {
  const totals = new Map<string, IdentityHolders>();
  for (const part of partsOf(userKeys, 5000)) {
    const rows = await select<{ environment: string; description: number; email: number; upn: number }>(
      knex,
      `select e.code as environment, sum(case when u.description <> '' then 1 else 0 end) as description,
         sum(case when u.email <> '' then 1 else 0 end) as email, sum(case when u.upn <> '' then 1 else 0 end) as upn
       from users u join environments e on e.id = u.environment_id
       where u.code_key in ${dialect.texts} and u.environment_id in ${dialect.numbers} group by e.id, e.code order by e.id`,
      [JSON.stringify(part), JSON.stringify(environmentIds)],
    );
    for (const row of rows) {
      const { description = 0, email = 0, upn = 0 } = totals.get(row.environment)?.counts ?? {};
      const counts = {
        description: description + number(row.description),
        email: email + number(row.email),
        upn: upn + number(row.upn),
      };
      totals.set(row.environment, { environment: row.environment, counts });
    }
  }
  return [...totals.values()];
}
