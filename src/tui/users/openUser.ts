/** The key that opens the user of a row, wherever there are rows. */
import { text } from '../keys/commonKeys.js';
import type { Binding, StepState } from '../shell/wizard.js';

export function openUserKey<S extends StepState>(userOf: (step: S) => string | undefined): Binding<S> {
  return {
    keys: ['u'],
    label: text('gebruiker', 'user'),
    disabled: [
      {
        reason: text('Er staat hier geen gebruiker.', 'There is no user here.'),
        when: (step) => (userOf(step) ?? '') === '',
      },
    ],
    footer: 26,
    run: (step) => ({ go: { to: 'user', user: userOf(step) ?? '' } }),
  };
}
