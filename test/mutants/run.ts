/**
 * `npm run mutants [-- --files TEXT] [--least PERCENT]`: changes the sources of the domain one place at a time, and tells
 * which changes no test of the domain notices. Ends with 1 where fewer are noticed than `--least`.
 */
import fc from 'fast-check';
import { globSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { runInThisContext } from 'node:vm';
import { mutantsOf, type Mutant } from './mutators.js';
import { compile, loadSuite } from './suite.js';

const { values } = parseArgs({
  options: { files: { type: 'string', default: '' }, least: { type: 'string', default: '85' } },
});
// The same examples for every mutant, and as many as notice it soon.
fc.configureGlobal({ seed: 20_261_126, endOnFailure: true });
process.env['RUNS'] = '60';

/** A mutant that takes longer goes round and round, and is noticed by that. */
const LONGEST_MS = 10_000;

const testFiles = globSync('test/domain/**/*.test.ts').sort();
/** What each test file reaches; its cases must pass before it can be told that they notice anything. */
const pathsOf = new Map<string, ReadonlySet<string>>();
for (const file of testFiles) {
  const { cases, paths } = loadSuite(file);
  for (const { run } of cases) await run();
  pathsOf.set(file, paths);
}
let noticed = 0;
let total = 0;
for (const path of globSync('src/domain/**/*.ts').sort()) {
  if (!path.includes(values.files)) continue;
  const text = readFileSync(path, 'utf8');
  const mutants = mutantsOf(path, text);
  const survivors = await survivorsOf(mutants, text);
  total += mutants.length;
  noticed += mutants.length - survivors.length;
  if (mutants.length > 0)
    process.stdout.write(`${path}: ${mutants.length - survivors.length} of ${mutants.length} noticed\n`);
  for (const mutant of survivors) process.stdout.write(`    ${described(mutant, text)}\n`);
}
const share = total === 0 ? 100 : (100 * noticed) / total;
process.stdout.write(`\n${noticed} of ${total} mutants noticed: ${share.toFixed(1)} %\n`);
process.exitCode = share < Number(values.least) ? 1 : 0;

/** The mutants of a file that none of the tests notice that reach it; the test that noticed the last one goes first. */
async function survivorsOf(mutants: readonly Mutant[], text: string): Promise<Mutant[]> {
  const files = testFiles.filter((file) => pathsOf.get(file)?.has(mutants[0]?.path ?? ''));
  const survivors: Mutant[] = [];
  for (const mutant of mutants) {
    let at = 0;
    while (at < files.length && !(await isNoticed(mutant, text, files[at] ?? ''))) at++;
    if (at < files.length) files.unshift(...files.splice(at, 1));
    else survivors.push(mutant);
  }
  return survivors;
}

async function isNoticed(
  { path, start, end, text: changed }: Mutant,
  text: string,
  testFile: string,
): Promise<boolean> {
  try {
    const evaluate = compile(path, text.slice(0, start) + changed + text.slice(end));
    const { cases } = within(LONGEST_MS, () => loadSuite(testFile, { path, evaluate }));
    for (const { run } of cases) await within(LONGEST_MS, run);
    return false;
  } catch {
    return true;
  }
}

/** Runs something that may never end by itself. */
function within<Result>(milliseconds: number, work: () => Result): Result {
  Object.assign(globalThis, { work });
  return runInThisContext('work()', { timeout: milliseconds }) as Result;
}

function described({ start, end, text: changed }: Mutant, text: string): string {
  const before = text.slice(0, start).split('\n');
  const place = `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
  const oneLine = (part: string): string => part.replace(/\s+/gu, ' ').slice(0, 90);
  return `${place}  ${oneLine(text.slice(start, end))}  →  ${oneLine(changed)}`;
}
