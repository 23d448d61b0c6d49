#!/usr/bin/env node
/**
 * The only reader of `process`: it begins. What is asked for is put together in `composition/`, and loaded when it is
 * needed: telling the version, or what can be typed, waits for no command, and a script never for the wizard.
 */
import { UserError } from './application/userError.js';
import type { Host } from './composition/host.js';
import { SIGNALS } from './composition/signals.js';
import { nodeFor } from './nodeVersion.js';
import manifest from '../package.json' with { type: 'json' };

const words = process.argv.slice(2);
const host: Host = { process, words, root: new URL('..', import.meta.url), version: manifest.version };

if (words.length === 1 && words[0] === '--version') {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') void tellFailure(error);
  });
  process.stdout.write(`${manifest.version}\n`);
} else if (words[0] === '__complete') {
  // Asked by a shell at every press of Tab.
  const { completeLine } = await import('./composition/completeLine.js');
  await completeLine(host);
} else {
  const signal = interruption();
  process.umask(0o077);
  const { keepCompiled } = await import('./system/keepCompiled.js');
  keepCompiled({ environment: process.env, user: process.getuid?.(), version: manifest.version });
  await start(signal).catch(tellFailure);
}

/** An old Node is told so before it reads anything that it may not understand. */
async function start(signal: AbortSignal): Promise<void> {
  requireWorkingDirectory();
  if (nodeFor('script', process.version) === 'tooOld')
    await (await import('./composition/startOnOldNode.js')).startOnOldNode(host);
  else await (await import('./composition/startCommand.js')).startCommand(host, signal);
}

/** Libraries ask for it as soon as they are loaded. */
function requireWorkingDirectory(): void {
  try {
    process.cwd();
  } catch {
    throw new UserError('wrongUse', 'usage.noWorkingDirectory');
  }
}

/** What nothing else has caught. */
async function tellFailure(error: unknown): Promise<void> {
  const { asFarAsKnown, tellFailure: tell } = await import('./composition/tellFailure.js');
  tell(error, asFarAsKnown(host), host);
}

/** Ctrl+C and SIGTERM leave the database as it was; a second one does not wait for that to be finished. */
function interruption(): AbortSignal {
  const controller = new AbortController();
  for (const name of SIGNALS) {
    process.on(name, () => {
      if (controller.signal.aborted) process.exit(130);
      controller.abort();
    });
  }
  return controller.signal;
}
