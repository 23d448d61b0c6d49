/**
 * `demo` (hidden; `npm start`): on a terminal the wizard on a fresh demo database, otherwise the demo
 * import as a script: the preview, what its guards say, and the outcome.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { translate } from '../language/index.js';
import { raisingSettings, type Guard } from '../domain/guards.js';
import type { Run } from '../domain/run.js';
import { answerRun, toldRows } from './answerRun.js';
import { Args } from './args.js';
import type { Command, CommandContext } from './command.js';
import type { ExitStatus } from './exitStatus.js';
import { raisingFlag } from '../presentation/guardLines.js';
import { readImportRequest } from './importRequest.js';
import { wrappedLines } from '../presentation/layout.js';
import { planFile, watching } from './planFile.js';
import { runSummary } from '../presentation/runSummary.js';
import { rowLines } from '../presentation/rowLines.js';

const DIRECTORY = 'data/directory.json';
const SAMPLE = 'samples/alle-mutatiecodes.csv';
const ENVIRONMENT = 'T12345AA';

export const demo: Command = {
  words: 'demo',
  summary: 'command.demo',
  hidden: true,
  flags: [],
  run: async (_args, context) => {
    const folder = await mkdtemp(join(tmpdir(), 'instroom-demo-'));
    try {
      context.useDatabase(join(folder, 'demo.db'));
      const { useCases } = await context.services('make');
      const path = fileURLToPath(new URL(DIRECTORY, context.root));
      await useCases.importDirectory(await context.readDirectory(DIRECTORY, await context.readText(path)));
      return context.interactive ? await context.wizard({}) : await demoImport(context);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

async function demoImport(context: CommandContext): Promise<ExitStatus> {
  const { useCases } = await context.services();
  const { output, language, say } = context;
  const path = fileURLToPath(new URL(SAMPLE, context.root));
  output.tell(say('demo.start', { file: SAMPLE, environment: ENVIRONMENT }));
  const order = readImportRequest(new Args('import', path, { env: ENVIRONMENT, type: 'user' }), {});
  const planned = await planFile(order, useCases, context);
  const { run, guards } = planned;
  const tripped = guards.filter((guard) => guard.tripped);
  if (!output.json) {
    await output.lines(runSummary(language, planned, await toldRows(planned, useCases)));
    await output.line('');
    for await (const rows of useCases.rows(run.id, {}))
      for (const row of rows) await output.lines(rowLines(language, row));
    await output.line('');
  }
  await tellRaised(tripped, run, context);
  const applied = await useCases.apply(
    { run: run.id, guards: raisingSettings(tripped, run.counts) },
    watching(context),
  );
  // That the demo's own rows are rejected is what it shows.
  await answerRun(applied, useCases, context);
  output.tell(say('demo.end'));
  return 0;
}

/** The demo raises its own guards, and says so by name. */
async function tellRaised(
  tripped: readonly Guard[],
  run: Run,
  { output, language, say }: CommandContext,
): Promise<void> {
  if (tripped.length === 0 || output.json) return;
  await output.line([say('demo.raised'), 'warning']);
  for (const guard of tripped) {
    const name = `${guard.guard} (${translate(language, `guard.${guard.guard}`)})`;
    const params = { guard: name, count: guard.count, flag: raisingFlag(guard, run) };
    await output.lines(wrappedLines(say('summary.guardRaised', params), 'warning', 4, 2));
  }
  await output.line('');
}
