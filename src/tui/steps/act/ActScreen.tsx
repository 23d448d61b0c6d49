/** The form of an act: what it does, whom it is about, what is filled in, and what a line can become. */
import type { ReactElement } from 'react';
import { cell, GAP, wrapLines, type Line, type Span } from '../../../presentation/lines.js';
import { widthOf } from '../../../presentation/textWidth.js';
import { say, sayRef, type Theme } from '../../../presentation/theme.js';
import type { PickOption, ScreenProps } from '../../shell/wizard.js';
import { around, type View } from '../../view.js';
import { fieldSpans, fieldWithin } from '../../widgets/fieldSpans.js';
import { Lines } from '../../widgets/Lines.js';
import { begunIn } from './begun.js';
import { entryHere, environmentOf, isAboutAll, usersIn, type ActStep, type Entry } from './state.js';

export function ActScreen({ step, view }: ScreenProps<ActStep>): ReactElement {
  const { theme, columns, height } = view;
  const heading: readonly Line[] = [
    [[say(theme, `wizard.act.${step.act}`), 'strong'], ...subjectSpans(step, theme)],
    ...wrapLines(say(theme, `wizard.act.about.${step.act}`), columns, 'dim'),
    [],
  ];
  const entries = entryLines(step, view);
  const room = height - heading.length;
  const below = candidateLines(step, view);
  const forEntries =
    below.length === 0 ? room : Math.max(3, Math.min(entries.length, room - Math.min(below.length, 6)));
  const shown = around(entries, step.cursor, forEntries);
  return (
    <Lines
      lines={[...heading, ...shown, ...below.slice(0, Math.max(0, room - shown.length))]}
      view={view}
      height={height}
    />
  );
}

/** Whom it is about, where nothing on the form says so. */
function subjectSpans(step: ActStep, { glyphs }: Theme): readonly Span[] {
  const { accounts } = step.subject;
  if (isAboutAll(step) || accounts.length !== 1) return [];
  const [account] = accounts;
  const [user] = usersIn(step, environmentOf(step));
  return [` ${glyphs.dot} `, [account?.code ?? '', 'accent'], GAP, (user ?? account?.users[0])?.description ?? ''];
}

function entryLines({ entries, cursor }: ActStep, { theme, columns }: View): readonly Line[] {
  const labels = entries.map(({ label }) => sayRef(theme, label));
  const width = Math.min(30, Math.max(...labels.map(widthOf)));
  return entries.map((entry, at): Line => {
    const here = at === cursor;
    const start: Line = [
      here ? `${theme.glyphs.cursor} ` : GAP,
      [cell(labels[at] ?? '', width, theme), here ? 'strong' : 'dim'],
      GAP,
    ];
    return [...start, ...valueSpans(entry, here, columns - width - 2 * GAP.length, theme)];
  });
}

function valueSpans(entry: Entry, here: boolean, room: number, theme: Theme): readonly Span[] {
  switch (entry.kind) {
    case 'text': {
      const isChanged = entry.field.text !== entry.before;
      if (here) return fieldSpans(fieldWithin(entry.field, room, theme), theme);
      return [[cell(entry.field.text, room, theme).trimEnd(), isChanged ? 'changed' : 'plain']];
    }
    case 'secret': {
      const hidden = entry.secret.hidden('*');
      return here ? fieldSpans(fieldWithin(hidden, room, theme), theme) : [cell(hidden.text, room, theme).trimEnd()];
    }
    case 'choice': {
      const option = entry.options.find(({ id }) => id === entry.chosen);
      const label = option ? optionText(option, theme) : '';
      const hint: Span = option && option.hint !== '' ? [`${GAP}${option.hint}`, 'dim'] : '';
      const tone = entry.chosen === entry.before ? 'plain' : 'changed';
      return here && entry.options.length > 1 ? ['< ', [label, 'here'], ' >', hint] : [[label, tone], hint];
    }
  }
}

function optionText({ label }: PickOption, theme: Theme): string {
  return typeof label === 'string' ? label : sayRef(theme, label);
}

function candidateLines(step: ActStep, { theme, columns }: View): readonly Line[] {
  const entry = entryHere(step);
  const { candidates } = step;
  if (entry?.kind !== 'text' || !candidates) return [];
  if (candidates.length === 0) return [[], [[say(theme, 'wizard.act.noCandidates'), 'dim']]];
  const width = Math.max(...candidates.map(({ code }) => widthOf(code)));
  const held = begunIn(entry).text;
  return [
    [[theme.glyphs.line.repeat(columns), 'dim']],
    ...candidates.map(({ code, description }): Line => [
      GAP,
      [cell(code, width, theme), code === held ? 'here' : 'plain'],
      GAP,
      [description, 'dim'],
    ]),
  ];
}
