/** Who would lose identity values if fields were not imported, in numbers (docs/rules.md, *Identity fields*). */
import { RowReader } from '../domain/readRow.js';
import type { ImportSettings } from '../domain/settings.js';
import { caseKey } from '../domain/sourceRow.js';
import { completeUserCode } from '../domain/userCode.js';
import type { Context } from './context.js';
import { reachOf } from './environments.js';
import type { IdentityHolders } from './ports/directoryStore.js';
import type { InspectedFile } from './ports/importFiles.js';
import type { Watch } from './useCases.js';
import { PLAN_CHUNK } from './writePlan.js';

/** Counts, per environment, the users of the file that hold each identity value now. */
export async function findIdentityAtRisk(
  context: Context,
  file: InspectedFile,
  environment: string,
  settings: ImportSettings,
  { signal }: Watch = {},
): Promise<readonly IdentityHolders[]> {
  if (settings.mapping.user === undefined) return [];
  const { target, environments } = await reachOf(context.directory, environment);
  const reader = new RowReader(settings);
  const keys = new Set<string>();
  for await (const chunk of context.files.read(file, PLAN_CHUNK).chunks) {
    if (signal?.aborted) return [];
    for (const row of chunk) {
      const code = reader.read(row).texts.user ?? '';
      if (code !== '') keys.add(caseKey(completeUserCode(code, target.participant)));
    }
  }
  return context.directory.identityHolders(
    [...keys],
    environments.map(({ id }) => id),
  );
}
