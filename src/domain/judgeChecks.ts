/** Which checks of its organisation a row matches (docs/rules.md, *Checks*). Nothing is changed by it. */
import { groupsOf, outcomeOf, type Drafts } from './commitRow.js';
import { flagsToAccess } from './directory.js';
import { matchesRow } from './filter/matchRow.js';
import type { FilteredUser } from './filter/matchUser.js';
import { message, type Message } from './messages.js';
import { NOTHING_PLANNED, NO_GROUP_CHANGES, type PlannedRow } from './plannedRow.js';
import type { RowReader } from './readRow.js';
import type { RowInProgress } from './rowInProgress.js';
import { caseKey, type SourceRow } from './sourceRow.js';
import { searchTextOf } from './text/rowText.js';
import { unknownFieldsOf } from './unknown.js';
import { NOBODY, type UserState } from './userState.js';
import type { WorkingDirectory } from './workingDirectory.js';

/** Of a row that would be done: what it would leave behind is looked at before it is kept. */
export function judgeDoneRow(
  row: RowInProgress,
  source: SourceRow,
  drafts: Drafts,
  messages: readonly Message[],
): readonly Message[] {
  const { reader, directory, number, identity } = row;
  if (reader.checks.length === 0) return [];
  const changes = drafts.map((draft) => draft.changes()).filter(({ fields }) => fields.length > 0);
  const groups = groupsOf(drafts[0]);
  const planned: PlannedRow = {
    ...NOTHING_PLANNED,
    row: number,
    user: identity.user,
    name: drafts[0].after.description,
    code: identity.code,
    codeDefaulted: identity.codeDefaulted,
    outcome: outcomeOf(row, drafts, changes.length > 0 || groups !== NO_GROUP_CHANGES),
    changes,
    groups,
    messages,
  };
  return matched(planned, source, reader, directory, drafts[0].after);
}

/** A row that is rejected for another reason carries them too: who looks for it finds it. */
export function withChecks(
  planned: PlannedRow,
  source: SourceRow,
  reader: RowReader,
  directory: WorkingDirectory,
): PlannedRow {
  if (planned.outcome !== 'rejected' || planned.messages.some(({ code }) => code === 'CHECK')) return planned;
  const user = directory.findTarget(caseKey(planned.user))?.state ?? NOBODY;
  const told = matched(planned, source, reader, directory, user);
  return told.length === 0 ? planned : { ...planned, messages: [...planned.messages, ...told] };
}

function matched(
  planned: PlannedRow,
  source: SourceRow,
  { checks }: RowReader,
  { target: { code: target, participant } }: WorkingDirectory,
  state: UserState,
): readonly Message[] {
  const row = { planned, target, kind: '', text: searchTextOf(planned, source), user: filteredUser(state, target) };
  return checks
    .filter(({ terms }) => matchesRow(terms, row, participant))
    .map(({ name, then }) => {
      const told = message('CHECK', null, { check: name, then });
      return then === 'reject' ? { ...told, level: 'error' as const } : told;
    });
}

function filteredUser(state: UserState, environment: string): FilteredUser {
  return {
    ...state,
    environment,
    user: state.code,
    groups: [...state.groups.values()],
    leftover: false,
    tokens: [],
    access: flagsToAccess(state.access),
    unknown: unknownFieldsOf(state.unknown),
  };
}
