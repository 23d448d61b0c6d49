/** The scenarios whose file is a table in the scenario itself, as rows of the domain: no file is read for them. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import type { Scenario } from '../../scenarios/scenario.js';
import type { DirectoryNote } from '../../support/engineDirectory.js';

export interface InlineScenario extends Scenario {
  readonly place: string;
  readonly header: readonly string[];
  /** By the number of its line, as a person sees it. */
  readonly lines: Readonly<Record<number, readonly string[]>>;
}

const FOLDER = join(process.cwd(), 'test/scenarios');
const read = <T>(path: string): T => parse(readFileSync(join(FOLDER, path), 'utf8'), { merge: true }) as T;

/** The directory that the scenarios start from. */
export const BASE = read<DirectoryNote>('base.yaml');

export const INLINE_SCENARIOS: readonly InlineScenario[] = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('scenario.yaml'))
  .sort()
  .flatMap((path) => {
    const scenario = read<Scenario>(path);
    if (typeof scenario.import !== 'string' || scenario.workbook || scenario.refused) return [];
    const [header = [], ...lines] = scenario.import
      .trimEnd()
      .split('\n')
      .map((line) => line.split('|').map((text) => text.trim()));
    const filled = lines.map((cells, at) => [at + 2, cells] as const).filter(([, cells]) => cells.some(Boolean));
    return [{ ...scenario, place: dirname(path), header, lines: Object.fromEntries(filled) }];
  });
