/** The path of the file, typed or picked. */
import type { ReactElement } from 'react';
import { count, say, type Theme } from '../../../presentation/theme.js';
import { cell, GAP, type Line } from '../../../presentation/lines.js';
import type { ScreenProps } from '../../shell/wizard.js';
import { matchingEntries, type PathStep } from './state.js';
import { PATH_FRAME } from './update.js';
import { fieldSpans } from '../../widgets/fieldSpans.js';
import { Lines } from '../../widgets/Lines.js';
import type { FolderEntry } from '../../../application/ports/folders.js';

export function PathScreen({ step, view }: ScreenProps<PathStep>): ReactElement {
  const { theme } = view;
  const height = Math.max(1, view.height - PATH_FRAME);
  const entries = matchingEntries(step);
  const list: readonly Line[] =
    step.entries === null
      ? [[[say(theme, 'wizard.path.unreadable', { folder: step.folder || '.' }), 'warning']]]
      : entries.length === 0
        ? [[[say(theme, 'wizard.path.nothing'), 'dim']]]
        : entries
            .slice(step.top, step.top + height)
            .map((entry, index) =>
              entryLine(entry, step.browsing && step.top + index === step.cursor, theme, view.columns),
            );
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

function entryLine(entry: FolderEntry, here: boolean, theme: Theme, columns: number): Line {
  const name = cell(entry.folder ? `${entry.name}/` : entry.name, Math.min(50, columns - 16), theme);
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
