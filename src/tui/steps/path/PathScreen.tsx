/** The path of the file, typed or picked. */
import type { ReactElement } from 'react';
import { count, say, type Theme } from '../../../presentation/theme.js';
import { cell, GAP, type Line } from '../../../presentation/lines.js';
import type { ScreenProps } from '../../shell/wizard.js';
import { matchingEntries, type PathStep } from './state.js';
import { PATH_FRAME } from './update.js';
import { fieldSpans } from '../../widgets/fieldSpans.js';
import { sampleText } from '../../../language/samples.js';
import type { View } from '../../view.js';
import { Lines } from '../../widgets/Lines.js';
import type { FolderEntry } from '../../../application/ports/folders.js';

/** The longest name of a sample. */
const SAMPLE_WIDTH = 24;

export function PathScreen({ step, wizard, view }: ScreenProps<PathStep>): ReactElement {
  const { theme } = view;
  const height = Math.max(1, view.height - PATH_FRAME);
  const entries = matchingEntries(step);
  const about = step.folder === wizard.demo?.samples ? sampleText : undefined;
  const list: readonly Line[] =
    step.entries === null
      ? [[[say(theme, 'wizard.path.unreadable', { folder: step.folder || '.' }), 'warning']]]
      : entries.length === 0
        ? [[[say(theme, 'wizard.path.nothing'), 'dim']]]
        : entries
            .slice(step.top, step.top + height)
            .map((entry, index) => entryLine(entry, step.browsing && step.top + index === step.cursor, view, about));
  const left = entries.length - step.top - height;
  const lines: readonly Line[] = [
    [[say(theme, 'wizard.path.ask'), 'strong']],
    [`${say(theme, 'wizard.path.path')} `, ...fieldSpans(step.field, theme)],
    [[theme.glyphs.line.repeat(view.columns), 'dim']],
    ...list,
    ...(left > 0
      ? [[[`${GAP}${theme.glyphs.more} ${say(theme, 'wizard.more', { count: left })}`, 'dim']] satisfies Line]
      : []),
  ];
  return <Lines lines={lines} view={view} height={view.height} />;
}

/** `about` tells what the entries of a folder show. */
function entryLine(
  entry: FolderEntry,
  here: boolean,
  { theme, columns }: View,
  about: typeof sampleText | undefined,
): Line {
  const width = about ? SAMPLE_WIDTH : Math.min(50, columns - 16);
  const name = cell(entry.folder ? `${entry.name}/` : entry.name, width, theme);
  if (about) {
    const text = about(entry.name)?.[theme.language] ?? '';
    return [here ? `${theme.glyphs.cursor} ` : GAP, [name, here ? 'here' : 'plain'], GAP, [text, 'dim']];
  }
  return [
    here ? `${theme.glyphs.cursor} ` : GAP,
    [name, here ? 'here' : entry.folder ? 'accent' : 'plain'],
    GAP,
    [entry.folder ? '' : cell(fileSize(entry.size, theme), 10, theme, 'right'), 'dim'],
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
