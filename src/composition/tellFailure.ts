/** What nothing else has caught: one sentence, never a stack trace. */
import { reportError } from '../commands/answers/reportError.js';
import { Printer } from '../commands/answers/printer.js';
import { languageOfLocale } from '../language/locale.js';
import type { Language } from '../language/text.js';
import type { Host } from './host.js';

/** How somebody is answered. */
export interface Manner {
  readonly language: Language;
  readonly json: boolean;
}

/** Until the settings are read: who asks for JSON gets it also where they cannot be. */
export function asFarAsKnown(host: Host): Manner {
  return {
    language: languageOfLocale(host.process.env),
    json: host.words.some((word) => /^--json(?:=true)?$/u.test(word)),
  };
}

export function tellFailure(error: unknown, { language, json }: Manner, host: Host): never {
  host.process.exit(reportError(error, language, new Printer(host.process, { colour: false, json })));
}
