/** The steps of the wizard, in the order of one walk through all of them: how each is reached from the one before. */
import { DatabaseSync } from 'node:sqlite';
import type { Expected } from './harness.js';
import { LOOK, strike, TO_TYPE, type Stroke, type WizardTerminal } from './wizardProgram.js';

export interface WizardStep {
  readonly name: string;
  /** From the step before. */
  readonly strokes: readonly Stroke[];
  /** Whether a plan is stored by then, and what became of it. */
  readonly plan: 'none' | 'planned' | 'applied';
  /** The step is passed as soon as the database lets it: it is held while the wizard is looked at. */
  readonly held?: true;
}

/** The answers to the guard that the sample file trips, and to the last question: all but the Enter that applies. */
export const ANSWERS: readonly Stroke[] = [
  [LOOK, 'Typ 1'],
  ['1', 'Typ 1 › 1'],
  ['enter', 'Typ ja'],
  [LOOK, 'Typ ja'],
  ['j', 'Typ ja › j'],
  ['a', 'Typ ja › ja'],
];

/** Rows of the sample, `mutaties-gemengd.csv`. */
const ALL = '[Alle 16]';

export const WIZARD_STEPS: readonly WizardStep[] = [
  // What is counted comes later than the screen, and is cut on a narrow one.
  { name: 'home', plan: 'none', strokes: [TO_TYPE[0]!, ['', '4 geb']] },
  { name: 'type', plan: 'none', strokes: [TO_TYPE[1]!] },
  { name: 'environment', plan: 'none', strokes: [['enter', '▸ │ O12345AA']] },
  {
    name: 'path',
    plan: 'none',
    strokes: [
      ['down', '▸ │ O12345AB'],
      ['down', '▸ │ T12345AA'],
      ['enter', 'nieuw-maildomein.txt'],
      ['m', 'Pad: m'],
      ['tab', 'Pad: mutaties-gemengd.csv'],
    ],
  },
  { name: 'file', plan: 'none', strokes: [['enter', 'zoals ze gelezen worden']] },
  { name: 'map', plan: 'none', strokes: [['enter', 'Eerste 16 rijen']] },
  {
    name: 'source of a field',
    plan: 'none',
    strokes: [
      ['down', '▸ Mutatiecode'],
      ['space', 'Waar komt Mutatiecode vandaan?'],
    ],
  },
  {
    name: 'fixed value',
    plan: 'none',
    strokes: [
      ['escape', gone('Waar komt')],
      ['f', 'Vaste waarde voor Mutatiecode'],
    ],
  },
  {
    name: 'preview',
    plan: 'planned',
    strokes: [
      ['escape', gone('Vaste waarde voor')],
      ['enter', 'Afgekeurd 7'],
      ['', 'wordt hier geblokkeerd'],
      // Counted after the first rows; on a narrow screen it is not there.
      ['', gone('Let op …')],
    ],
  },
  { name: 'row', plan: 'planned', strokes: [['d', gone('Afgekeurd 7')]] },
  {
    name: 'search',
    plan: 'planned',
    strokes: [
      ['escape', ALL],
      ['/', 'Zoek:'],
      ['jan', 'Zoek: jan'],
    ],
  },
  {
    name: 'review',
    plan: 'planned',
    strokes: [
      ['escape', gone('Zoek:')],
      ['shift+tab', '[Niet in bestand 26]'],
      ['shift+tab', '[Hernoemd 1]'],
      ['shift+tab', '[Geblokkeerd 3]'],
      ['', '12345.YCE'],
      ['r', /0 van 3/u],
    ],
  },
  { name: 'keys', plan: 'planned', strokes: [['?', 'Toetsen op dit scherm']] },
  {
    name: 'question',
    plan: 'planned',
    strokes: [
      ['escape', gone('Toetsen op dit scherm')],
      ['ctrl+c', 'Instroom verlaten?'],
    ],
  },
  {
    name: 'confirm',
    plan: 'planned',
    strokes: [
      ['n', gone('Instroom verlaten')],
      ['escape', '[Geblokkeerd 3]'],
      ['enter', 'Typ 1'],
      ['', 'Rij 9'],
      // The kinds of change are found: in a small window they are further down.
      ['', /2 {2}blokkeren, uit alle groepen|↓ nog 15/u],
    ],
  },
  {
    name: 'progress',
    plan: 'planned',
    held: true,
    strokes: [...ANSWERS, ['enter', '[Resultaat]']],
  },
  { name: 'result', plan: 'applied', strokes: [['', 'is uitgevoerd']] },
  {
    name: 'name of a file',
    plan: 'applied',
    strokes: [['w', 'Afgekeurde rijen naar:']],
  },
  {
    name: 'history',
    plan: 'applied',
    strokes: [
      ['escape', gone('Afgekeurde rijen naar')],
      ['H', 'Gepland '],
    ],
  },
  {
    name: 'rows of the history',
    plan: 'applied',
    strokes: [
      ['enter', '[Bekijken]'],
      ['', 'wordt hier geblokkeerd'],
    ],
  },
];

export const LAST_STEP = WIZARD_STEPS.at(-1)!.name;

export function stepNamed(name: string): WizardStep {
  const step = WIZARD_STEPS.find((known) => known.name === name);
  if (!step) throw new Error(`The wizard has no step ${name}`);
  return step;
}

/** Shown no longer. */
export function gone(text: string): Expected {
  return (lines) => !lines.some((line) => line.includes(text));
}

/** Nobody else can write while it is held; nothing is changed. */
function holdDatabase(database: string): () => void {
  const holder = new DatabaseSync(database);
  holder.exec('pragma busy_timeout = 15000; begin immediate');
  return () => {
    holder.exec('rollback');
    holder.close();
  };
}

/** Goes from the first step to the one of this name; at each, `look` is called. Answers how to let go of the database. */
export async function walkTo(
  terminal: WizardTerminal,
  name: string,
  look: (step: WizardStep) => Promise<void> = () => Promise.resolve(),
): Promise<() => void> {
  let letGo = (): void => undefined;
  const last = stepNamed(name);
  for (const step of WIZARD_STEPS) {
    if (step.held) letGo = holdDatabase(terminal.database);
    await strike(terminal, step.strokes);
    await look(step);
    if (step === last) break;
    letGo();
    letGo = () => undefined;
  }
  return letGo;
}
