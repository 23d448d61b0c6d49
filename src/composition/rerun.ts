/** On a Node that is too old for what is asked: the newer one beside the program, or a refusal. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Language } from '../language/text.js';
import { decideStart, newerNodePath, RERUN_VARIABLE, type Face } from '../nodeVersion.js';
import type { Host } from './host.js';
import { SIGNALS } from './signals.js';

/** The wizard gives the terminal back first, and then stops whoever waits for it. */
const STOPS = ['SIGTSTP', 'SIGCONT'] as const;

/** On a Node that is too old: the status of the newer one beside us that did the work, or of a refusal. */
export async function rerunStatus(face: Face, language: Language, host: Host): Promise<number | undefined> {
  const newer = fileURLToPath(new URL(newerNodePath(host.process.platform), host.root));
  const decision = decideStart({
    face,
    version: host.process.version,
    newerNode: existsSync(newer) ? newer : undefined,
    rerun: host.process.env[RERUN_VARIABLE] !== undefined,
    language,
  });
  if (decision.kind === 'run') return undefined;
  if (decision.kind === 'refuse') {
    host.process.stderr.write(`${decision.message}\n`);
    return 1;
  }
  return runOn(decision.node, face, host);
}

/** Runs the same words on another Node, and answers its status; a signal that reaches us alone is passed on. */
async function runOn(node: string, face: Face, host: Host): Promise<number> {
  const child = spawn(node, host.process.argv.slice(1), {
    stdio: 'inherit',
    env: { ...host.process.env, [RERUN_VARIABLE]: '1' },
  });
  // Ctrl+C reaches both of us; the child decides what becomes of it.
  for (const name of SIGNALS) host.process.removeAllListeners(name);
  host.process.on('SIGINT', () => undefined);
  const passed = face === 'wizard' ? (['SIGTERM', 'SIGHUP', ...STOPS] as const) : (['SIGTERM', 'SIGHUP'] as const);
  for (const name of passed) host.process.on(name, () => child.kill(name));
  return new Promise((resolve) => child.on('exit', (status) => resolve(status ?? 130)));
}
