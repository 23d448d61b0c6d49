/** Where every field takes its value from, what an empty cell does, and what that comes to. */
import { composedText } from '../../../domain/composed.js';
import type { FieldSource } from '../../../domain/settings.js';
import type { ReactElement } from 'react';
import { fieldsFor, isDefaulted, type Field, type FieldId } from '../../../domain/fields.js';
import { emptyRuleOf } from '../../../domain/settings.js';
import { HIDDEN_SECRET } from '../../../domain/plannedRow.js';
import { cellText } from '../../../domain/sourceRow.js';
import { mapPanelHeight } from './heights.js';
import { say, sayRef, type Theme } from '../../../presentation/theme.js';
import { cell, GAP, type Line, type Span } from '../../../presentation/lines.js';
import type { Choices } from '../../shell/choices.js';
import type { ScreenProps } from '../../shell/wizard.js';
import type { MapStep } from './state.js';
import { valueInWords } from '../../widgets/fieldValues.js';
import { codeMissing, hasEmptyRule } from './mapping.js';
import { shareWidth } from '../../table/columns.js';
import type { View } from '../../view.js';
import { Lines } from '../../widgets/Lines.js';
import { mapPanel, readLines } from './panel.js';

type ListedField = Field & { readonly id: FieldId };

export function MapScreen({ step, wizard, view }: ScreenProps<MapStep>): ReactElement {
  const { choices } = wizard;
  const { theme } = view;
  const fields = fieldsFor(step.type);
  if (step.reading !== null)
    return <Lines lines={readLines(step, step.reading, choices, view)} view={view} height={view.height} />;
  const panel = mapPanelHeight(view.height);
  const height = Math.max(1, view.height - 1 - panel);
  // A mutation creates nobody.
  const creates = step.type === 'user';
  const widths = columnWidths(fields, creates, view);
  const titles = [
    say(theme, 'wizard.map.field'),
    say(theme, 'wizard.map.source'),
    say(theme, 'wizard.map.sample'),
    say(theme, 'wizard.map.empty'),
    say(theme, 'wizard.map.new'),
  ];
  const heading: Line = [
    [`${GAP}${titles.map((title, index) => cell(title, widths[index] ?? 0, theme)).join(GAP)}`, 'dim'],
  ];
  const rows = fields
    .slice(step.top, step.top + height)
    .map((field, index) => fieldLine(field, step.top + index === step.cursor, step, choices, widths, theme));
  const list = [...rows, ...Array.from({ length: Math.max(0, height - rows.length) }, (): Line => [])];
  return <Lines lines={[heading, ...list, ...mapPanel(step, choices, view, panel)]} view={view} height={view.height} />;
}

function columnWidths(fields: readonly ListedField[], creates: boolean, { theme, columns }: View): readonly number[] {
  const label = Math.max(...fields.map((field) => field[theme.language].length));
  return shareWidth(
    [
      { least: 16, most: label },
      { least: 16, most: 30 },
      { least: 8, most: 40 },
      { least: 6, most: 6 },
      { least: creates ? 6 : 0, most: creates ? 10 : 0 },
    ],
    columns - GAP.length,
    GAP.length,
  );
}

function fieldLine(
  field: ListedField,
  here: boolean,
  step: MapStep,
  choices: Choices,
  widths: readonly number[],
  theme: Theme,
): Line {
  const at = (text: string, column: number): string => cell(text, widths[column] ?? 0, theme);
  const identity = field.availability[step.type] === 'identity';
  const source = step.mapped.mapping[field.id];
  const missing = identity && source === undefined && choices.emptyRules[field.id] !== 'keep';
  return [
    here ? `${theme.glyphs.cursor} ` : GAP,
    [at(field[theme.language], 0), here ? 'here' : identity || field.id === 'user' ? 'strong' : 'plain'],
    GAP,
    sourceSpan(field, step, choices, missing, (text) => at(text, 1), theme),
    GAP,
    [at(sampleOf(field, step), 2), 'dim'],
    GAP,
    [
      at(hasEmptyRule(step, field) ? emptyText(field, choices, theme) : '', 3),
      field.emptyRule && emptyRuleOf(field.id, choices.emptyRules) === 'clear' ? 'warning' : 'dim',
    ],
    GAP,
    [at(defaultText(field.id, choices, theme), 4), 'dim'],
  ];
}

function sourceSpan(
  field: ListedField,
  step: MapStep,
  choices: Choices,
  missing: boolean,
  fitted: (text: string) => string,
  theme: Theme,
): Span {
  const source = step.mapped.mapping[field.id];
  if (source) {
    const text =
      source.kind !== 'fixed'
        ? sourceText(source)
        : say(theme, 'wizard.map.fixedValue', { value: valueInWords(field.id, source.value, theme.language) });
    if (choices.guessed.includes(field.id))
      return [fitted(say(theme, 'wizard.map.guessedSource', { source: text })), 'warning'];
    return [fitted(text), source.kind === 'fixed' ? 'accent' : 'plain'];
  }
  const suggestion = step.mapped.suggestions.find((guess) => guess.field === field.id);
  if (suggestion)
    return [fitted(say(theme, `wizard.map.guess.${suggestion.confidence}`, { column: suggestion.header })), 'warning'];
  if (field.id === 'user') return [fitted(say(theme, 'wizard.map.userMissing')), 'danger'];
  if (field.id === 'mutationCode' && codeMissing(step)) return [fitted(say(theme, 'wizard.map.codeMissing')), 'danger'];
  return [
    fitted(missing ? say(theme, 'wizard.map.cleared') : say(theme, 'wizard.map.notImported')),
    missing ? 'danger' : 'dim',
  ];
}

/** The first value that the rows have for it. */
function sampleOf(field: ListedField, step: MapStep): string {
  const source = step.mapped.mapping[field.id];
  if (source?.kind === 'composed')
    return (
      step.file.sample.map(({ cells }) => composedText(source.parts, cells).text).find((text) => text !== '') ?? ''
    );
  if (source?.kind !== 'column') return '';
  for (const { cells } of step.file.sample) {
    const value = cells[source.index];
    const text = typeof value === 'object' && value.kind === 'secret' ? HIDDEN_SECRET : cellText(value);
    if (text !== '') return field.kind === 'secret' ? HIDDEN_SECRET : madeOf(text, source);
  }
  return '';
}

function emptyText(field: ListedField, choices: Choices, theme: Theme): string {
  return field.emptyRule ? say(theme, `wizard.map.empty.${emptyRuleOf(field.id, choices.emptyRules)}`) : '';
}

function defaultText(field: FieldId, choices: Choices, theme: Theme): string {
  if (!isDefaulted(field)) return '';
  const value = choices.defaults[field];
  if (typeof value === 'boolean') return sayRef(theme, { key: value ? 'value.yes' : 'value.no', params: {} });
  return valueInWords(field, value, theme.language);
}

/** The column, or the text that is composed; with how many values become others. */
function sourceText(source: Exclude<FieldSource, { readonly kind: 'fixed' }>): string {
  const text = source.kind === 'column' ? source.header : source.template;
  const listed = Object.keys(source.values ?? {}).length;
  return listed === 0 ? text : `${text} (${listed})`;
}

/** A value with what its list makes of it. */
function madeOf(text: string, { values = {} }: Exclude<FieldSource, { readonly kind: 'fixed' }>): string {
  const to = Object.hasOwn(values, text) ? values[text] : undefined;
  return to === undefined ? text : `${text} → ${to}`;
}
