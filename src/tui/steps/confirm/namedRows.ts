/** Which rows a guard counts: the first of them, to be named where its count is asked. */
import type { RowFilter } from '../../../application/ports/planStore.js';
import type { RunAnswer } from '../../../application/useCases.js';
import { isAbsentRow } from '../../../domain/absent.js';
import { guardKey, isRaisable, type Guard, type RaisableGuard } from '../../../domain/guards/guard.js';
import type { PlannedRow } from '../../../domain/plannedRow.js';
import { task } from '../../shell/task.js';
import type { Task } from '../../shell/wizard.js';
import type { ConfirmStep, NamedByGuard, NamedRows } from './state.js';

/** As many as a question has room for. */
const NAMED = 5;

/** A freeze counts whatever the plan does. */
const COUNTED: Readonly<Record<Exclude<RaisableGuard, 'freeze'>, RowFilter>> = {
  'empty-code': { mark: 'defaulted' },
  'unmapped-identity': { message: 'FIELD_CLEARED' },
  clears: { message: 'FIELD_CLEARED' },
  blocks: { mark: 'blocks' },
  renames: { mark: 'renames' },
  rejected: { outcome: 'rejected' },
  creates: { outcome: 'create' },
  updates: { outcome: 'update' },
  absent: { absent: true, mark: 'blocks' },
  shrunk: { outcome: 'rejected' },
  check: { message: 'CHECK' },
};

/** A value goes by an empty cell, or because its field is not imported: one message tells both. */
function isCounted({ guard, check }: Guard, { messages }: PlannedRow): boolean {
  if (check !== undefined) return messages.some(({ code, params }) => code === 'CHECK' && params['check'] === check);
  if (guard !== 'clears' && guard !== 'unmapped-identity') return true;
  const imported = guard === 'clears' ? 1 : 0;
  return messages.some(({ code, params }) => code === 'FIELD_CLEARED' && params['imported'] === imported);
}

function namedOf(found: readonly PlannedRow[]): NamedByGuard {
  const few = found.slice(0, NAMED);
  return {
    rows: few.flatMap(({ row }) => (isAbsentRow(row) ? [] : [row])),
    users: few.flatMap(({ row, user }) => (isAbsentRow(row) ? [user] : [])),
    more: found.length > NAMED,
  };
}

export function nameRows({ run, guards }: RunAnswer): Task {
  const tripped = guards.filter(isRaisable).filter((guard) => guard.tripped);
  return task({
    slot: 'rows',
    quiet: true,
    run: async ({ useCases }) => {
      const named: { -readonly [Key in keyof NamedRows]: NamedRows[Key] } = {};
      for (const guard of tripped) {
        if (guard.guard === 'freeze') continue;
        const rows: PlannedRow[] = [];
        for await (const chunk of useCases.rows(run.id, COUNTED[guard.guard])) {
          rows.push(...chunk.filter((row) => isCounted(guard, row)));
          if (rows.length > NAMED) break;
        }
        named[guardKey(guard)] = namedOf(rows);
      }
      return named;
    },
    then: (step: ConfirmStep, named: NamedRows) => ({ step: { ...step, named } }),
  });
}
