/** The lines around every screen: where one is, what it is about, what is told, and the keys that work. Pure. */
import type { Progress } from '../../application/ports/planStore.js';
import type { ImportType } from '../../domain/fields.js';
import type { Run } from '../../domain/run.js';
import type { Action } from '../keymap/actions.js';
import { footerKeys, type Listening, type ShownKey } from '../keymap/keymap.js';
import { count, say, sayRef, type Theme, type WizardText } from '../../presentation/theme.js';
import { GAP, textOf, type Line, type Span } from '../../presentation/lines.js';
import type { StepName } from '../steps/state.js';
import type { Overlay, Wizard } from './wizard.js';
import { widthOf, wrapText } from '../../presentation/textWidth.js';
import { screenText } from '../../presentation/visibleText.js';

const CRUMBS: readonly StepName[] = ['type', 'environment', 'path', 'map', 'preview', 'confirm', 'result'];
const CRUMB_OF: Readonly<Record<StepName, StepName>> = {
  type: 'type',
  environment: 'environment',
  path: 'path',
  file: 'path',
  map: 'map',
  preview: 'preview',
  confirm: 'confirm',
  progress: 'result',
  result: 'result',
  history: 'history',
  drift: 'drift',
};

/** The way through the wizard, with the step where one is; where that does not fit, the step alone. */
export function titleLine({ step, size }: Wizard, theme: Theme): Line {
  const here = CRUMB_OF[step.at];
  const name = (crumb: StepName): string => say(theme, `wizard.step.${crumb}` as WizardText);
  if (!CRUMBS.includes(here)) return [['Instroom', 'strong'], ` ${theme.glyphs.chevron} `, [` ${name(here)} `, 'here']];
  const way = CRUMBS.flatMap((crumb, index): Span[] => [
    index === 0 ? GAP : ` ${theme.glyphs.chevron} `,
    crumb === here ? [`[${name(crumb)}]`, 'strong'] : [name(crumb), 'dim'],
  ]);
  const program: Span = ['Instroom', 'strong'];
  const fits = [[program, ...way], way.slice(1)].find((line) => lineWidth(line) <= size.columns);
  return fits ?? [program, `${GAP}${CRUMBS.indexOf(here) + 1}/${CRUMBS.length} `, [`[${name(here)}]`, 'strong']];
}

function lineWidth(line: Line): number {
  return line.reduce((sum, span) => sum + widthOf(textOf(span)), 0);
}

/** What the import is about, so that the target is in sight on every screen; production jumps out. */
export function contextLine(wizard: Wizard, theme: Theme): Line {
  const { step, choices, environments } = wizard;
  const run = 'answer' in step ? step.answer.run : undefined;
  const type = run?.type ?? choices.type;
  const code = run?.environment ?? choices.environment;
  const kind = run?.environmentType ?? environments?.find((environment) => environment.code === code)?.type;
  const file = run?.file.name ?? choices.file?.name;
  if (['type', 'history', 'drift'].includes(step.at) || !type) return [];
  const parts: Span[] = run && run.kind !== 'import' ? [aboutRun(run, theme)] : [typeName(type, theme)];
  if (code && step.at !== 'environment') {
    // A plan that brings in line follows the environment, and settings are the environment's own.
    parts.push(
      run?.kind === 'align' || (run?.kind === 'settings' && run.parent === null) ? ' ' : ` ${theme.glyphs.arrow} `,
    );
    if (kind === 'production') parts.push([` ${code} ${say(theme, 'wizard.production')} `, 'alarm']);
    else parts.push([code, 'strong'], kind ? ` (${sayRef(theme, { key: `type.${kind}`, params: {} })})` : '');
  }
  if (file !== undefined && file !== '' && run?.kind !== 'align' && !['environment', 'path'].includes(step.at))
    parts.push(` ${theme.glyphs.dot} ${file}`);
  if (run) parts.push([` ${theme.glyphs.dot} ${say(theme, 'wizard.runNumber', { run: run.id })}`, 'dim']);
  return parts;
}

function typeName(type: ImportType, theme: Theme): string {
  return sayRef(theme, { key: `type.${type}`, params: {} });
}

/** What a plan is that does not come from a file, and of which run. */
function aboutRun({ kind, parent }: Run, theme: Theme): Span {
  const about = kind === 'settings' && parent !== null ? 'undo' : kind;
  return [say(theme, `wizard.about.${about}` as WizardText, { parent: parent ?? '' }), 'strong'];
}

/** What is asked, typed, worked on or told. What is told may take several lines: how to go on is at its end. */
export function messageLines(wizard: Wizard, theme: Theme, most: number): readonly Line[] {
  const { notice, overlay, busy, size } = wizard;
  if (overlay?.kind === 'question') return questionLines(sayRef(theme, overlay), size.columns, theme);
  if (!notice || overlay?.kind === 'prompt' || busy) return [askedLine(wizard, theme)];
  const details = notice.details.slice(0, 3).map((detail) => ` ${theme.glyphs.dot} ${sayRef(theme, detail)}`);
  const text = screenText(`${sayRef(theme, notice)}${details.join('')}`, theme.unicode);
  const lines = theme.screenReader ? [text] : wrapText(text, size.columns);
  const fitting = lines.length > most ? [...lines.slice(0, most - 1), lines.slice(most - 1).join(' ')] : lines;
  return fitting.map((line): Line => [[line, notice.tone]]);
}

function askedLine({ overlay, busy }: Wizard, theme: Theme): Line {
  if (overlay?.kind === 'prompt') return promptLine(overlay, theme);
  if (busy) {
    if (busy.cancelling) return [[say(theme, 'wizard.busy.cancelling'), 'warning']];
    return [[sayRef(theme, busy), 'accent'], progressText(busy.progress, theme)];
  }
  return [];
}

/** All of a question, in as many lines as it takes: what is asked stands at its end. */
function questionLines(question: string, columns: number, theme: Theme): readonly Line[] {
  const how = say(theme, 'wizard.ask.how');
  const asked = screenText(question.trim(), theme.unicode);
  const lines = theme.screenReader ? [asked] : wrapText(asked, columns - 2);
  const shown = lines.map((line): Span => [` ${line} `, 'alarm']);
  const last = shown.at(-1) ?? '';
  if (lineWidth([last]) + 1 + widthOf(how) > columns && !theme.screenReader)
    return [...shown.map((line): Line => [line]), [how]];
  return [...shown.slice(0, -1).map((line): Line => [line]), [last, ` ${how}`]];
}

function promptLine(overlay: Extract<Overlay, { kind: 'prompt' }>, theme: Theme): Line {
  return [[`${sayRef(theme, overlay.title)} `, 'accent'], ...fieldSpans(overlay.field, theme)];
}

/** A line that is being typed, with the place where the next character comes. */
export function fieldSpans(field: { readonly text: string; readonly caret: number }, theme: Theme): readonly Span[] {
  const before = screenText(field.text.slice(0, field.caret), theme.unicode);
  const after = screenText(field.text.slice(field.caret), theme.unicode);
  const [under = ' ', ...rest] = [...after];
  return [before, [after === '' ? theme.glyphs.caret : under, after === '' ? 'accent' : 'here'], rest.join('')];
}

function progressText(progress: Progress | null, theme: Theme): string {
  if (!progress) return '';
  const done = count(theme, progress.done);
  return ` ${progress.total === undefined ? done : say(theme, 'wizard.progress.of', { done, total: count(theme, progress.total) })}`;
}

/** The keys that work now, in as many lines as there are; where they do not fit, going back and help stay. */
export function footerLines(listening: Listening, theme: Theme, columns: number, height: number): readonly Line[] {
  let keys = footerKeys(listening, theme.language, theme.unicode);
  let lines = flowed(keys, columns);
  while (lines.length > height && keys.length > ALWAYS.length) {
    const last = keys.findLastIndex(({ action }) => !ALWAYS.includes(action));
    keys = keys.filter((_, index) => index !== last);
    lines = flowed(keys, columns);
  }
  return lines;
}

const ALWAYS: readonly Action[] = ['goBack', 'help'];

function flowed(keys: readonly ShownKey[], columns: number): readonly Line[] {
  const lines: Span[][] = [];
  let used = columns;
  for (const { key, label } of keys) {
    const width = widthOf(key) + 1 + widthOf(label);
    if (used + GAP.length + width > columns) {
      lines.push([]);
      used = -GAP.length;
    }
    const line = lines.at(-1);
    line?.push(line.length === 0 ? '' : GAP, [key, 'strong'], [` ${label}`, 'dim']);
    used += GAP.length + width;
  }
  return lines;
}
