/** Which rows of a file match which checks of a definition (docs/rules.md, *Checks*): nothing of it is kept. */
import { writeImportRows } from './absentUsers.js';
import type { Context } from './context.js';
import { reachOf } from './environments.js';
import type { TestedCheck, TestedChecks } from './testedChecks.js';
import { takeSecrets } from './takeSecrets.js';
import { UserError } from './userError.js';
import type { PlanRequest, Watch } from './useCases.js';
import { PLAN_CHUNK, type RowsToPlan } from './writePlan.js';

/** Rows that are told of a check. */
const TOLD = 1000;

export async function testChecks(
  context: Context,
  { file, environment, settings }: Pick<PlanRequest, 'file' | 'environment' | 'settings'>,
  watch: Watch = {},
): Promise<TestedChecks> {
  const { checks = [] } = settings;
  if (checks.length === 0) throw new UserError('wrongUse', 'check.noneToTest');
  const reach = await reachOf(context.directory, environment);
  const writer = await context.plans.begin(reach);
  try {
    const tally = await writeImportRows(writer, reach, settings, rowsOf(), watch);
    const found = new Map(
      checks.map((check) => [check.name, { rows: 0, matches: [] as TestedCheck['matches'][number][] }]),
    );
    for await (const rows of (await writer.finish()).rows())
      for (const { row, user, name, messages } of rows)
        for (const { code, params } of messages) {
          const matched = code === 'CHECK' ? found.get(String(params['check'])) : undefined;
          if (!matched) continue;
          matched.rows++;
          if (matched.matches.length < TOLD) matched.matches.push({ row, user, name });
        }
    return {
      rows: tally.rows,
      checks: checks.map((check) => ({ ...check, ...(found.get(check.name) ?? { rows: 0, matches: [] }) })),
    };
  } finally {
    await writer.abandon();
  }

  /** No password is hashed: nobody gets one. */
  async function* rowsOf(): AsyncGenerator<RowsToPlan> {
    for await (const chunk of context.files.read(file, PLAN_CHUNK).chunks) {
      const { rows } = await takeSecrets(chunk, settings, () => Promise.resolve(''));
      yield { rows, secrets: [], excluded: new Map() };
    }
  }
}
