/** The keys of the list of rows, with when they do nothing. */
import { isAbsentRow } from '../../../domain/absent.js';
import { BACK, text } from '../../keys/commonKeys.js';
import { PLAN_AGAIN } from '../../runs/planAgain.js';
import { hasExpired, isDecided } from '../../runs/reasons.js';
import { openUserKey } from '../../users/openUser.js';
import { askPath } from '../../runs/writeFile.js';
import type { Binding, DisabledReason, KeyGroup } from '../../shell/wizard.js';
import { askLikeRow } from './filter.js';
import { FILTER } from './filterKeys.js';
import { askSearch, toMatch, toProblem } from './finding.js';
import { fixHere } from './fixCell.js';
import { leaveOutAll, takeBackAll, toggleRows } from './leavingOut.js';
import { askLeftover, leftoverOf } from './leftover.js';
import { askRestore } from './restore.js';
import { beginReview } from './review.js';
import { currentRow, isGrouped, type PreviewStep } from './state.js';
import { back, move, nextSort, nextTab, reverseSort, showDetails, toggleKinds, toggleRange } from './update.js';

type Reason = DisabledReason<PreviewStep>;

/** A plan that can still be changed and applied. */
export const NO_PLAN: readonly Reason[] = [
  isDecided(({ answer }) => answer.run),
  hasExpired(({ answer }) => answer.run),
];

const NO_ROW: Reason = {
  reason: text('Er staat hier geen rij.', 'There is no row here.'),
  when: (step) => currentRow(step) === undefined,
};
const NOT_SEARCHED: Reason = {
  reason: text('Zoek eerst met /.', 'Search with / first.'),
  when: ({ search }) => search === null,
};
const NOT_FOUND: Reason = {
  reason: text(
    'Niets gevonden op deze tab; / zoekt iets anders.',
    'Nothing found on this tab; / searches for something else.',
  ),
  when: ({ search }) => search?.rows?.size === 0,
};
const NOT_REVIEWED: Reason = {
  reason: text('Nalopen kan op de tabs Geblokkeerd en Hernoemd.', 'Review works on the tabs Blocked and Renamed.'),
  when: ({ tab }) => tab !== 'blocked' && tab !== 'renamed',
};
const NO_CELLS: Reason = {
  reason: text(
    'Rijen die een run terugdraaien hebben geen cellen; laat ze weg of neem ze terug.',
    'The rows of an undo have no cells; leave them out, or take them back.',
  ),
  when: ({ answer }) => answer.run.kind === 'undo',
};
const NOT_IN_FILE: Reason = {
  reason: text('Wie niet in het bestand staat, heeft er geen cellen.', 'Who is not in the file has no cells there.'),
  when: (step) => isAbsentRow(currentRow(step)?.row ?? 0),
};
const NO_LEFTOVER: Reason = {
  reason: text('Op deze rij staat geen UPN van een achterblijver.', 'No leftover holds the UPN of this row.'),
  when: (step) => leftoverOf(currentRow(step)) === undefined,
};
const NOTHING_FIXED: Reason = {
  reason: text('In dit plan is nog niets hersteld.', 'Nothing was mended in this plan.'),
  when: ({ answer }, { mended }) => !mended.has(answer.run.id),
};

const NOT_MENDED: Reason = {
  reason: text('In dit plan is nog niets hersteld.', 'Nothing was mended in this plan.'),
  when: ({ marks }) => (marks?.mended ?? 0) === 0,
};

export const CONFIRM: Binding<PreviewStep> = {
  keys: ['enter', 'c'],
  label: text('bevestigen', 'confirm'),
  disabled: NO_PLAN,
  footer: 10,
  deliberate: true,
  run: (step) => ({ step: { ...step, fresh: false }, go: { to: 'confirm', answer: step.answer } }),
};

export const TABS: readonly Binding<PreviewStep>[] = [
  { keys: ['tab', 'right', 'l'], label: text('volgende tab', 'next tab'), footer: 20, run: (step) => nextTab(step, 1) },
  { keys: ['shift+tab', 'left', 'h'], label: text('vorige tab', 'tab before'), run: (step) => nextTab(step, -1) },
  { keys: ['='], label: text('per soort/per rij', 'by kind/by row'), run: toggleKinds },
];

export const LEAVE_OUT: Binding<PreviewStep> = {
  keys: ['space'],
  label: text('weglaten/terug', 'leave out/back'),
  disabled: NO_PLAN,
  footer: 21,
  deliberate: true,
  run: toggleRows,
};

const LEAVING_OUT: readonly Binding<PreviewStep>[] = [
  LEAVE_OUT,
  { keys: ['v'], label: text('bereik', 'range'), disabled: NO_PLAN, footer: 29, run: toggleRange },
  {
    keys: ['X'],
    label: text('gevonden weglaten', 'leave out matches'),
    disabled: NO_PLAN,
    deliberate: true,
    run: leaveOutAll,
  },
  {
    keys: ['B'],
    label: text('gevonden terugnemen', 'take back matches'),
    disabled: NO_PLAN,
    deliberate: true,
    run: takeBackAll,
  },
];

const FINDING: readonly Binding<PreviewStep>[] = [
  FILTER,
  { keys: ['*'], label: text('rijen zoals deze', 'rows like this one'), disabled: [NO_ROW], run: askLikeRow },
  { keys: ['/'], label: text('zoeken', 'search'), footer: 22, run: askSearch },
  {
    keys: ['n'],
    label: text('volgende gevonden', 'next match'),
    disabled: [NOT_SEARCHED, NOT_FOUND],
    run: (step, wizard) => toMatch(step, 1, wizard),
  },
  {
    keys: ['N'],
    label: text('vorige gevonden', 'match before'),
    disabled: [NOT_SEARCHED, NOT_FOUND],
    run: (step, wizard) => toMatch(step, -1, wizard),
  },
  {
    keys: [']', 'p'],
    label: text('volgend probleem', 'next problem'),
    footer: 23,
    run: (step, wizard) => toProblem(step, 1, wizard),
  },
  {
    keys: ['[', 'P'],
    label: text('vorig probleem', 'problem before'),
    run: (step, wizard) => toProblem(step, -1, wizard),
  },
];

const SORTING: readonly Binding<PreviewStep>[] = [
  { keys: ['s'], label: text('sorteren', 'sort'), footer: 28, run: nextSort },
  { keys: ['S'], label: text('andersom sorteren', 'sort the other way'), run: reverseSort },
];

const ONE_ROW: readonly Binding<PreviewStep>[] = [
  { keys: ['d'], label: text('alles van de rij', 'all of the row'), footer: 25, run: (step) => showDetails(step) },
  {
    keys: ['r'],
    label: text('één voor één nalopen', 'review one by one'),
    disabled: [...NO_PLAN, NOT_REVIEWED],
    footer: 13,
    run: beginReview,
  },
  {
    keys: ['m'],
    label: text('cel herstellen', 'mend a cell'),
    disabled: [...NO_PLAN, NO_CELLS, NOT_IN_FILE],
    footer: 11,
    run: fixHere,
  },
  {
    keys: ['M'],
    label: text('herstel terugdraaien', 'take mends back'),
    disabled: [...NO_PLAN, NOT_MENDED],
    deliberate: true,
    run: askRestore,
  },
  {
    keys: ['U'],
    label: text('UPN vrijmaken', 'free the UPN'),
    disabled: [...NO_PLAN, NO_LEFTOVER],
    footer: 12,
    run: askLeftover,
  },
];

const WRITE_FIXED: Binding<PreviewStep> = {
  keys: ['w'],
  label: text('herstelde bewaren', 'write mended rows'),
  disabled: [NOTHING_FIXED],
  footer: 24,
  run: ({ answer }, wizard) => askPath({ what: 'mended', run: answer.run }, wizard),
};

/** The list of rows; it shows where nothing else is shown. */
export const PREVIEW_KEYS: KeyGroup<PreviewStep> = {
  title: 'The preview',
  applies: (step) => step.mode.kind === 'list' && !isGrouped(step),
  move,
  bindings: [
    CONFIRM,
    { ...BACK, run: back },
    ...TABS,
    ...LEAVING_OUT,
    ...FINDING,
    ...SORTING,
    ...ONE_ROW,
    openUserKey((step) => currentRow(step)?.user),
    WRITE_FIXED,
    PLAN_AGAIN,
  ],
};
