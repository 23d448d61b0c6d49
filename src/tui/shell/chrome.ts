/** The lines around every screen: where one is, what it is about, what is told, and the keys that work. Pure. */
import type { Progress } from '../../application/ports/planStore.js';
import type { ImportType } from '../../domain/fields.js';
import type { Run, RunKind } from '../../domain/run.js';
import { footerKeys, type ShownKey } from '../keys/boundKeys.js';
import { count, say, sayRef, type Theme } from '../../presentation/theme.js';
import { GAP, textOf, wrapLines, type Line, type Span } from '../../presentation/lines.js';
import { fieldSpans, fieldWithin } from '../widgets/fieldSpans.js';
import type { Notice } from './messages.js';
import type { TextField } from './textField.js';
import { TypedSecret } from './typedSecret.js';
import { definitionOf, type PromptOverlay, type Wizard } from './wizard.js';
import { widthOf, wrapText } from '../../presentation/textWidth.js';
import { screenText } from '../../presentation/visibleText.js';

/** The way through the wizard, with the step where one is; where that does not fit, the step alone. */
export function titleLine(wizard: Wizard, theme: Theme): Line {
  const { crumb: here, aside: isAside } = definitionOf(wizard, wizard.step.at);
  const program: Span = ['Instroom', 'strong'];
  if (isAside) return [program, ` ${theme.glyphs.chevron} `, [` ${say(theme, here)} `, 'here']];
  const run = wizard.step.answer?.run;
  const passed = wizard.steps.filter(({ aside, anyPlan }) => !aside && (anyPlan ?? (!run || run.kind === 'import')));
  const crumbs = [...new Set(passed.map(({ crumb }) => crumb))];
  const way = crumbs.flatMap((crumb, index): Span[] => [
    index === 0 ? GAP : ` ${theme.glyphs.chevron} `,
    crumb === here ? [`[${say(theme, crumb)}]`, 'strong'] : [say(theme, crumb), 'dim'],
  ]);
  const fits = [[program, ...way], way.slice(1)].find((line) => lineWidth(line) <= wizard.size.columns);
  return fits ?? [program, `${GAP}${crumbs.indexOf(here) + 1}/${crumbs.length} `, [`[${say(theme, here)}]`, 'strong']];
}

function lineWidth(line: Line): number {
  return line.reduce((sum, span) => sum + widthOf(textOf(span)), 0);
}

/** What the import is about, so that the target is in sight on every screen; production jumps out. */
export function contextLine(wizard: Wizard, theme: Theme): Line {
  const { step, choices, environments } = wizard;
  const { context } = definitionOf(wizard, step.at);
  const run = step.answer?.run;
  const type = run?.type ?? choices.type;
  const code = run?.environment ?? choices.environment;
  const kind = run?.environmentType ?? environments?.find((environment) => environment.code === code)?.type;
  const file = run?.file.name ?? choices.file?.name;
  if (context === 'none' || !type) return [];
  const parts: Span[] = run && run.kind !== 'import' ? [aboutRun(run, run.kind, theme)] : [typeName(type, theme)];
  if (!run && choices.definition !== null) parts.push([` (${choices.definition.name})`, 'dim']);
  if (code && context !== 'type') {
    // A plan that brings in line follows the environment, and settings are the environment's own.
    parts.push(
      run?.kind === 'align' || (run?.kind === 'settings' && run.parent === null) ? ' ' : ` ${theme.glyphs.arrow} `,
    );
    if (kind === 'production') parts.push([` ${code} ${say(theme, 'wizard.production')} `, 'alarm']);
    else parts.push([code, 'strong'], kind ? ` (${sayRef(theme, { key: `type.${kind}`, params: {} })})` : '');
  }
  if (file !== undefined && file !== '' && run?.kind !== 'align' && context === 'file')
    parts.push(` ${theme.glyphs.dot} ${file}`);
  if (run) parts.push([` ${theme.glyphs.dot} ${say(theme, 'wizard.runNumber', { run: run.id })}`, 'dim']);
  return parts;
}

function typeName(type: ImportType, theme: Theme): string {
  return sayRef(theme, { key: `type.${type}`, params: {} });
}

/** What a plan is that does not come from a file: of which run, or which act on whom. */
function aboutRun({ parent, settings }: Run, kind: Exclude<RunKind, 'import'>, theme: Theme): Span {
  const { act, user = '' } = settings.act ?? {};
  if (act) return [[say(theme, `wizard.act.${act}`), user].join(' ').trimEnd(), 'strong'];
  const about = kind === 'settings' && parent !== null ? 'undo' : kind;
  return [say(theme, `wizard.about.${about}`, { parent: parent ?? '' }), 'strong'];
}

/** What is asked, typed, worked on or told. What is told may take several lines: how to go on is at its end. */
export function messageLines(wizard: Wizard, theme: Theme, most: number): readonly Line[] {
  const { notice, overlay, busy, size } = wizard;
  if (overlay?.kind === 'question') return questionLines(sayRef(theme, overlay), size.columns, theme);
  if (overlay?.kind === 'prompt') {
    const asked = promptLines(overlay, size.columns, theme);
    // What was typed before is told of where it is typed anew.
    return notice ? [...noticeLines(notice, size.columns, theme, MOST_TOLD), ...asked] : asked;
  }
  if (busy) return [busyLine(busy, theme)];
  return notice ? noticeLines(notice, size.columns, theme, most) : [[]];
}

/** Above a line that is typed. */
const MOST_TOLD = 3;

function noticeLines(notice: Notice, columns: number, theme: Theme, most: number): readonly Line[] {
  const details = notice.details.slice(0, 3).map((detail) => ` ${theme.glyphs.dot} ${sayRef(theme, detail)}`);
  const text = screenText(`${sayRef(theme, notice)}${details.join('')}`, theme.unicode);
  const lines = theme.screenReader ? [text] : wrapText(text, columns);
  const fitting = lines.length > most ? [...lines.slice(0, most - 1), lines.slice(most - 1).join(' ')] : lines;
  return fitting.map((line): Line => [[line, notice.tone]]);
}

function busyLine(busy: NonNullable<Wizard['busy']>, theme: Theme): Line {
  if (busy.cancelling) return [[say(theme, 'wizard.busy.cancelling'), 'warning']];
  return [[sayRef(theme, busy), 'accent'], progressText(busy.progress, theme)];
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

/** Where title and text do not fit beside each other, the text has a line of its own, with the caret in sight. */
function promptLines(overlay: PromptOverlay, columns: number, theme: Theme): readonly Line[] {
  const asked = screenText(sayRef(theme, overlay.title), theme.unicode);
  const field = shownField(overlay);
  const line: Line = [[`${asked} `, 'accent'], ...fieldSpans(field, theme)];
  if (theme.screenReader || lineWidth(line) <= columns) return [line];
  return [...wrapLines(asked, columns, 'accent'), fieldSpans(fieldWithin(field, columns, theme), theme)];
}

function shownField({ field, hides }: PromptOverlay): TextField {
  if (field instanceof TypedSecret) return field.hidden('*');
  return hides?.(field.text) ? new TypedSecret(field).hidden('*') : field;
}

function progressText(progress: Progress | null, theme: Theme): string {
  if (!progress) return '';
  const done = count(theme, progress.done);
  return ` ${progress.total === undefined ? done : say(theme, 'wizard.progress.of', { done, total: count(theme, progress.total) })}`;
}

/** The keys that work now, in as many lines as there are; where they do not fit, going back and help stay. */
export function footerLines(wizard: Wizard, theme: Theme, height: number): readonly Line[] {
  const { columns } = wizard.size;
  let keys = footerKeys(wizard, theme.unicode);
  let lines = flowed(keys, columns);
  while (lines.length > height) {
    const last = keys.findLastIndex(({ stays }) => !stays);
    if (last < 0) break;
    keys = keys.filter((_, index) => index !== last);
    lines = flowed(keys, columns);
  }
  return lines;
}

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
