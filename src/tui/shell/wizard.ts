/**
 * The state of the wizard as data, and what a step is made of. A step's folder fills in a `StepDefinition`; the shell
 * knows no step by name, but walks the list that the state holds.
 */
import type { ReactElement } from 'react';
import type { EnvironmentOverview } from '../../application/ports/directoryStore.js';
import type { Progress } from '../../application/ports/planStore.js';
import type { RowDifference, RunAnswer, Watch } from '../../application/useCases.js';
import type { UserErrorKind } from '../../application/userError.js';
import type { Run } from '../../domain/run.js';
import type { Language, Text } from '../../language/text.js';
import type { TextRef } from '../../presentation/theme.js';
import type { View } from '../view.js';
import type { WizardServices } from '../wizardOptions.js';
import type { Choices } from './choices.js';
import type { Demo } from './demo.js';
import type { Destination, PlainName } from './destination.js';
import type { Move } from './list.js';
import type { Notice } from './messages.js';
import type { Edit, TextField } from './textField.js';
import type { TypedSecret } from './typedSecret.js';
import type { WizardText } from '../../language/wizard.js';

export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** A step as it is now: its folder says what more it holds. */
export interface StepState {
  readonly at: string;
  /** The run that it is about. */
  readonly answer?: RunAnswer;
}

export interface Wizard {
  /** All steps there are, in the order of the way through them. */
  readonly steps: readonly StepDefinition[];
  readonly step: StepState;
  /** The way that led here, this step last: Escape goes one back. */
  readonly way: readonly Destination[];
  /** Each step as it was left last, by its name. */
  readonly left: Readonly<Partial<Record<string, StepState>>>;
  readonly choices: Choices;
  readonly environments: readonly EnvironmentOverview[] | null;
  readonly overlay: Overlay | null;
  readonly notice: Notice | null;
  readonly busy: Busy | null;
  readonly size: Size;
  readonly language: Language;
  /** Runs that were applied, to be told on the normal screen afterwards. */
  readonly done: readonly Run[];
  /** Rows that were mended in this session, by run. */
  readonly mended: ReadonlyMap<number, readonly number[]>;
  /** Moment of the last event, in milliseconds of some clock. */
  readonly clock: number;
  /** The demo: where its samples are. Null where people do real work. */
  readonly demo: Demo | null;
  readonly end: WizardStop | null;
}

/** How the wizard is left. */
export interface WizardStop {
  readonly exitStatus: number;
  /** The demo was asked for, in a database of its own. */
  readonly demo?: true;
}

/** Something that takes a while and that nothing else can be done during. */
export interface Busy extends TextRef {
  readonly progress: Progress | null;
  readonly cancelling: boolean;
}

/**
 * What comes of an event: the parts of the wizard that become otherwise (what is absent stays), where to go then, and
 * what is asked of the world.
 */
export interface Change<S extends StepState = StepState> extends Partial<
  Pick<Wizard, 'choices' | 'environments' | 'overlay' | 'notice' | 'busy' | 'done' | 'mended' | 'end'>
> {
  readonly step?: S;
  readonly go?: Destination | 'back';
  readonly effects?: readonly Effect[];
}

/** A step that was gone to, and what it asks for first. */
export type Entered<S extends StepState> = Change<S> & { readonly step: S };

/**
 * What a step is. The functions take the step's own state: the shell hands each step what that step made (they are
 * written as methods, because that is what lets a list hold them all).
 */
export interface StepDefinition<S extends StepState = StepState, D extends Destination = Destination> {
  readonly at: S['at'];
  /** What the breadcrumb calls it; steps of one name share a place in it. */
  readonly crumb: Extract<WizardText, `wizard.step.${string}`>;
  /** Beside the way of an import: the breadcrumb shows it alone. */
  readonly aside?: true;
  /** Every plan goes through it, whether it comes from a file or not. */
  readonly anyPlan?: true;
  /** How much of what the import is about is told above it. */
  readonly context: 'none' | 'type' | 'target' | 'file';
  /** The steps that always lead to it; absent where Escape goes to whatever step it was entered from. */
  readonly from?: readonly PlainName[];
  /** Nothing is under way here: stopping is not asked first. */
  readonly quitsAtOnce?: true;
  /** `left` is how it was left before. */
  enter(this: void, destination: D, wizard: Wizard, left: S | undefined): Entered<S>;
  update?(this: void, step: S, event: StepEvent, wizard: Wizard): Change;
  /** What it listens to, a group for each thing that it can show: the first one that applies. */
  readonly keys: readonly KeyGroup<S>[];
  Screen(this: void, props: ScreenProps<S>): ReactElement;
}

/** What a screen draws, and on what. */
export interface ScreenProps<S = StepState> {
  readonly step: S;
  readonly wizard: Wizard;
  readonly view: View;
}

export interface KeyGroup<S = unknown> {
  /** Heading in docs/keys.md. */
  readonly title: string;
  readonly bindings: readonly Binding<S>[];
  /** Whether this is what the step shows now; absent: always. */
  applies?(this: void, step: S): boolean;
  /** Moves through the list on the screen: the keys of every list work. */
  move?(this: void, step: S, move: Move, wizard: Wizard): Change;
  /** Edits the line that is typed: characters are text, and the editing keys work. */
  edit?(this: void, step: S, edit: Edit, wizard: Wizard): Change;
  /** Keys that work everywhere do not work here. */
  readonly alone?: true;
}

/** A key: what it is called, when it works, and what it does. */
export interface Binding<S = unknown> {
  /** The first one stands in the footer. */
  readonly keys: readonly string[];
  readonly label: Text;
  /** When it does nothing, with what is said then; the first that applies. */
  readonly disabled?: readonly DisabledReason<S>[];
  /** Place in the footer, lowest first; absent where only the help tells of it. */
  readonly footer?: number;
  /** Stays in the footer where there is no room for all. */
  readonly stays?: true;
  /** Works only when it was pressed by itself: never out of several characters that came at once. */
  readonly deliberate?: true;
  /** Works where the window is too small to show anything. */
  readonly blind?: true;
  /** Whether its character is a key although text is typed here. */
  whileTyping?(this: void, step: S): boolean;
  run(this: void, step: S, wizard: Wizard): Change;
}

export interface DisabledReason<S = unknown> {
  readonly reason: Text;
  when(this: void, step: S, wizard: Wizard): boolean;
}

/** What a step hears of, besides its keys and the answers to what it asked. */
export type StepEvent =
  | { readonly kind: 'typed'; readonly text: string; readonly pasted: boolean }
  | { readonly kind: 'resized'; readonly size: Size }
  /** The program was stopped for a while, and the screen is there again. */
  | { readonly kind: 'cameBack'; readonly at: number }
  | { readonly kind: 'progressed'; readonly progress: Progress; readonly at: number }
  /** Time goes by while something is applied, also where no progress is told. */
  | { readonly kind: 'ticked'; readonly at: number };

/** What lies over a step; each holds what the step makes of the answer. */
export type Overlay = HelpOverlay | QuestionOverlay | PickOverlay | PromptOverlay | DifferencesOverlay;

export interface HelpOverlay {
  readonly kind: 'help';
  readonly top: number;
}

/** A question that is answered by yes or no, never by Enter. */
export interface QuestionOverlay extends TextRef {
  readonly kind: 'question';
  agreed(this: void, step: StepState, wizard: Wizard): Change;
  /** When it was asked, or a key came too early: a yes counts only after a moment of quiet. */
  readonly quietSince?: number;
  /** The key that asked it answers it as well. */
  readonly quits?: true;
}

export interface PickOption {
  readonly id: string;
  readonly label: TextRef | string;
  readonly hint: string;
}

export interface PickOverlay {
  readonly kind: 'pick';
  readonly title: TextRef;
  readonly options: readonly PickOption[];
  /** In the options that are shown. */
  readonly cursor: number;
  /** What was typed: only options that have it are shown. */
  readonly filter?: string;
  /** Absent where the list is only looked at. */
  picked?(this: void, step: StepState, id: string, wizard: Wizard): Change;
}

/** A line to type, at the bottom of the screen. */
export interface PromptOverlay {
  readonly kind: 'prompt';
  readonly title: TextRef;
  /** What is typed; a secret is not shown. */
  readonly field: TextField | TypedSecret;
  /** Of what is shown, what is not after all. */
  hides?(this: void, text: string): boolean;
  entered(this: void, step: StepState, text: string, wizard: Wizard): Change;
  /** Looks for what begins so; absent where nothing is known of what can be typed. */
  completed?(this: void, step: StepState, text: string, wizard: Wizard): Change;
}

/** What comes out otherwise since a plan was made again. */
export interface DifferencesOverlay {
  readonly kind: 'differences';
  readonly count: number;
  /** As many of them as the largest screen has room for. */
  readonly first: readonly RowDifference[];
}

/** Stops what is being worked on; forgets what is on the terminal and draws all of it; or work to do. */
export type Effect = Task | 'cancel' | 'redraw';

export interface Task {
  /** What an earlier task of the same slot still answers is dropped; null: beside all others. `main` is one at a time. */
  readonly slot: string | null;
  /** Told meanwhile, and nothing else can be done; in the main slot alone. */
  readonly busy?: TextRef;
  /** Its failure only leaves something out of the screen. */
  readonly quiet?: true;
  /** Tells that time goes by: one part of it can take long. */
  readonly ticks?: true;
  /** The step that asked, which alone hears of the answer; absent for the shell's own. */
  readonly by?: string;
  run(this: void, services: WizardServices, watch: Watch): Promise<Answer>;
  failed?(this: void, step: StepState, problem: Problem, wizard: Wizard): Change;
}

/** What the step makes of what came of a task. */
export type Answer = (step: StepState, wizard: Wizard) => Change;

/** Why a task did not succeed. */
export interface Problem extends TextRef {
  /** `defect` for what was not foreseen. */
  readonly kind: UserErrorKind | 'defect';
  readonly details: readonly TextRef[];
}

/** A key as it was pressed, or several characters that came at once. */
export interface Press {
  /** Its name; empty where it has none. */
  readonly key: string;
  /** What it types; empty for keys that type nothing. */
  readonly text: string;
}

export type WizardEvent =
  | { readonly kind: 'started' }
  | { readonly kind: 'press'; readonly press: Press; readonly at: number }
  | { readonly kind: 'burst'; readonly text: string; readonly at: number }
  | { readonly kind: 'pasted'; readonly text: string; readonly at: number }
  | Exclude<StepEvent, { kind: 'typed' }>
  | { readonly kind: 'finished'; readonly task: Task; readonly answer: Answer }
  | { readonly kind: 'failed'; readonly task: Task; readonly problem: Problem; readonly at: number }
  | { readonly kind: 'ended'; readonly exitStatus: number };

export interface Update {
  readonly wizard: Wizard;
  readonly effects: readonly Effect[];
}

/** The definition of a step; the wizard never goes to one that is not in its list. */
export function definitionOf({ steps }: Pick<Wizard, 'steps'>, name: string): StepDefinition {
  const found = steps.find(({ at }) => at === name);
  if (!found) throw new Error(`no step ${name}`);
  return found;
}
