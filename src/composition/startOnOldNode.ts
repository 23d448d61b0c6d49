/** On a Node that is too old for every command: the newer one beside the program, or a refusal. */
import { languageOf } from '../commands/line/processEnvironment.js';
import { configure } from './configure.js';
import type { Host } from './host.js';
import { rerunStatus } from './rerun.js';

export async function startOnOldNode(host: Host): Promise<void> {
  const { settings } = await configure(host);
  host.process.exit(await rerunStatus('script', languageOf(settings, host.process.env), host));
}
