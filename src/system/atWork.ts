/** Who is at work, and whose files are meant by a path: judged once for the whole program. */
import { judgeOperator, type JudgedOperator } from '../domain/operator.js';
import type { OutsideFiles } from '../files/outsideFiles.js';
import { systemFacts, type ProcessFacts } from './systemFacts.js';

export interface AtWork {
  readonly operator: Omit<JudgedOperator, 'behindSudo'>;
  /** The files of the person behind `sudo`; undefined where this process opens files in its own name. */
  readonly files: OutsideFiles | undefined;
}

/** `script` is the built `person.js`. */
export async function whoIsAtWork(facts: ProcessFacts, script: string): Promise<AtWork> {
  const { behindSudo, ...operator } = judgeOperator(systemFacts(facts));
  if (behindSudo === null) return { operator, files: undefined };
  const { personFiles } = await import('./personFiles.js');
  return { operator, files: personFiles(behindSudo, { node: facts.execPath, script }) };
}
