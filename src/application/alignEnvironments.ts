/** Linked users are brought in line with one environment: its values, written to all that follow it. */
import { SYNCED_TEXT_FIELDS, type FieldId } from '../domain/fields.js';
import type { Run } from '../domain/run.js';
import { caseKey } from '../domain/sourceRow.js';
import type { Context } from './context.js';
import { reachOf } from './environments.js';
import type { Recording } from './ports/auditLog.js';
import { planSynthesized } from './synthesizedPlan.js';
import type { Reason, Watch } from './useCases.js';

const COLUMNS: readonly FieldId[] = ['user', 'mutationCode', 'newUser', ...SYNCED_TEXT_FIELDS];

/**
 * Plans a code 1 with the environment's own values for each user that differs elsewhere; a code 4 to its own
 * code where the letter case of the code differs, which the linked users then follow.
 */
export async function planAlign(
  context: Context,
  environment: string,
  watch: Watch = {},
  record?: Recording,
  reason?: Reason,
): Promise<Run> {
  const { target } = await reachOf(context.directory, environment);
  const left = { users: 0 };
  const rows = driftRows(context, target.code, target.type, left);
  const { code } = target;
  const given = {
    kind: 'align',
    type: 'user',
    environment: code,
    columns: COLUMNS,
    rows,
    name: code,
    parent: null,
    reason,
  } as const;
  return planSynthesized(context, { ...given, notAligned: () => left.users }, watch, record);
}

async function* driftRows(
  context: Context,
  environment: string,
  type: 'production' | 'test' | 'accept',
  left: { users: number },
): AsyncGenerator<string[][]> {
  for await (const users of context.directory.drift(type)) {
    yield users.flatMap((user) => {
      const own = user.values.find((values) => caseKey(values.environment) === caseKey(environment));
      // Nobody follows what is not known.
      if (!own) return [];
      if ((own.unknown ?? []).length > 0) {
        left.users++;
        return [];
      }
      const renames = user.fields.includes('user');
      const texts = SYNCED_TEXT_FIELDS.map((field) => own[field]);
      return [[own.user, renames ? '4' : '1', renames ? own.user : '', ...texts]];
    });
  }
}
