/** Everything that a command writes with `--json` has the shape that `schema` tells: no key more, and none less. */
import { z } from 'zod';
import { parse } from '../../src/commands/line/parse.js';
import { COMMANDS } from '../../src/commands/program.js';
import { error } from '../../src/commands/answers/schemas/error.js';
import { event } from '../../src/commands/answers/schemas/event.js';
import { SHAPES, type ShapeName } from '../../src/commands/answers/schemas/index.js';

/** Answers that are a value a line. */
const LINES: readonly ShapeName[] = ['row', 'user', 'audit', 'run-of-set'];

interface Written {
  readonly stdout: string;
  readonly stderr: string;
}

/** Throws what does not fit; says nothing of a command line that did not ask for JSON. */
export function requireShapes(words: readonly string[], { stdout, stderr }: Written): void {
  if (!words.includes('--json')) return;
  for (const line of linesOf(stderr)) fit(JSON.parse(line), line.includes('"error":') ? error : event, words);
  if (stdout === '') return;
  const names = shapesOf(words);
  const [only] = names;
  if (only === undefined) return;
  const shape = names.length === 1 ? SHAPES[only] : z.union(names.map((name) => SHAPES[name]));
  const values = LINES.includes(only) ? linesOf(stdout) : [stdout];
  for (const value of values) fit(JSON.parse(value), shape, words);
}

function shapesOf(words: readonly string[]): readonly ShapeName[] {
  const parsed = parse(words, COMMANDS);
  return parsed.kind === 'run' ? [parsed.command.answers?.(parsed.args) ?? []].flat() : [];
}

/** The same for an answer that was not printed, as JSON would have it. */
export function requireShape(name: ShapeName, value: object): void {
  fit(JSON.parse(JSON.stringify(value)), SHAPES[name], [name]);
}

function fit(value: unknown, shape: z.ZodType, words: readonly string[]): void {
  const { error: misfit } = shape.safeParse(value);
  if (misfit)
    throw new Error(`instroom ${words.join(' ')}: ${misfit.message}\n${JSON.stringify(value).slice(0, 2000)}`);
}

function linesOf(text: string): readonly string[] {
  return text.split('\n').filter((line) => line !== '');
}
