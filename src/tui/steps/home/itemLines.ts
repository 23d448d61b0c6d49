/** The lines of the first screen: names and codes keep their width, what a run is about gives way first. Pure. */
import type { WaitingPlan } from '../../../application/useCases.js';
import type { Run } from '../../../domain/run.js';
import { momentText } from '../../../language/index.js';
import { cell, GAP, type Line, type Span } from '../../../presentation/lines.js';
import { changedSpans } from '../../../presentation/outcomes.js';
import { runSubject } from '../../../presentation/runFacts.js';
import { settingTexts } from '../../../presentation/settingTexts.js';
import { widthOf } from '../../../presentation/textWidth.js';
import { count, say, type Theme } from '../../../presentation/theme.js';
import type { View } from '../../view.js';
import type { Place } from './placeKeys.js';
import { usersIn, type HomeItem, type HomeStep } from './state.js';

/** What a run is about is worth so many columns at least: below that, how many rows it has is left out. */
const SUBJECT_LEAST = 14;
const SUBJECT_MOST = 40;

/** A line for each item. */
export function itemLines(items: readonly HomeItem[], step: HomeStep, view: View): readonly Line[] {
  const { theme } = view;
  const plans = items.flatMap((item) => ('plan' in item ? [item.plan] : []));
  const runs = items.flatMap((item) => (item.kind === 'run' ? [item.run] : []));
  const labels = items.flatMap((item) => (item.kind === 'place' ? [say(theme, item.place.line)] : []));
  const planLines = planTable(plans, view);
  const runLines = runTable(runs, view);
  return items.map((item, index): Line => {
    const here = index === step.cursor;
    const cursor = here ? `${theme.glyphs.cursor} ` : GAP;
    switch (item.kind) {
      case 'place':
        return [cursor, ...placeSpans(item.place, here, step, widest(labels), theme)];
      case 'run':
        return [cursor, ...marked(runLines[runs.indexOf(item.run)] ?? [], here)];
      default:
        return [cursor, ...marked(planLines[plans.indexOf(item.plan)] ?? [], here)];
    }
  });
}

/** The first part of a line stands out where the cursor is. */
function marked([first = '', ...rest]: Line, here: boolean): Line {
  return here && typeof first === 'string' ? [[first, 'here'], ...rest] : [first, ...rest];
}

function widest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map(widthOf));
}

function placeSpans({ keys, line }: Place, here: boolean, step: HomeStep, width: number, theme: Theme): Line {
  return [
    [keys[0] ?? '', 'accent'],
    GAP,
    [cell(say(theme, line), width, theme), here ? 'here' : 'plain'],
    GAP,
    [aboutPlace(line, step, theme), 'dim'],
  ];
}

/** What is known of what a place holds; nothing while that is looked up, or where there is nothing to tell. */
function aboutPlace(line: Place['line'], { environments, drifting }: HomeStep, theme: Theme): string {
  if (line === 'wizard.home.environments' && environments) {
    const about = say(theme, 'wizard.home.countEnvironments', { count: environments.length });
    if (drifting === null || drifting === 0) return about;
    return `${about}, ${say(theme, 'wizard.home.countDrift', { count: drifting, shown: count(theme, drifting) })}`;
  }
  if (line === 'wizard.home.users' && environments) {
    const users = usersIn(environments);
    const blocked = environments.reduce((sum, one) => sum + one.users - one.activeUsers, 0);
    const about = say(theme, 'wizard.home.countUsers', { users: count(theme, users), count: environments.length });
    return blocked === 0
      ? about
      : `${about}, ${say(theme, 'wizard.home.countBlocked', { blocked: count(theme, blocked) })}`;
  }
  if (line === 'wizard.home.demo') return say(theme, 'wizard.home.aboutDemo');
  if (line === 'wizard.home.lists') return say(theme, 'wizard.home.aboutLists');
  return '';
}

const WAIT_TONES = {
  approval: 'warning',
  expired: 'dim',
  decision: 'plain',
  applying: 'plain',
  verify: 'plain',
  'second-person': 'dim',
} as const;

function planTable(plans: readonly WaitingPlan[], { theme, columns }: View): readonly Line[] {
  const numbers = plans.map(({ run }) => say(theme, 'wizard.runNumber', { run: run.id }));
  const waits = plans.map(({ run, waits: why }) => say(theme, `wizard.home.waits.${why}`, { operator: run.operator }));
  const rows = plans.map(({ run }) =>
    run.settingsChange
      ? ''
      : say(theme, 'wizard.home.rows', { rows: run.file.rows, shown: count(theme, run.file.rows) }),
  );
  const codes = plans.map(({ run }) => run.environment);
  const fixed = GAP.length + widest(numbers) + widest(codes) + widest(waits) + 3 * GAP.length;
  const withRows = columns - fixed - widest(rows) - GAP.length >= SUBJECT_LEAST;
  const room = columns - fixed - (withRows ? widest(rows) + GAP.length : 0);
  const subjects = plans.map(({ run }) => runSubject(theme.language, run));
  const width = Math.max(0, Math.min(room, widest(subjects), SUBJECT_MOST));
  return plans.map(({ run, waits: why }, index): Line => [
    cell(numbers[index] ?? '', widest(numbers), theme),
    GAP,
    environmentSpan(run, widest(codes), theme),
    GAP,
    cell(subjects[index] ?? '', width, theme),
    ...(withRows ? [GAP, [cell(rows[index] ?? '', widest(rows), theme, 'right'), 'dim'] satisfies Span] : []),
    GAP,
    [waits[index] ?? '', WAIT_TONES[why]],
  ]);
}

function runTable(runs: readonly Run[], { theme, columns }: View): readonly Line[] {
  const moments = runs.map((run) => momentText(theme.language, run.appliedAt ?? run.createdAt));
  const codes = runs.map(({ environment }) => environment);
  const subjects = runs.map((run) => runSubject(theme.language, run));
  const width = Math.min(widest(subjects), columns < 100 ? 20 : SUBJECT_MOST);
  return runs.map((run, index): Line => [
    cell(moments[index] ?? '', widest(moments), theme),
    GAP,
    environmentSpan(run, widest(codes), theme),
    GAP,
    cell(subjects[index] ?? '', width, theme),
    GAP,
    ...doneSpans(run, theme),
    [`  ${run.appliedBy ?? run.operator}`, 'dim'],
  ]);
}

function doneSpans(run: Run, theme: Theme): Line {
  if (run.undoneBy !== null) return [[say(theme, 'wizard.history.undone'), 'dim']];
  if (run.settingsChange) return [settingTexts(theme.language, run.settingsChange, theme.glyphs.arrow).join(', ')];
  return changedSpans(run.summary.outcomes, theme);
}

function environmentSpan({ environment, environmentType }: Run, width: number, theme: Theme): Span {
  return [cell(environment, width, theme), environmentType === 'production' ? 'danger' : 'plain'];
}
