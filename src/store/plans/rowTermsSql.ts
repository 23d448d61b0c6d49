/** A filter over the rows of a plan, in SQL: it finds the rows that `domain/filter/matchRow.ts` finds. */
import { EVERYONE, type Environment } from '../../domain/directory.js';
import {
  changesOfRow,
  changeTest,
  codesMeant,
  isAnySo,
  isNone,
  isOfChange,
  isUserTerm,
  levelsMeant,
  outcomesMeant,
  rowsMeant,
  sorted,
} from '../../domain/filter/matchRow.js';
import { anyToken, isAnything, matchesText, type TermValue } from '../../domain/filter/matchUser.js';
import { readYesNo } from '../../domain/readValue.js';
import type { RowTerm, RowTerms } from '../../domain/rowTerms.js';
import { caseKey } from '../../domain/sourceRow.js';
import type { FilterTerm } from '../../domain/userFilter.js';
import type { Connection } from '../connection/connection.js';
import { listEnvironments } from '../directory/environments.js';
import { likeText, selectOne } from '../rows.js';
import { factsReader } from '../users/filterFacts.js';
import {
  ALL,
  allOf,
  anyOf,
  condition,
  conditionOf,
  NONE,
  not,
  textIs,
  type Condition,
  type FilterFacts,
} from '../users/userFilterSql.js';
import { KIND_DIGITS } from './kindNumber.js';
import { plannedUsers } from './plannedUsers.js';
import { changesSomething, markBit } from './planRowRecords.js';
import { countKinds, type RowsOfRun } from './rowGroups.js';
import { readRowsByNumber } from './rowQueries.js';
import { readDetails } from './rowsInBulk.js';

/** What is looked through: a plan, in its environment. */
interface Searched {
  readonly connection: Connection;
  readonly run: RowsOfRun;
  readonly target: Environment;
  readonly factsOf: ReturnType<typeof factsReader>;
}

/** The numbers of the rows that a filter finds, in order, as a JSON text. */
export async function matchingRows(connection: Connection, run: RowsOfRun, { terms }: RowTerms): Promise<string> {
  const { planId: plan, environment } = run;
  const environments = await listEnvironments(connection);
  const target = environments.find(({ code }) => code === environment);
  if (!target) throw new Error('a plan of an environment that is not there');
  // A row is about a user of the plan's environment, whatever a bare code would be completed with elsewhere.
  const factsOf = factsReader(connection, [target], plannedUsersAs(plan, target));
  const searched = { connection, run, target, factsOf };
  const { onOneChange, others } = sorted(terms);
  const changed = onOneChange.length > 0 ? await changesMeant(onOneChange, searched) : undefined;
  // What was looked at row by row is in order, and nothing else is asked.
  if (changed?.rows && others.length === 0) return JSON.stringify(changed.rows);
  const conditions: Condition[] = changed ? [ofThose(changed, connection)] : [];
  for (const term of others) conditions.push(await termCondition(term, searched));
  const users = plannedUsers(plan, target.id);
  const { sql, bindings } = allOf(conditions);
  const found = await selectOne<{ numbers: string }>(
    connection.knex,
    `select ${connection.dialect.list('id')} as numbers from (select u.id from ${users.sql} u where ${sql} order by u.id) found`,
    [...users.bindings, ...bindings],
  );
  return found?.numbers ?? '[]';
}

/** Never null, so that it can be turned round. */
async function termCondition(term: RowTerm, searched: Searched): Promise<Condition> {
  if (isUserTerm(term) && term.field !== 'env') return userCondition(term, await searched.factsOf(term));
  const held = await rowCondition(term, searched);
  return term.negated ? not(held) : held;
}

async function rowCondition(term: RowTerm, searched: Searched): Promise<Condition> {
  const { field } = term;
  if (isOfChange(field)) return changedRows([{ ...term, negated: false }], searched);
  switch (field) {
    case 'row':
      return anyOf(rowsMeant(term).map(([first, last]) => condition('(u.id between ? and ?)', first, last)));
    case 'outcome':
      return oneOf('u.outcome', outcomesMeant(term));
    case 'code':
      return textIs("coalesce(u.code, '')", term);
    case 'message':
      if (isNone(term)) return condition(`(u.marks & ${ANY_LEVEL} = 0)`);
      return anyOf(
        codesMeant(term).map((code) => condition("(u.detail like ? escape '\\')", `%["${likeText(code)}",%`)),
      );
    case 'level':
      if (isNone(term)) return condition(`(u.marks & ${ANY_LEVEL} = 0)`);
      return anyOf(levelsMeant(term).map((level) => condition(`(u.marks & ${markBit(level)} > 0)`)));
    case 'kind':
      return kindCondition(term);
    default:
      return environmentCondition(term, searched);
  }
}

const ANY_LEVEL = markBit('error') | markBit('warning') | markBit('notice');

function oneOf(column: string, values: readonly string[]): Condition {
  return anyOf(values.map((value) => condition(`(${column} = ?)`, value)));
}

/** All numbers whose first digits these are. */
function kindCondition(term: RowTerm): Condition {
  const digits = caseKey(term.value);
  if (isNone(term)) return condition('(u.kind is null)');
  if (!/^[0-9a-f]{1,12}$/u.test(digits)) return NONE;
  const width = 16 ** (KIND_DIGITS - digits.length);
  const first = Number.parseInt(digits, 16) * width;
  return condition('(u.kind is not null and u.kind between ? and ?)', first, first + width - 1);
}

/** The environments that a row reaches: the plan's own always, others where something changes there. */
async function environmentCondition(term: RowTerm, searched: Searched): Promise<Condition> {
  if (matchesText(term, searched.target.code)) return ALL;
  return changedRows([{ ...term, field: 'env', negated: false }], searched);
}

function userCondition(term: FilterTerm, facts: FilterFacts): Condition {
  const { field } = term;
  const plain = { ...term, negated: false };
  const held = ((): Condition => {
    if (field === null)
      return anyOf([
        condition("(u.search like ? escape '\\')", `%${likeText(caseKey(term.value))}%`),
        conditionOf(plain, facts),
      ]);
    if (field === 'user') return anyOf([textIs('u.row_key', term), conditionOf(plain, facts)]);
    if (field === 'group') return groupCondition(plain, facts);
    if (field === 'token') return tokenCondition(plain, facts);
    return conditionOf(plain, facts);
  })();
  if (!term.negated) return held;
  if (field === null || field === 'user' || field === 'group' || field === 'token') return not(held);
  // What is not known of a user finds it neither way.
  return conditionOf({ ...term, negated: true }, facts);
}

function plannedUsersAs(plan: number, target: Environment): Condition {
  const { sql, bindings } = plannedUsers(plan, target.id);
  return { sql: `${sql} u`, bindings };
}

/** The groups that the directory has, without those that are left, and those that are joined. */
function groupCondition(term: FilterTerm, { dialect }: FilterFacts): Condition {
  const any = term.operator === 'is' && (term.value === '' || isAnything(term.value));
  if (!any && matchesText(term, EVERYONE)) return ALL;
  const wanted = (column: string): Condition => (any ? ALL : textIs(column, term));
  const kept = wanted('g.code_key');
  const joined = wanted('lower(a.value)');
  const left = `g.code_key in (select lower(d.value) from ${dialect.unfold("coalesce(u.groups_removed, '[]')", 'd')})`;
  const some = condition(
    `(exists (select 1 from memberships m join user_groups g on g.id = m.group_id
        where m.user_id = u.user_id and not ${left} and ${kept.sql})
      or exists (select 1 from ${dialect.unfold("coalesce(u.groups_added, '[]')", 'a')} where ${joined.sql}))`,
    ...kept.bindings,
    ...joined.bindings,
  );
  return any && term.value === '' ? not(some) : some;
}

/** A user who is renamed or removed has none any more. */
function tokenCondition(term: FilterTerm, { tokens, dialect }: FilterFacts): Condition {
  const any = anyToken(term);
  const has = '(u.tokens_revoked is null and exists (select 1 from tokens t where t.user_id = u.user_id';
  if (any !== undefined) return condition(any ? `${has}))` : `(not ${has})))`);
  const meant = JSON.stringify(tokens.filter((text) => matchesText(term, text)));
  return condition(`${has} and (t.application in ${dialect.texts} or t.device in ${dialect.texts})))`, meant, meant);
}

/**
 * Rows with a change that is as all of these terms say. Rows of one kind change the same fields, and reach the same environments: a
 * question about one of those alone is answered by the kinds. For any other, the rows of the kinds that can be meant are looked at.
 */
async function changedRows(terms: readonly RowTerm[], searched: Searched): Promise<Condition> {
  return ofThose(await changesMeant(terms, searched), searched.connection);
}

/** Rows by their number, in order, or all rows of some kinds that are not left out. */
type Changed = { readonly rows: readonly number[] } | { readonly rows?: undefined; readonly kinds: readonly number[] };

function ofThose(changed: Changed, { dialect }: Connection): Condition {
  if (changed.rows) return condition(`(u.id in ${dialect.numbers})`, JSON.stringify(changed.rows));
  return condition(
    `(u.kind is not null and u.outcome <> 'excluded' and u.kind in ${dialect.numbers})`,
    JSON.stringify(changed.kinds),
  );
}

async function changesMeant(terms: readonly RowTerm[], searched: Searched): Promise<Changed> {
  const { connection, run, target } = searched;
  const { kinds, areKept } = await kindsMeant(terms, searched);
  if (kinds.length === 0) return { rows: [] };
  const fields = new Set(terms.map(({ field }) => field));
  if (areKept && fields.size === 1 && (fields.has('field') || fields.has('env'))) return { kinds };
  const found: number[] = [];
  const filter = { ...(areKept && { kinds }), texts: textsMeant(terms) };
  const isMeant = changeTest(terms);
  for await (const rows of readDetails(connection, run.planId, filter))
    for (const [row, detail] of rows) if (changesSomething(detail, target.code, isMeant)) found.push(row);
  return { rows: found };
}

/** Kinds whose rows may be meant, by what all rows of a kind have in common. */
async function kindsMeant(
  terms: readonly RowTerm[],
  { connection, run, target }: Searched,
): Promise<{ readonly kinds: readonly number[]; readonly areKept: boolean }> {
  const { kinds: all, areKept } = await countKinds(connection, run);
  const counted = all.filter(({ leftOut }) => !leftOut);
  const inCommon = terms.filter(({ field }) => field === 'field' || field === 'env');
  const onOne = inCommon.length === terms.length && new Set(terms.map(({ field }) => field)).size === 1;
  const kinds: number[] = [];
  for (let at = 0; at < counted.length; at += EXAMPLES) {
    const some = counted.slice(at, at + EXAMPLES);
    const numbers = some.map(({ example }) => example);
    const examples = new Map((await readRowsByNumber(connection, run.planId, numbers)).map((row) => [row.row, row]));
    for (const { kind, example } of some) {
      const row = examples.get(example);
      if (!row) continue;
      const changes = changesOfRow(row, target.code);
      const isMeant = onOne ? isAnySo(terms, changes) : inCommon.every((term) => isAnySo([term], changes));
      if (isMeant) kinds.push(kind);
    }
  }
  return { kinds, areKept };
}

const EXAMPLES = 1000;

/** Texts that every row that is meant has among its own, as they are looked for; what may be yes or no is no text. */
function textsMeant(terms: readonly RowTerm[]): readonly TermValue[] {
  return terms.filter(
    ({ field, value }) =>
      (field === 'from' || field === 'to') && value !== '' && !isAnything(value) && readYesNo(value) === undefined,
  );
}
