/** The lines of a path: what is asked, what is typed, and what its folder holds. */
import type { FolderEntry } from '../../application/ports/folders.js';
import type { sampleText } from '../../language/samples.js';
import { cell, GAP, type Line } from '../../presentation/lines.js';
import { count, say, type Theme } from '../../presentation/theme.js';
import type { View } from '../view.js';
import { fieldLine } from '../widgets/fieldSpans.js';
import { matchingEntries, type PathField } from './pathField.js';
import { PATH_FRAME } from './pathKeys.js';

/** Tells what an entry of a folder shows. */
type About = typeof sampleText;

/** The longest name of a sample. */
const SAMPLE_WIDTH = 24;

export function pathLines(path: PathField, question: string, view: View, about?: About): readonly Line[] {
  const { theme, columns } = view;
  const height = Math.max(1, view.height - PATH_FRAME);
  const entries = matchingEntries(path);
  const list: readonly Line[] =
    path.entries === null
      ? [[[say(theme, 'wizard.path.unreadable', { folder: path.folder || '.' }), 'warning']]]
      : entries.length === 0
        ? [[[say(theme, 'wizard.path.nothing'), 'dim']]]
        : entries
            .slice(path.top, path.top + height)
            .map((entry, index) => entryLine(entry, path.browsing && path.top + index === path.cursor, view, about));
  const left = entries.length - path.top - height;
  return [
    [[question, 'strong']],
    fieldLine(`${say(theme, 'wizard.path.path')} `, path.field, [], view),
    [[theme.glyphs.line.repeat(columns), 'dim']],
    ...list,
    ...(left > 0
      ? [[[`${GAP}${theme.glyphs.more} ${say(theme, 'wizard.more', { count: left })}`, 'dim']] satisfies Line]
      : []),
  ];
}

function entryLine(entry: FolderEntry, here: boolean, { theme, columns }: View, about: About | undefined): Line {
  const width = about ? SAMPLE_WIDTH : Math.min(50, columns - 16);
  const name = cell(entry.folder ? `${entry.name}/` : entry.name, width, theme);
  const told = about
    ? (about(entry.name)?.[theme.language] ?? '')
    : entry.folder
      ? ''
      : cell(fileSize(entry.size, theme), 10, theme, 'right');
  return [
    here ? `${theme.glyphs.cursor} ` : GAP,
    [name, here ? 'here' : entry.folder ? 'accent' : 'plain'],
    GAP,
    [told, 'dim'],
  ];
}

/** Bytes as a person reads them. */
function fileSize(bytes: number, theme: Theme): string {
  if (bytes < 1000) return `${bytes} B`;
  const kilobytes = bytes / 1000;
  return kilobytes < 10_000
    ? `${count(theme, Math.round(kilobytes))} kB`
    : `${count(theme, Math.round(kilobytes / 1000))} MB`;
}
