/** Styles of cells, as SGR takes them: sixteen colours and plain attributes, all that is painted with. Pure. */

export const ESCAPE = String.fromCodePoint(0x1b);
export const CSI = `${ESCAPE}[`;

/** What switches an attribute off, and which attributes that are. */
const OFF: Readonly<Record<number, readonly number[]>> = { 22: [1, 2], 23: [3], 24: [4], 27: [7], 29: [9] };

/** Underlined, inverse, struck through: what can be seen of a blank. */
const SEEN_ON_BLANKS = new Set(['4', '7', '9']);

/** The style after some codes. */
export function styled(before: readonly number[], codes: readonly number[]): readonly number[] {
  return codes.reduce<readonly number[]>((style, code) => {
    if (code === 0) return [];
    const off = OFF[code];
    if (off) return style.filter((active) => !off.includes(active));
    const isColour = code === 39 || isForeground(code);
    const others = style.filter((active) => (isColour ? !isForeground(active) : active !== code));
    return code === 39 ? others : [...others, code].sort((a, b) => a - b);
  }, before);
}

function isForeground(code: number): boolean {
  return (code >= 30 && code <= 37) || (code >= 90 && code <= 97);
}

/** There are few styles, and each is asked for at nearly every cell. */
const onBlanks = new Map<string, string>();

/** What is left of a style on a blank: nothing, where it cannot be seen. */
export function blankStyle(style: string): string {
  if (style === '') return '';
  const known = onBlanks.get(style) ?? seenOnBlanks(style);
  onBlanks.set(style, known);
  return known;
}

function seenOnBlanks(style: string): string {
  return style.split(';').some((code) => SEEN_ON_BLANKS.has(code)) ? style : '';
}

/** The shortest way from one style to another. */
export function restyle(from: string, to: string): string {
  if (from === to) return '';
  if (to === '') return `${CSI}m`;
  if (from === '') return `${CSI}${to}m`;
  const anew = `0;${to}`;
  const codes = changedCodes(from.split(';').map(Number), to.split(';').map(Number));
  return `${CSI}${codes.length <= anew.length ? codes : anew}m`;
}

/** Attributes that are gone switched off, new ones switched on. */
function changedCodes(from: readonly number[], to: readonly number[]): string {
  const gone = from.filter((code) => !to.includes(code));
  const off = gone.filter((code) => !(isForeground(code) && to.some(isForeground))).map(offFor);
  // Bold and dim have one code for off.
  const on = to.filter((code) => !from.includes(code) || off.includes(offFor(code)));
  return [...off, ...on].join(';');
}

function offFor(code: number): number {
  if (isForeground(code)) return 39;
  return Number(Object.keys(OFF).find((off) => OFF[Number(off)]?.includes(code)));
}
