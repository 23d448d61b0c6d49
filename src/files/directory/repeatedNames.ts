/** Names that stand twice in one object of a JSON text, of which a parser takes the last without a word. */

/** Their places, such as `users[3].email`; `value` is what the text was parsed to. */
export function repeatedNames(text: string, value: unknown): readonly string[] {
  return namesIn(text) === namesOf(value) ? [] : findRepeated(text);
}

/** How many names a text has: colons that stand in no string. */
function namesIn(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x3a) count++;
    else if (code === 0x22) at = endOfString(text, at);
  }
  return count;
}

/** Where the string ends that begins here. */
function endOfString(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); ; at = text.indexOf('"', at + 1)) {
    let backslashes = 0;
    while (text.charCodeAt(at - 1 - backslashes) === 0x5c) backslashes++;
    if (backslashes % 2 === 0) return at;
  }
}

/** Without calling itself: a hostile text may be nested as deep as it is long. */
function namesOf(value: unknown): number {
  let count = 0;
  const waiting: unknown[] = [value];
  while (waiting.length > 0) {
    const one = waiting.pop();
    if (typeof one !== 'object' || one === null) continue;
    const inside: readonly unknown[] = Array.isArray(one) ? one : Object.values(one);
    if (!Array.isArray(one)) count += inside.length;
    for (const each of inside) if (typeof each === 'object' && each !== null) waiting.push(each);
  }
  return count;
}

interface Level {
  /** Names of an object; absent for a list. */
  readonly names?: Set<string>;
  readonly place: string;
  /** Position in a list, or the name that a value comes behind. */
  at: number | string;
}

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]/gsu;

function findRepeated(text: string): readonly string[] {
  const found: string[] = [];
  const levels: Level[] = [];
  let last = '';
  const placeInside = (): string => {
    const level = levels.at(-1);
    if (!level) return '';
    if (!level.names) return `${level.place}[${level.at}]`;
    return level.place === '' ? String(level.at) : `${level.place}.${level.at}`;
  };
  for (const [token] of text.matchAll(TOKEN)) {
    const level = levels.at(-1);
    if (token === '{') levels.push({ names: new Set(), place: placeInside(), at: '' });
    else if (token === '[') levels.push({ place: placeInside(), at: 0 });
    else if (token === '}' || token === ']') levels.pop();
    else if (token === ',' && typeof level?.at === 'number') level.at++;
    else if (token === ':' && level?.names) {
      level.at = JSON.parse(last) as string;
      if (level.names.has(level.at)) found.push(placeInside());
      level.names.add(level.at);
    }
    last = token;
  }
  return found;
}
