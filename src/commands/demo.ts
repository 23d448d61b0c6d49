/**
 * `demo` (hidden; `npm start`): on a terminal the wizard on a fresh demo database, otherwise the demo
 * import as a script: the preview, what its guards say, and the outcome.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { translate } from '../language/index.js';
import { raisingSettings } from '../domain/guards/evaluateGuards.js';
import type { Guard } from '../domain/guards/guard.js';
import type { Run } from '../domain/run.js';
import { runAnswered, summaryOf } from './answers/answerRun.js';
import { ParsedArgs } from './line/parsedArgs.js';
import type { Command, CommandContext } from './command.js';
import { raisingFlag } from '../presentation/guardLines.js';
import { readImportRequest } from './line/importRequest.js';
import { wrappedLines } from '../presentation/layout.js';
import { planFile, watching } from './planFile.js';
import { rowLines } from '../presentation/rowLines.js';
import type { Answer } from './answers/answer.js';
import type { Line } from '../presentation/lines.js';
import type { RunAnswer, UseCases } from '../application/useCases.js';
import type { Language } from '../language/text.js';

const DIRECTORY = 'data/directory.json';
const SAMPLES = 'samples/';
const SAMPLE = 'samples/alle-mutatiecodes.csv';
const ENVIRONMENT = 'T12345AA';

export const demo: Command = {
  words: 'demo',
  summary: 'command.demo',
  hidden: true,
  flags: [],
  run: (_args, context) => runDemo(context),
};

/** The demo's database is thrown away with its folder; the one that was open before is not touched. */
export async function runDemo(context: CommandContext): Promise<Answer> {
  const folder = await mkdtemp(join(tmpdir(), 'instroom-demo-'));
  try {
    await context.useDatabase(join(folder, 'demo.db'));
    const { useCases } = await context.services('make');
    const path = fileURLToPath(new URL(DIRECTORY, context.root));
    await useCases.importDirectory(await context.readDirectory(DIRECTORY, await context.readText(path)));
    if (!context.interactive) return await demoImport(context);
    const samples = `${typedPath(fileURLToPath(new URL(SAMPLES, context.root)))}/`;
    return await context.wizard({ demo: { samples } });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** As short as it can be typed from the working folder. */
function typedPath(path: string): string {
  const near = relative('.', path);
  return near === '' || near.startsWith('..') ? path.replace(/\/$/u, '') : near;
}

async function demoImport(context: CommandContext): Promise<Answer> {
  const { useCases } = await context.services();
  const { language, notice, print, say } = context;
  const path = fileURLToPath(new URL(SAMPLE, context.root));
  notice(say('demo.start', { file: SAMPLE, environment: ENVIRONMENT }));
  const order = readImportRequest(new ParsedArgs('import', [path], { env: ENVIRONMENT, type: 'user' }), {});
  const planned = await planFile(order, useCases, context);
  const { run, guards } = planned;
  const tripped = guards.filter((guard) => guard.tripped);
  await print({ each: [], lines: previewLines(planned, useCases, language) });
  await print({ each: [], lines: raisedLines(tripped, run, context) });
  const applied = await useCases.apply(
    { run: run.id, guards: raisingSettings(tripped, run.counts) },
    watching(context),
  );
  await print(runAnswered(applied, useCases, context));
  notice(say('demo.end'));
  // That the demo's own rows are rejected is what it shows.
  return { each: [], lines: [], status: 0 };
}

async function* previewLines(
  planned: RunAnswer,
  useCases: UseCases,
  language: Language,
): AsyncGenerator<readonly Line[]> {
  yield [...(await summaryOf(planned, useCases, language)), ['']];
  for await (const rows of useCases.rows(planned.run.id, {})) yield rows.flatMap((row) => rowLines(language, row));
  yield [['']];
}

/** The demo raises its own guards, and says so by name. */
function raisedLines(tripped: readonly Guard[], run: Run, { language, say }: CommandContext): readonly Line[] {
  if (tripped.length === 0) return [];
  const lines = tripped.flatMap((guard) => {
    const name = `${guard.guard} (${translate(language, `guard.${guard.guard}`)})`;
    const params = { guard: name, count: guard.count, flag: raisingFlag(guard, run) };
    return wrappedLines(say('summary.guardRaised', params), 'warning', 4, 2);
  });
  return [[[say('demo.raised'), 'warning']], ...lines, ['']];
}
