/** Hashes of four bytes by which many keys are told apart in little memory: one can be that of several keys. */

/** FNV-1a over the UTF-16 units, from where another text ended. */
export function mixed(text: string, from: number): number {
  let hash = from;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}

/** Of a key; `from` sets keys of one kind apart from those of another. */
export function hashOf(key: string, from: number): number {
  const hash = mixed(key, from);
  return hash ^ (hash >>> 13);
}

/** Where a text begins that is set apart from none. */
export const BEGINNING = 0x811c9dc5 | 0;
