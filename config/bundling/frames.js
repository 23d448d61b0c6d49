// @ts-check
/** What Ink works out of a text is kept for the next frame. The build fails where Ink is no longer as it is taken to be. */
import { readFile } from 'node:fs/promises';

/**
 * Ink works out every frame anew: which cells its texts are, how wide each is, and what of it may be sent, though nearly all
 * of a frame is as it was. What is said of a text stays true, and is kept: that of the last few screens.
 */
const KEPT_BETWEEN_FRAMES = [
  {
    file: /[/\\]node_modules[/\\]ink[/\\]build[/\\]output\.js$/,
    replaced: [
      ['    widths = new Map();', '    widths = new Kept();'],
      ['    blockWidths = new Map();', '    blockWidths = new Kept();'],
      ['    styledChars = new Map();', '    styledChars = new Kept();'],
      ['    caches = new OutputCaches();', '    caches = CACHES;'],
      [
        `        const characterLines = [[]];
        for (const character of this.caches.getStyledChars(text)) {
            if (character.value === '\\n') {
                characterLines.push([]);
            }
            else {
                characterLines.at(-1).push(character);
            }
        }
        let lines = characterLines.map(line => styledCharsToString(line));`,
        `        let lines = this.caches.linesOf(text);`,
      ],
      [
        `    getStringWidth(text) {`,
        `    lines = new Kept();
    linesOf(text) {
        let cached = this.lines.get(text);
        if (cached === undefined) {
            const characterLines = [[]];
            for (const character of this.getStyledChars(text)) {
                if (character.value === '\\n') characterLines.push([]);
                else characterLines.at(-1).push(character);
            }
            cached = characterLines.map((line) => styledCharsToString(line));
            this.lines.set(text, cached);
        }
        return cached;
    }
    getStringWidth(text) {`,
      ],
      ['export default class Output {', 'const CACHES = new OutputCaches();\nexport default class Output {'],
      [
        `row.push({
                    type: 'char',
                    value: ' ',
                    fullWidth: false,
                    styles: [],
                });`,
        'row.push(BLANK);',
      ],
    ],
    added: `const BLANK = Object.freeze({ type: 'char', value: ' ', fullWidth: false, styles: [] });`,
  },
  {
    file: /[/\\]node_modules[/\\]ink[/\\]build[/\\]sanitize-ansi\.js$/,
    replaced: [['export default sanitizeAnsi;', 'export default kept(sanitizeAnsi);']],
    added: '',
  },
  {
    file: /[/\\]node_modules[/\\]widest-line[/\\]index\.js$/,
    replaced: [['export default function widestLine(', 'export default kept(widestLine);\nfunction widestLine(']],
    added: '',
  },
];

/** A map of the texts that were asked for last: twice as many as there may be, when the older half is forgotten. */
const KEPT = `
class Kept {
  young = new Map();
  old = this.young;
  get(text) {
    let found = this.young.get(text);
    if (found === undefined && (found = this.old.get(text)) !== undefined) this.set(text, found);
    return found;
  }
  set(text, value) {
    if (this.young.size >= 250) { this.old = this.young; this.young = new Map(); }
    this.young.set(text, value);
  }
}
const kept = (work) => {
  const done = new Kept();
  return (text) => {
    let found = done.get(text);
    if (found === undefined) done.set(text, (found = work(text)));
    return found;
  };
};
`;

/** @type {import('esbuild').Plugin} */
export const keepBetweenFrames = {
  name: 'keep between frames',
  setup({ onLoad }) {
    for (const { file, replaced, added } of KEPT_BETWEEN_FRAMES) {
      onLoad({ filter: file }, async ({ path }) => {
        let contents = await readFile(path, 'utf8');
        for (const [written = '', instead = ''] of replaced) {
          if (contents.split(written).length !== 2) throw new Error(`${path} has no longer: ${written}`);
          contents = contents.replace(written, instead);
        }
        return { contents: `${KEPT}${added}\n${contents}` };
      });
    }
  },
};
