/** The path of the file, typed or picked. */
import type { ReactElement } from 'react';
import { count, say, type Look } from '../look.js';
import { cell, GAP, type Line } from '../paint.js';
import type { PathStep } from '../state/steps.js';
import { matchingEntries, PATH_FRAME } from '../steps/pathStep.js';
import type { View } from '../view.js';
import { fieldSpans } from '../widgets/chrome.js';
import { Lines } from '../widgets/Lines.js';
import type { FolderEntry } from '../wizardOptions.js';

export function PathScreen({ step, view }: { readonly step: PathStep; readonly view: View }): ReactElement {
  const { look } = view;
  const height = Math.max(1, view.height - PATH_FRAME);
  const entries = matchingEntries(step);
  const list: readonly Line[] =
    step.entries === null
      ? [[[say(look, 'wizard.path.unreadable', { folder: step.folder || '.' }), 'warning']]]
      : entries.length === 0
        ? [[[say(look, 'wizard.path.nothing'), 'dim']]]
        : entries
            .slice(step.top, step.top + height)
            .map((entry, index) =>
              entryLine(entry, step.browsing && step.top + index === step.cursor, look, view.columns),
            );
  const left = entries.length - step.top - height;
  const lines: readonly Line[] = [
    [[say(look, 'wizard.path.ask'), 'strong']],
    [`${say(look, 'wizard.path.path')} `, ...fieldSpans(step.field, look)],
    [[look.glyphs.line.repeat(view.columns), 'dim']],
    ...list,
    ...(left > 0
      ? [[[`${GAP}${look.glyphs.more} ${say(look, 'wizard.more', { count: left })}`, 'dim']] satisfies Line]
      : []),
  ];
  return <Lines lines={lines} view={view} height={view.height} />;
}

function entryLine(entry: FolderEntry, here: boolean, look: Look, columns: number): Line {
  const name = cell(entry.folder ? `${entry.name}/` : entry.name, Math.min(50, columns - 16), look);
  return [
    here ? `${look.glyphs.cursor} ` : GAP,
    [name, here ? 'here' : entry.folder ? 'accent' : 'plain'],
    GAP,
    [entry.folder ? '' : cell(fileSize(entry.size, look), 10, look, 'right'), 'dim'],
  ];
}

/** Bytes as a person reads them. */
function fileSize(bytes: number, look: Look): string {
  if (bytes < 1000) return `${bytes} B`;
  const kilobytes = bytes / 1000;
  return kilobytes < 10_000
    ? `${count(look, Math.round(kilobytes))} kB`
    : `${count(look, Math.round(kilobytes / 1000))} MB`;
}
