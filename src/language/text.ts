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

/** The names of the places in a template. */
type PlacesIn<Template extends string> = Template extends `${string}{${infer Place}}${infer Rest}`
  ? (Place extends `${infer Name}|${string}` ? Name : Place) | PlacesIn<Rest>
  : never;

/** Places that are filled in without being asked: how the program is called, and where in a list a row stands. */
type KnownPlace = 'program' | 'place';

/** The places that whoever uses a text has to fill in. */
export type PlacesOf<Used extends Text> = Exclude<PlacesIn<Used['nl'] | Used['en']>, KnownPlace>;

/** The parameters behind the key of a text: none are needed where the text has no places. */
export type Filling<Used extends Text> = [PlacesOf<Used>] extends [never]
  ? [params?: TextParams]
  : [params: Readonly<Record<PlacesOf<Used>, string | number>> & TextParams];

const PLACE = /\{(\w+)(?:\|([^{}|]*)\|([^{}|]*))?\}/gu;

/** Fills in the places of a template; a place without a parameter stays visible. */
export function fill(template: string, params: TextParams): string {
  return template.replace(PLACE, (place, name: string, one?: string, more?: string) => {
    if (name === 'program') return programCall();
    if (!(name in params)) return place;
    if (one === undefined || more === undefined) return String(params[name]);
    return Number(params[name]) === 1 ? one : more;
  });
}

/** The names of the places in a template. */
export function placesOf(template: string): readonly string[] {
  return [...new Set([...template.matchAll(PLACE)].map((match) => match[1] ?? ''))].sort();
}
