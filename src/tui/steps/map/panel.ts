/** Below the mapping: who loses what by it, which columns are left over, and what the first rows come to. */
import { encodingGuessText, fieldLabel, messageText } from '../../../language/index.js';
import { noOutcomes } from '../../../domain/outcomes.js';
import { madeFrom, madeValue } from '../../../domain/madeValues.js';
import { isIdentityField } from '../../../domain/fields.js';
import { count, say, type Theme } from '../../../presentation/theme.js';
import { textOf, toneOf, wrapSpans, type Line, type Span, wrapLines } from '../../../presentation/lines.js';
import type { Choices } from '../../shell/choices.js';
import { fieldHere, type MapStep } from './state.js';
import { codeMissing, unmappedIdentity } from './mapping.js';
import type { View } from '../../view.js';
import { cutLines } from '../../../presentation/cutLines.js';
import { madeTexts } from '../../../presentation/sourceTexts.js';
import { outcomeSpans } from '../../../presentation/outcomes.js';
import { columnName } from './mappingOverrides.js';

export function mapPanel(step: MapStep, choices: Choices, view: View, height: number): readonly Line[] {
  const { theme, columns } = view;
  const rule: Line = [[theme.glyphs.line.repeat(columns), 'dim']];
  const { told, trap, sample, unused, made } = partsOf(step, choices, view);
  const lines = [rule, ...trap, ...unused, ...sample, ...made];
  if (lines.length <= height) return lines;
  // That somebody loses something stays, whatever else has to go: each field in one line, of which the end may go.
  const most =
    trap.length + 1 < height
      ? [rule, ...trap, ...sample, ...unused, ...made]
      : [rule, ...told, ...sample, ...unused, ...made];
  const shown = most.slice(0, Math.max(0, height - 1));
  return [...shown, [[say(theme, 'wizard.map.more', { count: lines.length - shown.length }), 'dim']]];
}

/** The same over the whole screen, from a line on. */
export function readLines(step: MapStep, from: number, choices: Choices, view: View): readonly Line[] {
  const { trap, unused, sample, made } = partsOf(step, choices, view);
  const lines = [...trap, ...unused, ...sample, ...made];
  const top = Math.max(0, Math.min(from, lines.length - view.height));
  return cutLines(lines.slice(top), view.height, view.theme);
}

function partsOf(step: MapStep, choices: Choices, { theme, columns }: View) {
  const guess = encodingGuessText(theme.language, step.file.layout);
  const told: readonly Line[] = [
    ...trapLines(step, choices, theme),
    ...(guess === undefined ? [] : [[[guess, 'warning']] satisfies Line]),
    ...(choices.guessed.length === 0 ? [] : [[[say(theme, 'wizard.map.guessed'), 'warning']] satisfies Line]),
  ];
  return {
    told,
    trap: told.flatMap((line) => wrapLine(line, columns)),
    unused: unusedLines(step, theme).flatMap((line) => wrapLine(line, columns)),
    sample: sampleLines(step, theme, columns),
    made: madeLines(step, theme, columns),
  };
}

/** What the first row holds for the field at the cursor, and what is made of it. */
function madeLines(step: MapStep, theme: Theme, columns: number): readonly Line[] {
  const field = fieldHere(step);
  const source = field && step.mapped.mapping[field.id];
  const from = source && madeFrom(source);
  if (!field || !from || field.kind === 'secret') return [];
  const made = step.file.sample
    .flatMap(({ cells }) => madeValue(from, field.id, cells) ?? [])
    .find(({ value }) => value !== '');
  return made ? madeTexts(theme.language, [made]).flatMap((text) => wrapLines(text, columns, 'dim')) : [];
}

function wrapLine(line: Line, columns: number): readonly Line[] {
  return line.flatMap((span) => wrapLines(textOf(span), columns, toneOf(span)));
}

/** Who is blocked without a code, and who loses a value because its field is not imported (docs/rules.md, *Identity fields*). */
function trapLines(step: MapStep, choices: Choices, theme: Theme): readonly Line[] {
  const code: readonly Line[] = codeMissing(step) ? [[[say(theme, 'wizard.map.codeTrap'), 'danger']]] : [];
  const identity = unmappedIdentity(step, choices).map((field): Line => {
    const label = fieldLabel(theme.language, field);
    if (step.mapped.mapping.user === undefined) return [[say(theme, 'wizard.map.trapUnknown', { label }), 'danger']];
    if (step.risk === null) return [[say(theme, 'wizard.map.trapCounting', { label }), 'warning']];
    const losers = step.risk.flatMap(({ environment, counts }) => {
      const users = isIdentityField(field) ? counts[field] : 0;
      return users === 0 ? [] : [say(theme, 'wizard.map.loses', { environment, users, shown: count(theme, users) })];
    });
    if (losers.length === 0) return [[say(theme, 'wizard.map.trapNobody', { label }), 'dim']];
    return [[say(theme, 'wizard.map.trap', { label, losers: losers.join(', ') }), 'danger']];
  });
  return [...code, ...identity];
}

function unusedLines(step: MapStep, theme: Theme): readonly Line[] {
  const { unsettled, ignored } = step.mapped;
  if (unsettled.length > 0) {
    const columns = unsettled.map(({ header, index }) => header || columnName(index)).join(', ');
    return [[[say(theme, 'wizard.map.unusedColumns', { count: unsettled.length, columns }), 'warning']]];
  }
  return ignored.length > 0 ? [[[say(theme, 'wizard.map.ignored', { columns: ignored.join(', ') }), 'dim']]] : [];
}

/** What the first rows come to, and the first reason for a rejection. */
function sampleLines(step: MapStep, theme: Theme, columns: number): readonly Line[] {
  if (!step.sample) return [];
  const outcomes = noOutcomes();
  for (const { outcome } of step.sample) outcomes[outcome] += 1;
  const spans: Span[] = [
    say(theme, 'wizard.map.firstRows', { count: step.sample.length }),
    ' ',
    ...outcomeSpans(outcomes, theme),
  ];
  const rejected = step.sample.find(({ outcome }) => outcome === 'rejected');
  const reason = rejected?.messages.find(({ level }) => level === 'error');
  const counts = wrapSpans(spans, columns);
  if (!rejected || !reason) return counts;
  const told = say(theme, 'wizard.map.firstRejected', {
    row: rejected.row,
    reason: messageText(theme.language, reason, 'wizard'),
  });
  return [...counts, ...wrapLines(told, columns, 'danger')];
}
