/** Plays every scenario, and proves that together they cover the manual and docs/rules.md. */
import { afterEach, describe, expect, onTestFinished, test } from 'vitest';
import { ANSWER_FORMAT } from '../../src/commands/answers/answerJson.js';
import { rowJson } from '../../src/commands/answers/rowJson.js';
import { runJson } from '../../src/commands/answers/runJson.js';
import { LANGUAGES } from '../../src/language/text.js';
import { requireShape } from '../support/answerShapes.js';
import type { RunAnswer } from '../../src/application/useCases.js';
import {
  directoryOf,
  fullOf,
  patched,
  readDirectory,
  type DirectoryNote,
  type DirectoryPatch,
  type FullDirectory,
} from '../support/engineDirectory.js';
import { rowsOf, stopOf, type Engine } from '../support/engine.js';
import { CODES_OF_PLANS } from '../support/messageCodes.js';
import { actualRow, expectedRow, guardNote } from './notes.js';
import { open, plan, planTwin, staleNotes } from './playScenario.js';
import { readScenarios, readYaml, type RowNote, type ScenarioFile } from './scenario.js';

const scenarios = await readScenarios();
/** As `plan` and `apply` write it with `--json`. */
const runAnswer = (answer: RunAnswer): object => ({ format: ANSWER_FORMAT, ...runJson(answer) });

let engine: Engine | undefined;
afterEach(async () => {
  await engine?.close();
  engine = undefined;
});

describe.each(scenarios)('$place', (scenario) => {
  test(scenario.name, async () => {
    engine = await open(scenario);
    const before = await readDirectory(engine.store.directory);
    const planned = await plan(engine, scenario);
    if (!('run' in planned)) {
      expect(planned).toEqual(scenario.refused);
      return;
    }
    expect(scenario.refused, 'nothing is planned').toBeUndefined();
    requireShape('run', runAnswer(planned));
    await compareRows(engine, planned.run.id, scenario.rows ?? {});
    if (scenario.summary) expect(planned.run.summary).toMatchObject(scenario.summary);
    expect(planned.run.file.blank).toBe(scenario.blank ?? 0);
    compareGuards(scenario, planned);
    expect(await readDirectory(engine.store.directory), 'a plan writes nothing').toEqual(before);
    await compareAfter(engine, scenario, planned, before);
    if (scenario.twin) await compareTwin(engine, scenario, planned);
    expect(await engine.store.directory.check()).toEqual([]);
  });
});

async function compareRows(engine: Engine, run: number, notes: Readonly<Record<number, RowNote>>): Promise<void> {
  const rows = await rowsOf(engine, run);
  for (const row of rows) for (const language of LANGUAGES) requireShape('row', rowJson(language, row));
  const actual = Object.fromEntries(rows.map((row) => [row.row, actualRow(row)]));
  const users = new Map(rows.map((row) => [row.row, row.user]));
  const expected = Object.fromEntries(
    Object.entries(notes).map(([row, note]) => [row, expectedRow(note, users.get(Number(row)) ?? '')]),
  );
  expect(actual).toEqual(expected);
  for (const { user, changes, outcome } of rows) {
    // A merge changes who stays as well.
    if (outcome === 'delete') continue;
    for (const change of changes)
      expect(change.user.toLowerCase(), 'changes are to the user of the row').toBe(user.toLowerCase());
  }
}

/** Counts of what an import is for: told where they say something. */
const ORDINARY = ['rejected', 'creates', 'updates'];

function compareGuards({ guards: told = {} }: ScenarioFile, { guards }: RunAnswer): void {
  const counting = guards.filter(
    ({ guard, count }) => told[guard] !== undefined || (count > 0 && !ORDINARY.includes(guard)),
  );
  expect(Object.fromEntries(counting.map((guard) => [guard.guard, guardNote(guard)]))).toEqual(told);
}

async function compareAfter(
  engine: Engine,
  scenario: ScenarioFile,
  { run, guards }: RunAnswer,
  before: FullDirectory,
): Promise<void> {
  const { useCases, store } = engine;
  const { meanwhile = {}, stale, secondPass, raise = {}, after = {} } = scenario;
  const raised = { maxRejected: '100%' as const, ...raise };
  if (guards.some(({ guard, tripped }) => tripped && guard !== 'rejected')) {
    expect((await stopOf(useCases.apply({ run: run.id, guards: { maxRejected: '100%' } }))).kind).toBe('guarded');
    expect(await readDirectory(store.directory), 'a guard stops all of it').toEqual(before);
  }
  const { remove = [], ...changed } = meanwhile;
  const between = fullOf(patched(before, changed));
  await store.directory.import(directoryOf(onlyChanged(between, changed)));
  for (const environment of remove) await store.directory.removeEnvironment(environment, '2027-01-04T10:00:00Z');
  if (stale) {
    const stop = await stopOf(useCases.apply({ run: run.id, guards: raised }));
    expect(stop.kind).toBe('stale');
    expect(staleNotes(stop).sort()).toEqual([...stale].sort());
    expect((await readDirectory(store.directory)).users, 'nothing is written').toEqual(between.users);
    return;
  }
  const applied = await useCases.apply({ run: run.id, guards: raised, secondPass: secondPass !== undefined });
  requireShape('run', runAnswer(applied));
  expect(applied.run.status).toBe('applied');
  if (secondPass) {
    expect(applied.run.secondPass?.status).toBe('applied');
    await compareRows(engine, applied.run.secondPass?.run ?? 0, secondPass);
  }
  const tokens = await useCases.revokedTokens(run.id);
  if (scenario.handOut)
    expect(tokens.map((token) => `${token.user} ${token.environment} ${token.application} / ${token.device}`)).toEqual(
      scenario.handOut,
    );
  expect(tokens).toHaveLength(run.summary.tokensRevoked);
  expect(await readDirectory(store.directory)).toEqual(fullOf(patched(between, after)));
}

/** An act comes to what the file comes to, and so does taking it back. */
async function compareTwin(act: Engine, scenario: ScenarioFile, { run }: RunAnswer): Promise<void> {
  const twin = await open(scenario);
  onTestFinished(() => twin.close());
  const byFile = await planTwin(twin, scenario);
  await twin.useCases.apply({ run: byFile.run.id });
  expect(await readDirectory(act.store.directory)).toEqual(await readDirectory(twin.store.directory));
  for (const [{ useCases }, { id }] of [
    [act, run],
    [twin, byFile.run],
  ] as const)
    await useCases.apply({ run: (await useCases.undo(id)).run.id });
  expect(await readDirectory(act.store.directory)).toEqual(await readDirectory(twin.store.directory));
}

/** What a change meanwhile touched: the rest keeps its version. */
function onlyChanged(
  between: FullDirectory,
  { environments = {}, persons = {}, groups = {}, users = {} }: DirectoryPatch,
): DirectoryNote {
  const of = <T>(record: Readonly<Record<string, T>>, keys: object): Record<string, T> =>
    Object.fromEntries(Object.entries(record).filter(([key]) => key in keys));
  return { environments: of(between.environments, environments), persons, groups, users: of(between.users, users) };
}

describe('the scenarios together', () => {
  const rows = scenarios.flatMap(({ rows = {}, secondPass = {} }) => [
    ...Object.values(rows),
    ...Object.values(secondPass),
  ]);
  const proven = scenarios.flatMap((scenario) => scenario.proves);

  test('every sentence of the manual that rules something is proven by a scenario', async () => {
    const { sentences } = await readYaml<{ sentences: readonly string[] }>('manual.yaml');
    expect(sentences.filter((sentence) => !proven.some((line) => line.includes(sentence)))).toEqual([]);
  });

  test('every mutation code and message is proven by a scenario', async () => {
    const { tables } = await readYaml<{ tables: readonly string[] }>('manual.yaml');
    expect(tables.filter((row) => !proven.includes(row))).toEqual([]);
  });

  test('every message is told in a scenario', () => {
    const told = new Set(rows.flatMap(({ messages = [] }) => messages.map((text) => text.split(' ')[0])));
    expect(CODES_OF_PLANS.filter((code) => !told.has(code))).toEqual([]);
  });
});
