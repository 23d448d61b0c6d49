/** Hints for completion (docs/cli.md, *Completion*): a few short queries by key. */
import {
  MOST_HINTS,
  type CodeHint,
  type CompletionValues,
  type HintQuery,
  type Hints,
  type OpenCompletionValues,
  type RunHint,
  type RunsFor,
} from '../../application/ports/completionValues.js';
import { EVERYONE } from '../../domain/directory.js';
import type { Run } from '../../domain/run.js';
import { caseKey } from '../../domain/sourceRow.js';
import type { Ask, Value } from './ask.js';
import { openToAsk } from './askDatabase.js';

/** Behind every text that begins as it does. */
const LAST = '\u{10ffff}';

export const openCompletionValues: OpenCompletionValues = async (target) => valuesOf(await openToAsk(target));

function valuesOf(ask: Ask): CompletionValues {
  return {
    environments: () => ask<CodeHint>('select code, name from environments where deleted_at is null order by id'),
    runs: (query) => findRuns(ask, query),
    definitions: (query) => byKey(ask, query, 'definitions t', 'name_key', 'name', "''"),
    users: (query) => inEnvironments(ask, query, 'users', 'description'),
    groups: (query) => inEnvironments(ask, query, 'user_groups', 'description', [EVERYONE]),
    persons: (query) => inEnvironments(ask, query, 'persons', 'name'),
    participants: async (environment) => {
      const [where, values] = environmentIs(environment);
      const found = await ask<{ participant: string }>(
        `select distinct participant from environments e where ${where} and participant <> '' order by participant`,
        values,
      );
      return found.map(({ participant }) => participant);
    },
  };
}

const IS_THERE = 'e.deleted_at is null';

function environmentIs(environment: string | undefined): [string, Value[]] {
  return environment === undefined ? [IS_THERE, []] : [`${IS_THERE} and e.code_key = ?`, [caseKey(environment)]];
}

/** Codes of one environment, or of all, each once. */
async function inEnvironments(
  ask: Ask,
  { environment, ...query }: HintQuery,
  table: 'users' | 'user_groups' | 'persons',
  name: string,
  without: readonly string[] = [],
): Promise<Hints<CodeHint>> {
  const [where, values] = environmentIs(environment);
  const found = await ask<{ id: number }>(`select e.id from environments e where ${where}`, values);
  const ids = found.map(({ id }) => id).join(', ') || 'null';
  const hidden = without.map((code) => `'${caseKey(code)}'`).join(', ') || "''";
  const only = `t.environment_id in (${ids}) and t.code_key not in (${hidden})`;
  return byKey(ask, query, `${table} t`, 'code_key', 'code', name, only);
}

/** What begins with a prefix, by its key: the first of them, and the last where there are more. */
async function byKey(
  ask: Ask,
  { prefix }: HintQuery,
  from: string,
  key: string,
  code: string,
  name: string,
  only = '1 = 1',
): Promise<Hints<CodeHint>> {
  const begin = caseKey(prefix);
  const select = `select min(${code}) as code, min(${name}) as name from ${from}
    where ${only} and ${key} >= ? and ${key} <= ? group by ${key} order by ${key}`;
  const values = [begin, begin + LAST];
  const found = await ask<CodeHint>(`${select} limit ${MOST_HINTS + 1}`, values);
  if (found.length <= MOST_HINTS) return { found, more: false };
  const last = await ask<CodeHint>(`${select} desc limit 1`, values);
  return { found: [...found.slice(0, MOST_HINTS - 1), ...last], more: true };
}

const RUNS: Readonly<Record<RunsFor, string>> = {
  all: '1 = 1',
  planned: "r.status = 'planned'",
  undecided: "r.status in ('planned', 'delivered')",
  delivered: "r.status = 'delivered'",
  waiting: "r.status = 'planned' and r.expires_at > ?",
  applied: "r.status = 'applied' and r.undone_by is null",
};

interface RunRow extends Omit<RunHint, 'file' | 'act' | 'user'> {
  readonly expires: string;
  readonly details: string;
}

async function findRuns(
  ask: Ask,
  { prefix, which, now }: Parameters<CompletionValues['runs']>[0],
): Promise<Hints<RunHint>> {
  if (!/^\d*$/u.test(prefix)) return { found: [], more: false };
  const where = `${RUNS[which]} and cast(r.id as text) like ?`;
  const values = [...(which === 'waiting' ? [now] : []), `${prefix}%`];
  const select = `select r.id as run, e.code as environment, r.status, r.kind, r.parent, r.expires_at as expires, r.details
    from runs r join environments e on e.id = r.environment_id`;
  const latest = await ask<RunRow>(`${select} where ${where} order by r.id desc limit ${MOST_HINTS + 1}`, values);
  const hint = (row: RunRow): RunHint => runHint(row, now);
  if (latest.length <= MOST_HINTS) return { found: latest.map(hint), more: false };
  // By their text: the first and the last decide what all of them begin with.
  const [ends] = await ask<{ first: string; last: string }>(
    `select min(cast(r.id as text)) as first, max(cast(r.id as text)) as last from runs r where ${where}`,
    values,
  );
  const shown = latest.slice(0, MOST_HINTS - 2);
  const missing = [Number(ends?.first), Number(ends?.last)].filter((id) => !shown.some(({ run }) => run === id));
  const others = await ask<RunRow>(`${select} where r.id in (${missing.join(', ') || 'null'}) order by r.id desc`);
  return { found: [...shown, ...others].map(hint), more: true };
}

function runHint({ expires, details, ...row }: RunRow, now: string): RunHint {
  const { file, settings } = JSON.parse(details) as Partial<Pick<Run, 'file' | 'settings'>>;
  return {
    ...row,
    status: row.status === 'planned' && expires <= now ? 'expired' : row.status,
    file: file?.name ?? '',
    act: settings?.act?.act ?? '',
    user: settings?.act?.user ?? '',
  };
}
