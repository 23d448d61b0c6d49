/** The whole state of the wizard, and what can happen to it. */
import type { EnvironmentOverview } from '../../application/ports/directoryStore.js';
import type { Progress } from '../../application/ports/planStore.js';
import type { RunAnswer } from '../../application/useCases.js';
import type { EnvironmentType } from '../../domain/directory.js';
import type { FieldId } from '../../domain/fields.js';
import type { GuardSettings } from '../../domain/guards.js';
import type { Run } from '../../domain/run.js';
import type { Language, TextParams, TextRef } from '../../language/text.js';
import type { Action } from '../keymap/actions.js';
import type { Choices } from './choices.js';
import type { Effect, PlannedAgain, Result } from './effects.js';
import type { Notice } from './messages.js';
import type { RowCells } from '../../presentation/rowDetail.js';
import type { CompletedField, OutputKind, Step, StepName } from '../steps/state.js';
import type { TextField } from './textField.js';

export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** What the wizard can do beyond the use cases, so that keys can say why they do nothing. */
export interface Abilities {
  readonly definitions: boolean;
  readonly outputs: boolean;
}

export interface Wizard {
  readonly step: Step;
  readonly choices: Choices;
  readonly overlay: Overlay | null;
  readonly notice: Notice | null;
  readonly busy: Busy | null;
  /** Steps as they were left. */
  readonly kept: { readonly [Name in StepName]?: Extract<Step, { at: Name }> };
  readonly environments: readonly EnvironmentOverview[] | null;
  readonly size: Size;
  readonly language: Language;
  readonly abilities: Abilities;
  /** Where these steps were entered from, to go back to; of `confirm`, where the preview before it was. */
  readonly cameFrom: Readonly<Record<'preview' | 'confirm' | 'history' | 'drift', StepName>>;
  /** Runs that were applied, to be told on the normal screen afterwards. */
  readonly done: readonly Run[];
  /** Rows that were mended in this session, by run. */
  readonly mended: ReadonlyMap<number, readonly number[]>;
  /** Moment of the last event, in milliseconds of some clock. */
  readonly clock: number;
  readonly end: { readonly exitStatus: number } | null;
}

/** Something that takes a while and that nothing else can be done during. */
export interface Busy extends TextRef {
  readonly progress: Progress | null;
  readonly cancelling: boolean;
}

export type Overlay = HelpOverlay | QuestionOverlay | PickOverlay | PromptOverlay | DifferencesOverlay;

export interface HelpOverlay {
  readonly kind: 'help';
  readonly top: number;
}

/** A question that is answered by yes or no, never by Enter. */
export interface QuestionOverlay extends TextRef {
  readonly kind: 'question';
  readonly purpose: 'quit' | 'stopApplying' | 'importAgain' | 'loseDecisions' | 'discard' | 'wholeTab';
  /** When it was asked, or a key came too early: a yes counts only after a moment of quiet. */
  readonly quietSince?: number;
}

export interface PickOption {
  readonly id: string;
  readonly label: TextRef | string;
  readonly hint: string;
}

export type PickPurpose =
  | { readonly kind: 'source'; readonly field: FieldId }
  | { readonly kind: 'align' }
  /** Only looked at. */
  | { readonly kind: 'audit' }
  | { readonly kind: 'mendField'; readonly row: number; readonly cells: RowCells }
  /** `text` is what changes nothing. */
  | { readonly kind: 'mendValue'; readonly row: number; readonly field: FieldId; readonly text: string | null };

export interface PickOverlay {
  readonly kind: 'pick';
  readonly purpose: PickPurpose;
  readonly title: TextRef;
  readonly options: readonly PickOption[];
  readonly cursor: number;
}

export type PromptPurpose =
  | { readonly kind: 'search' }
  | { readonly kind: 'fixed'; readonly field: FieldId }
  | { readonly kind: 'mend'; readonly row: number; readonly field: FieldId }
  | { readonly kind: 'clearLeftover'; readonly user: string }
  | { readonly kind: 'write'; readonly what: OutputKind; readonly run: number }
  | { readonly kind: 'definition' };

/** A line to type, at the bottom of the screen. */
export interface PromptOverlay {
  readonly kind: 'prompt';
  readonly purpose: PromptPurpose;
  readonly title: TextRef;
  readonly field: TextField;
}

/** What comes out otherwise since the plan was made again. */
export interface DifferencesOverlay {
  readonly kind: 'differences';
  readonly again: PlannedAgain;
}

/** Where to go; `wizard/navigation.ts` knows how each step is entered. */
export type Destination =
  | { readonly to: 'type' | 'environment' | 'path' | 'file' | 'map' | 'history' | 'leave' }
  | { readonly to: 'preview' | 'confirm' | 'result'; readonly answer: RunAnswer }
  | { readonly to: 'progress'; readonly answer: RunAnswer; readonly guards: GuardSettings; readonly at: number }
  | { readonly to: 'drift'; readonly type: EnvironmentType | null }
  | { readonly to: 'back' };

/** What a step makes of an event; what is absent stays as it is. */
export interface Change {
  readonly step?: Step;
  readonly choices?: Choices;
  readonly overlay?: Overlay | null;
  readonly notice?: Notice | null;
  readonly busy?: TextRef | null;
  readonly go?: Destination;
  readonly effects?: readonly Effect[];
}

/** What reaches a step: keys by what they do, typed text, what was picked or prompted, and results. */
export type StepEvent =
  | { readonly kind: 'action'; readonly action: Action; readonly at: number }
  | { readonly kind: 'typed'; readonly text: string; readonly at: number; readonly pasted: boolean }
  | { readonly kind: 'picked'; readonly purpose: PickPurpose; readonly id: string }
  | { readonly kind: 'prompted'; readonly purpose: PromptPurpose; readonly text: string }
  /** Tab, while a cell is typed anew. */
  | { readonly kind: 'completing'; readonly row: number; readonly field: CompletedField; readonly text: string }
  | { readonly kind: 'agreed'; readonly purpose: QuestionOverlay['purpose'] }
  | { readonly kind: 'entered' }
  | { readonly kind: 'resized' }
  | { readonly kind: 'cameBack'; readonly at: number }
  | Result;

/** A key as it was pressed, or several characters that came at once. */
export interface Press {
  /** Its name in the keymap; empty where it has none. */
  readonly key: string;
  /** What it types; empty for keys that type nothing. */
  readonly text: string;
}

export type WizardEvent =
  | { readonly kind: 'press'; readonly press: Press; readonly at: number }
  | { readonly kind: 'burst'; readonly text: string; readonly at: number }
  | { readonly kind: 'pasted'; readonly text: string; readonly at: number }
  | { readonly kind: 'resized'; readonly size: Size }
  /** The program was stopped for a while, and the screen is there again. */
  | { readonly kind: 'cameBack'; readonly at: number }
  /** With the stored plan to go on with, if there is one. */
  | { readonly kind: 'started'; readonly run?: number }
  | { readonly kind: 'ended'; readonly exitStatus: number }
  | Result;

export interface Update {
  readonly wizard: Wizard;
  readonly effects: readonly Effect[];
}

export function textRef(key: string, params: TextParams = {}): TextRef {
  return { key, params };
}
