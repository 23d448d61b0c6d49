/**
 * The last step before anything is written. Every tripped guard, and then the plan itself, is raised by
 * typing what is asked; Enter alone, pasted text and keys typed ahead never do it.
 */
import type { KindOfPlan } from '../../../application/rowGroups.js';
import type { RunAnswer } from '../../../application/useCases.js';
import {
  isRaisable,
  unraisableIn,
  type Guard,
  type GuardKey,
  type RaisableGuard,
} from '../../../domain/guards/guard.js';
import type { Language } from '../../../language/text.js';
import { staysActive } from '../../runs/blockElsewhere.js';
import { guardsOf } from '../../runs/raisedGuards.js';
import { EMPTY_FIELD, type TextField } from '../../shell/textField.js';

/** Something that has to be typed before the plan is applied, or approved. */
export interface Question {
  readonly kind: RaisableGuard | 'production' | 'apply' | 'approve';
  /** Of guard `check`: its name. */
  readonly check?: string;
  /** Of guard `freeze`: the environment, and its days. */
  readonly environment?: string;
  readonly days?: string;
  readonly expected: string;
  readonly count: number;
  readonly allowed: number;
}

/** The first that a guard counts: rows by their numbers, and users whom no row names. */
export interface NamedByGuard {
  readonly rows: readonly number[];
  readonly users: readonly string[];
  readonly more: boolean;
}

/** By what the guard is known by. */
export type NamedRows = Readonly<Partial<Record<GuardKey<RaisableGuard>, NamedByGuard>>>;

export interface ConfirmStep {
  readonly at: 'confirm';
  readonly answer: RunAnswer;
  readonly questions: readonly Question[];
  /** Whether what is typed approves the plan: for somebody else to apply. */
  readonly approving: boolean;
  readonly asked: number;
  /** So many of the rows that change something are applied first, and the others planned anew; null for all of them. */
  readonly first: number | null;
  readonly field: TextField;
  /** Keys that come before the screen has been quiet for a while do nothing. */
  readonly quietSince: number;
  /** No key has counted yet since the screen was there. */
  readonly unseen: boolean;
  readonly top: number;
  /** The rows that each tripped guard counts, as soon as they are found. */
  readonly named: NamedRows;
  /** The kinds of change, the rarest first; null until they are found, and where the plan has no rows. */
  readonly kinds: readonly KindOfPlan[] | null;
  /** Why it is applied, as it was typed here; null where nothing was. */
  readonly reason: string | null;
}

const GO_AHEAD: Readonly<Record<Language, string>> = { nl: 'ja', en: 'yes' };

export function confirmStep(answer: RunAnswer, language: Language, at: number): ConfirmStep {
  return {
    at: 'confirm',
    answer,
    questions: questionsOf(answer, language),
    approving: false,
    asked: 0,
    first: null,
    field: EMPTY_FIELD,
    quietSince: at,
    unseen: true,
    top: 0,
    named: {},
    kinds: null,
    reason: null,
  };
}

/**
 * What has to be typed: a count for each guard that is tripped, then the environment's code where it is a production one. Where
 * so many rows are applied `first`, those that so many can trip.
 */
export function questionsOf(answer: RunAnswer, language: Language, first: number | null = null): readonly Question[] {
  const { run } = answer;
  const guards = guardsOf(answer, first);
  if (changesNothing(answer) || unraisableIn(answer.guards)) return [];
  const users = Object.values(run.summary.environments).reduce((sum, environment) => sum + environment.users, 0);
  const production = run.environmentType === 'production';
  const last: Question = {
    kind: production ? 'production' : 'apply',
    expected: production ? run.environment : GO_AHEAD[language],
    count: users,
    allowed: 0,
  };
  // In a mirror the file is the way: what raises a guard goes with it, and nothing is applied here.
  return isFile(answer) ? raisingQuestions(guards) : [...raisingQuestions(guards), last];
}

/** Whether what changes the environment is a file, for the live one that it is the mirror of. */
export function isFile({ isMirror, run }: RunAnswer): boolean {
  return isMirror === true && run.settingsChange === null;
}

/** Whether every guard is raised, so that the file is all that is left to do. */
export function asksFile({ answer, approving, asked, questions }: ConfirmStep): boolean {
  return (
    isFile(answer) && !unraisableIn(answer.guards) && !approving && asked >= questions.length && !changesNothing(answer)
  );
}

/** Whether there is nothing to apply: no user and no group of a file or an act becomes another. */
export function changesNothing({ run: { kind, summary } }: RunAnswer): boolean {
  const { environments, groupsCreated } = summary;
  return (
    (kind === 'import' || kind === 'hand') &&
    groupsCreated === 0 &&
    Object.values(environments).every(({ users }) => users === 0)
  );
}

/** What somebody else types to approve: what raises the guards, and the number of the plan that is on the screen. */
export function approvingQuestions({ run, guards }: RunAnswer): readonly Question[] {
  if (unraisableIn(guards)) return [];
  return [...raisingQuestions(guards), { kind: 'approve', expected: String(run.id), count: run.id, allowed: 0 }];
}

/** A guard that is tripped is raised by typing its count. */
function raisingQuestions(guards: readonly Guard[]): readonly Question[] {
  return guards
    .filter(isRaisable)
    .filter((guard) => guard.tripped)
    .map(({ guard, check, environment, limit, count, allowed }): Question => ({
      kind: guard,
      ...(check !== undefined && { check }),
      ...(environment !== undefined && { environment, days: String(limit) }),
      expected: String(count),
      count,
      allowed,
    }));
}

/** Whether the plan waits for someone else before it can be applied. */
export function waitsForApproval({ answer: { run, approvalNeeded }, approving }: ConfirmStep): boolean {
  return approvalNeeded && run.status === 'planned' && !approving;
}

/** Whether a first `x` is a key: somebody stays active elsewhere, and it begins nothing that is asked for. */
export function isKeyBeforeTyping({ answer, questions, asked, field }: ConfirmStep): boolean {
  return staysActive(answer) && field.text === '' && questions[asked]?.expected.toLowerCase().startsWith('x') !== true;
}
