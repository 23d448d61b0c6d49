/** Texts that users see, in Dutch and English. A text is a template with `{name}` places. */
import { programCall } from './proposedCommand.js';

export const LANGUAGES = ['nl', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** One text in both languages; `{name}` is filled in with a parameter, `{name|one|more}` picks a word by its number. */
export interface Text {
  readonly nl: string;
  readonly en: string;
}

export type Texts = Readonly<Record<string, Text>>;
export type TextParams = Readonly<Record<string, string | number>>;

/** A text by its key, to be filled in when it is shown. */
export interface TextRef {
  readonly key: string;
  readonly params: TextParams;
}

/** A command that is proposed, such as `instroom show {run}`, or a place. */
const PLACE = /\binstroom(?= [a-z])|\{(\w+)(?:\|([^{}|]*)\|([^{}|]*))?\}/gu;

/** Fills in the places of a template; a place without a parameter stays visible. */
export function fill(template: string, params: TextParams): string {
  return template.replace(PLACE, (place, name?: string, one?: string, more?: string) => {
    if (name === undefined) return programCall();
    if (!(name in params)) return place;
    if (one === undefined || more === undefined) return String(params[name]);
    return Number(params[name]) === 1 ? one : more;
  });
}

/** The names of the places in a template. */
export function placesOf(template: string): readonly string[] {
  return [...new Set([...template.matchAll(PLACE)].map((match) => match[1] ?? ''))].sort();
}
