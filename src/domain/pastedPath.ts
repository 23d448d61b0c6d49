/**
 * A path as people paste it: terminals and file managers put quotes around it, escape its blanks, or make it an
 * address. What is typed may also be just the name of a file, so nothing is taken off where that exists. Pure.
 */

/** Line ends, blanks, and marks that nobody sees, at either end. */
const AROUND =
  /^[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]+|[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]+$/gu;
const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
/** Quotes of word processors and chat programs, which no shell knows. */
const TYPOGRAPHIC = /^["'`´‘’‚‛“”„‟«»‹›]+|["'`´‘’‚‛“”„‟«»‹›]+$/gu;
/** A file on this machine; a share on another one is no path here. */
const ADDRESS = /^file:(?:\/\/(?:localhost)?)?(?=\/)/iu;
const HOME = /^(?:~|\$HOME|\$\{HOME\})(?=\/|$)/u;

/**
 * The paths that may be meant, the likeliest first: never the text itself, and never an empty one.
 * `home`: the user's own folder; without one `~` stays as it is.
 */
export function pastedPaths(text: string, home?: string): readonly string[] {
  const trimmed = text.replace(AROUND, '');
  const end = trimmed.lastIndexOf('/') + 1;
  const meant = [...meantBy(text), ...meantBy(trimmed)];
  // A name that was completed behind a folder that was pasted is as it stands.
  const completed = meantBy(trimmed.slice(0, end)).map((folder) => folder + trimmed.slice(end));
  const paths = [...meant, ...(end === 0 ? [] : completed)].map((path) => atHome(path, home));
  return [...new Set(paths)].filter((path) => path !== text && path !== '');
}

/** With what is around it taken off, in every way that it can be there. */
function meantBy(text: string): readonly string[] {
  const bare = [text, unquoted(text), text.replace(TYPOGRAPHIC, '')];
  return bare.flatMap((path) => [path, path.replace(AROUND, '')]).map(ofAddress);
}

/** The first of the text itself and what may be meant by it that is there; undefined where nothing is. */
export async function findPasted(
  text: string,
  home: string,
  isThere: (path: string) => Promise<boolean>,
): Promise<string | undefined> {
  for (const path of [text, ...pastedPaths(text, home)]) if (await isThere(path)) return path;
  return undefined;
}

/** What is around or in a path that a file's name seldom has, as a person sees it: `'`, `\`, `file://`, `U+202A`. */
export function pastedSigns(text: string): readonly string[] {
  const address = /^[\s'"]*(file:\/*)/iu.exec(text)?.[1];
  const signs = [
    ...(text.match(/["'`´‘’‚‛“”„‟«»‹›\\]/gu) ?? []),
    ...(address === undefined ? [] : [address]),
    ...(address === undefined ? [] : (text.match(/%[\da-f]{2}/giu) ?? [])),
    ...(/^[\s'"]*(~|\$\{?\w+\}?)/u.exec(text)?.slice(1) ?? []),
    ...(text.match(INVISIBLE) ?? []).map(codeOf),
  ];
  return [...new Set(signs)];
}

const codeOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** As a shell reads one word; a quote that is still open goes on to the end. */
function unquoted(text: string): string {
  let quote = '';
  let word = '';
  const characters = [...text];
  for (let at = 0; at < characters.length; at++) {
    const character = characters[at] ?? '';
    const next = characters[at + 1];
    if (quote === '' && (character === "'" || character === '"')) quote = character;
    else if (character === quote) quote = '';
    else if (character === '\\' && quote !== "'" && next !== undefined && (quote === '' || /["\\$`]/u.test(next))) {
      word += next;
      at++;
    } else word += character;
  }
  return word;
}

function ofAddress(path: string): string {
  if (!ADDRESS.test(path)) return path;
  const rest = path.replace(ADDRESS, '');
  try {
    return decodeURIComponent(rest);
  } catch {
    return rest;
  }
}

const atHome = (path: string, home: string | undefined): string =>
  home === undefined ? path : path.replace(HOME, () => home);
