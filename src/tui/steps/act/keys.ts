/** The keys of the form of an act: where a line is typed, and where something is chosen. */
import { BACK, goOn, text } from '../../keys/commonKeys.js';
import type { Binding, KeyGroup } from '../../shell/wizard.js';
import { entryHere, type ActStep } from './state.js';
import { back, complete, edit, nextChoice, send, toEntry } from './update.js';

const AROUND: readonly Binding<ActStep>[] = [
  goOn(send),
  { ...BACK, run: back },
  { keys: ['up'], label: text('omhoog', 'up'), run: (step) => toEntry(step, -1) },
  { keys: ['down'], label: text('volgende regel', 'next line'), footer: 11, run: (step) => toEntry(step, 1) },
];

export const TYPED_KEYS: KeyGroup<ActStep> = {
  title: 'An act: a line that is typed',
  applies: (step) => entryHere(step) !== undefined && entryHere(step)?.kind !== 'choice',
  edit,
  bindings: [
    ...AROUND,
    {
      keys: ['tab'],
      label: text('aanvullen', 'complete'),
      disabled: [
        {
          reason: text('Hier is niets aan te vullen.', 'There is nothing to complete here.'),
          when: ({ candidates }) => (candidates?.length ?? 0) === 0,
        },
      ],
      footer: 20,
      run: complete,
    },
  ],
};

export const CHOICE_KEYS: KeyGroup<ActStep> = {
  title: 'An act: something to choose',
  bindings: [
    ...AROUND,
    {
      keys: ['right', 'space'],
      label: text('andere waarde', 'other value'),
      footer: 20,
      run: (step, wizard) => nextChoice(step, 1, wizard),
    },
    {
      keys: ['left'],
      label: text('waarde ervoor', 'value before'),
      run: (step, wizard) => nextChoice(step, -1, wizard),
    },
  ],
};
