/**
 * What of a run went to AFAS: of one that was delivered as a file, the rows that were refused changed nothing there, a
 * password was in no file, and a group that a refused row was to make never was. Only the rest is undone.
 */
import { DeliveredChanges, type ChangedUser } from '../domain/delivery/deliveredChanges.js';
import { isDone } from '../domain/outcomes.js';
import type { FieldChange, PlannedRow } from '../domain/plannedRow.js';
import type { Run } from '../domain/run.js';
import { caseKey } from '../domain/sourceRow.js';
import type { PlanStore } from './ports/planStore.js';
import type { GroupsOfRun } from './undoGroups.js';
import type { NamedUser } from './undoTargets.js';

export interface SentPart {
  /** A target with those that followed it, as far as they were sent; nobody where nothing was. */
  readonly users: (target: readonly NamedUser[]) => NamedUser[];
  readonly groups: (ofRun: GroupsOfRun) => GroupsOfRun;
}

/** Of a run that was applied here, all of it. */
export async function sentPart(plans: PlanStore, run: Run, isMirror: boolean): Promise<SentPart> {
  const { delivery } = run;
  if (delivery === null) return { users: (target) => [...target], groups: (ofRun) => ofRun };
  const refused = await plans.rowsByNumber(run.id, delivery.refused);
  const partly = new Map<number, PlannedRow[]>(
    refused.flatMap(({ planUser }) => (planUser === null ? [] : [[planUser, []]])),
  );
  const left = new Set(delivery.refused);
  const made = new Set<string>();
  for await (const rows of plans.rows(run.id, {}))
    for (const row of rows) {
      if (!isDone(row.outcome) || left.has(row.row)) continue;
      for (const group of row.groups.created) made.add(caseKey(group));
      if (row.planUser !== null) partly.get(row.planUser)?.push(row);
    }
  return {
    users: (target) => sentUsers(target, partly, run.environment),
    groups: ({ created, removed }) => ({
      // No import takes a group away, and what the mirror has is what AFAS has.
      created: isMirror ? [] : created.filter(({ code }) => made.has(caseKey(code))),
      removed,
    }),
  };
}

function sentUsers(
  target: readonly NamedUser[],
  partly: ReadonlyMap<number, readonly PlannedRow[]>,
  environment: string,
): NamedUser[] {
  const rows = partly.get(target[0]?.targetPlanId ?? 0);
  if (rows === undefined) return target.map(withoutPassword).filter(changesAny);
  const changes = new DeliveredChanges(environment);
  for (const row of rows) changes.add(row);
  return target.flatMap((user) => {
    const sent = changes.users.find((one) => one.environment === user.environment);
    return sent ? [asSent(user, sent)] : [];
  });
}

function withoutPassword(user: NamedUser): NamedUser {
  return { ...user, fields: user.fields.filter(([field]) => field !== 'password') };
}

function changesAny({ created, fields, groupsAdded, groupsRemoved, tokensRevoked }: NamedUser): boolean {
  return created || fields.length + groupsAdded.length + groupsRemoved.length + tokensRevoked > 0;
}

function asSent(user: NamedUser, { isNew, changes }: ChangedUser): NamedUser {
  const groups = changes.filter(({ field }) => field === 'group');
  const unknown = new Set(user.fields.flatMap(([field, , , before]) => (before === undefined ? [] : [field])));
  return {
    ...user,
    created: isNew,
    fields: changes.flatMap(({ field, from, to }): FieldChange[] => {
      if (field === 'group') return [];
      return [unknown.has(field) ? [field, from, to, 'from'] : [field, from, to]];
    }),
    groupsAdded: groups.flatMap(({ to }) => (to === null ? [] : [String(to)])),
    groupsRemoved: groups.flatMap(({ from }) => (from === null ? [] : [String(from)])),
  };
}
