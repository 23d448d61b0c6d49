/** Texts that users see, in Dutch and English. A text is a template with `{name}` places. */

export const LANGUAGES = ['nl', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** One text in both languages; `{name}` is filled in with a parameter. */
export interface Text {
  readonly nl: string;
  readonly en: string;
}

export type TextParams = Readonly<Record<string, string | number>>;

/** Fills in the places of a template; a place without a parameter stays visible. */
export function fill(template: string, params: TextParams): string {
  return template.replace(/\{(\w+)\}/gu, (place, name: string) => (name in params ? String(params[name]) : place));
}
