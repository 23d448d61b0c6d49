/** What reaches live environments, loaded for the first that is: most commands reach none. */
import type { LiveConnections } from '../application/ports/afas.js';
import type { LiveEnvironments } from '../application/ports/mirror.js';
import type { SecretReaders } from '../system/readSecret.js';

export function lateLive(readers: SecretReaders): LiveEnvironments & LiveConnections {
  let loading: Promise<LiveEnvironments & LiveConnections> | undefined;
  const load = async (): Promise<LiveEnvironments & LiveConnections> => {
    const [{ createLiveEnvironments }, { secretReader }, { secretKeeper, secretPath }] = await Promise.all([
      import('../afas/liveEnvironments.js'),
      import('../system/readSecret.js'),
      import('../system/secretFiles.js'),
    ]);
    const keepSecret = secretKeeper(readers.readAs !== undefined);
    return createLiveEnvironments({ readSecret: secretReader(readers), keepSecret, secretPath });
  };
  return {
    check: async (...asked) => (await (loading ??= load())).check(...asked),
    read: async (...asked) => (await (loading ??= load())).read(...asked),
  };
}
