/** What the hook is told, as JSON (docs/cli.md, *The hook*). */
import type { RunEvent } from '../../application/ports/runEvents.js';
import { translateRef, withoutPassword } from '../../language/index.js';
import type { Language } from '../../language/text.js';
import { jsonObject } from './answerJson.js';
import { guardJson } from './runJson.js';
import type { HappenedJson } from './schemas/event.js';

export interface EventSurroundings {
  readonly language: Language;
  /** As it was named. */
  readonly database: string;
}

/** One line. */
export function hookEventText(event: RunEvent, { language, database }: EventSurroundings): string {
  const { error, guards, absent, ...told } = event;
  const json: HappenedJson = {
    ...told,
    absent: absent && { ...absent },
    database: withoutPassword(database),
    guards: guards.map(guardJson),
    error: error && { code: error.key, text: translateRef(language, error) },
  };
  return jsonObject(json);
}
