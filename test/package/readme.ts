/** What stands in a page: its headings, the commands that it tells to type, and where it leads. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface Page {
  /** The depth of each heading, in order. */
  readonly headings: readonly number[];
  /** The names that a link to a heading has. */
  readonly anchors: readonly string[];
  /** Lines of blocks of commands. */
  readonly commands: readonly string[];
  /** As they are written, from the page. */
  readonly links: readonly string[];
  /** Words between backticks. */
  readonly names: readonly string[];
}

export function readPage(path: string): Page {
  const text = readFileSync(join(ROOT, path), 'utf8');
  const prose = text.replace(/^```[^]*?^```/gmu, '');
  const headings = [...prose.matchAll(/^(#+) (.*)$/gmu)];
  return {
    headings: headings.map(([, depth = '']) => depth.length),
    anchors: headings.map(([, , title = '']) => anchorOf(title)),
    commands: [...text.matchAll(/^```\n([^]*?)^```/gmu)].flatMap(([, block = '']) => block.trimEnd().split('\n')),
    links: [...prose.matchAll(/\]\(([^)]*)\)/gu)].map(([, link = '']) => link),
    names: [...prose.matchAll(/`([^`\n]*)`/gu)].map(([, name = '']) => name),
  };
}

function anchorOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
}
