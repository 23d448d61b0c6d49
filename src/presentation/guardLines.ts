/** Guards as people read them, with the flag that raises each. */
import { lostUnmapped, type Guard } from '../domain/guards.js';
import type { Run } from '../domain/run.js';
import { translate } from '../language/index.js';
import type { Language } from '../language/text.js';
import { wrapped } from './layout.js';
import type { Line } from './lines.js';

/** The guards that stop a run, each with its count and its flag. */
export function trippedLines(language: Language, run: Run, guards: readonly Guard[]): readonly Line[] {
  return guards
    .filter(({ tripped }) => tripped)
    .flatMap((guard) => {
      const { count, allowed } = guard;
      const said = translate(language, 'summary.guardTripped', { count, allowed, flag: raisingFlag(guard, run) });
      return wrapped(`${translate(language, `guard.${guard.guard}`)}: ${said}`, 4, 2).map((text) => [
        [text, 'danger'] as const,
      ]);
    });
}

/** The flag that raises a guard just so far. */
export function raisingFlag({ guard, count }: Pick<Guard, 'guard' | 'count'>, run: Run): string {
  if (guard === 'empty-code') return '--accept-empty-code';
  if (guard === 'unmapped-identity') return `--allow-clear ${lostUnmapped(run.counts).join(',')}`;
  return `--max-${guard} ${count}`;
}
