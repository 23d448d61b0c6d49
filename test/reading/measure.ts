/** Reads kinds of cases and counts: right, told, silently wrong; and of honest kinds, false alarms. */
import type { Case, Kind } from './case.js';
import { judge, type Verdict } from './oracle.js';
import type { Workplace } from './workplace.js';

export interface Count {
  readonly kind: string;
  readonly honest: boolean;
  cases: number;
  right: number;
  told: number;
  warned: number;
  silent: string[];
  falseAlarms: string[];
}

/** Reads all cases, or `most` of each kind, spread evenly from a place that `seed` decides. */
export async function measure(
  workplace: Workplace,
  kinds: readonly Kind[],
  { most = Infinity, seed = 0 }: { readonly most?: number; readonly seed?: number } = {},
): Promise<Count[]> {
  const counts: Count[] = [];
  for (const { name, honest = false, cases } of kinds) {
    const count: Count = { kind: name, honest, cases: 0, right: 0, told: 0, warned: 0, silent: [], falseAlarms: [] };
    for (const one of spread(cases, most, seed)) {
      const verdict = await verdictOn(one, workplace);
      count.cases++;
      count.right += verdict.right;
      count.told += verdict.told;
      count.warned += verdict.warned;
      count.silent.push(...verdict.silent.map((line) => `${one.name}: ${line}`));
      if (honest) count.falseAlarms.push(...verdict.alarms.map((line) => `${one.name}: ${line}`));
    }
    counts.push(count);
  }
  return counts;
}

/** Whatever ends otherwise than in a `UserError` is as wrong as a wrong value. */
async function verdictOn(one: Case, workplace: Workplace): Promise<Verdict> {
  try {
    return judge(one, await workplace.read(one));
  } catch (error) {
    return { right: 0, told: 0, silent: [`crashed: ${String(error)}`], alarms: [], warned: 0 };
  }
}

function spread(cases: readonly Case[], most: number, seed: number): readonly Case[] {
  if (cases.length <= most) return cases;
  const step = cases.length / most;
  const start = seed % Math.max(1, Math.floor(step));
  return Array.from({ length: most }, (_, at) => cases[start + Math.floor(at * step)]).filter(
    (one) => one !== undefined,
  );
}
