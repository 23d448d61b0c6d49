/** Who is told what happens: the hook that the settings name. */
import type { Access } from '../application/ports/databaseAccess.js';
import type { TellEvent } from '../application/ports/runEvents.js';
import type { Configuration } from '../commands/line/configuration.js';
import type { TextRef } from '../language/index.js';
import type { Language } from '../language/text.js';
import type { Host } from './host.js';
import { atWork } from './ownFiles.js';

interface OpenHook {
  readonly tell: TellEvent;
  readonly ended: () => Promise<readonly TextRef[]>;
}

/** Whoever is to be told what happens; without one nothing is loaded for it. */
export async function openHook(
  { hook, database }: Configuration,
  language: Language,
  host: Host,
  signal: AbortSignal,
): Promise<OpenHook | undefined> {
  if (!hook) return undefined;
  const [{ Hook }, { hookEnvironment }] = await Promise.all([
    import('../system/hook.js'),
    import('../system/hookEnvironment.js'),
  ]);
  const listener = new Hook(
    { command: hook.command, environment: hookEnvironment(host.process.env) },
    host.process,
    signal,
  );
  return {
    tell: (event) =>
      listener.tell(async () =>
        (await import('../commands/answers/hookEvent.js')).hookEventText(event, { language, database }),
      ),
    ended: () => listener.ended(),
  };
}

/** A database that could not be opened, where it was to be changed, is news as well. */
export async function toldWhenClosed<Opened>(
  access: Access,
  tell: TellEvent | undefined,
  host: Host,
  opening: Promise<Opened>,
): Promise<Opened> {
  return opening.catch(async (error: unknown) => {
    if (tell && access === 'change') {
      const [{ tellNotOpened }, { operator }] = await Promise.all([
        import('../application/tellEvents.js'),
        atWork(host),
      ]);
      tellNotOpened({ tell, operator: { ...operator, databaseLogin: null }, now: () => new Date() }, error);
    }
    throw error;
  });
}
