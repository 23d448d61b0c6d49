/** Nothing refers to a text that is not in the repository. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const FOLDERS = ['src', 'test', 'config', 'docs', 'samples'];
const TEXT = /\.(?:tsx?|js|md|ya?ml)$/u;

const files = [
  ...FOLDERS.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true }).map((name) => `${folder}/${String(name)}`),
  ),
  ...readdirSync(ROOT),
].filter((path) => TEXT.test(path));
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** `docs/rules.md, *Empty cells*`; in one comment, several headings of a page may follow each other. */
const HEADING = /\b(docs\/[\w/-]+\.md), \*([^*\n]+)\*/gu;
const PAGE = /\bdocs\/[\w/-]+\.md\b/gu;
const LINK = /\]\((?!https?:)([^)#\s]*)(?:#([^)\s]*))?\)/gu;
/** A text of somebody else's, by name and number. */
const FOREIGN = new RegExp(['S', 'PEC'].join('') + String.raw`\b|\bthe manual page\b`, 'u');

function headingsOf(path: string): string[] {
  return [...read(path).matchAll(/^#+ (.+)$/gmu)].map((match) => match[1] ?? '');
}

const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');

describe('nothing refers to a text that is not here', () => {
  it('knows how to tell', () => {
    expect('as docs/rules.md, *Sync* has it').toMatch(HEADING);
    expect(FOREIGN.test(`in ${['S', 'PEC'].join('')} 5`)).toBe(true);
    expect(files.length).toBeGreaterThan(500);
  });

  it('names no document of somebody else', () => {
    expect(files.filter((path) => FOREIGN.test(read(path)))).toEqual([]);
  });

  it('names headings that are there', () => {
    const missing = files.flatMap((path) =>
      [...read(path).matchAll(HEADING)]
        .filter(([, page = '', heading = '']) => !existsSync(join(ROOT, page)) || !headingsOf(page).includes(heading))
        .map(([reference]) => `${path}: ${reference}`),
    );
    expect(missing).toEqual([]);
  });

  it('names pages that are there', () => {
    const missing = files.flatMap((path) =>
      [...read(path).matchAll(PAGE)]
        .filter(([page]) => !existsSync(join(ROOT, page)))
        .map(([page]) => `${path}: ${page}`),
    );
    expect(missing).toEqual([]);
  });

  it('links to what is there', () => {
    const broken = files
      .filter((path) => path.endsWith('.md'))
      .flatMap((path) =>
        [...read(path).matchAll(LINK)]
          .filter(([, target = '', anchor]) => {
            const page = target === '' ? path : join(dirname(path), target);
            if (!existsSync(join(ROOT, page))) return true;
            return anchor !== undefined && !headingsOf(page).map(anchorOf).includes(anchor);
          })
          .map(([link]) => `${path}: ${link}`),
      );
    expect(broken).toEqual([]);
  });
});
