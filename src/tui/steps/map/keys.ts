/** The keys of the mapping. */
import { BACK, CLOSE, goOn, text } from '../../keys/commonKeys.js';
import type { Binding, KeyGroup } from '../../shell/wizard.js';
import { askDefinition } from './definition.js';
import { keepUnmapped, nextDefault, toggleEmptyRule } from './fieldSettings.js';
import { hasEmptyRule, leaveUnmapped, unmappedIdentity } from './mapping.js';
import { confirm } from './planning.js';
import { askFixed, askSource } from './source.js';
import { fieldHere, type MapStep } from './state.js';
import { move, read } from './update.js';
import { askComposed, askValues } from './values.js';

const DO_NOT_IMPORT: Binding<MapStep> = {
  keys: ['x'],
  label: text('niet importeren', 'do not import'),
  disabled: [
    {
      reason: text(
        'Gebruiker moet worden geïmporteerd: daaraan wordt de gebruiker herkend.',
        'User has to be imported: the user is recognised by it.',
      ),
      when: (step) => fieldHere(step)?.id === 'user',
    },
  ],
  footer: 22,
  run: leaveUnmapped,
};

const NEW_USER_DEFAULT: Binding<MapStep> = {
  keys: ['i'],
  label: text('standaard nieuw', 'new-user default'),
  disabled: [
    {
      reason: text('Gebruiker mutatie maakt niemand aan.', 'A user mutation creates nobody.'),
      when: ({ type }) => type !== 'user',
    },
  ],
  footer: 24,
  run: nextDefault,
};

const EMPTY_CELL: Binding<MapStep> = {
  keys: ['e'],
  label: text('lege cel', 'empty cell'),
  disabled: [
    {
      reason: text('Wat een lege cel hier doet, ligt vast.', 'What an empty cell does here cannot be changed.'),
      when: (step) => !fieldHere(step)?.emptyRule,
    },
    {
      reason: text(
        'Dit veld wordt niet geïmporteerd, en blijft dus zoals het is.',
        'This field is not imported, and so stays as it is.',
      ),
      when: (step) => !hasEmptyRule(step, fieldHere(step)),
    },
  ],
  footer: 23,
  run: toggleEmptyRule,
};

const KEEP: Binding<MapStep> = {
  keys: ['K'],
  label: text('niets wissen', 'clear nothing'),
  disabled: [
    {
      reason: text(
        'E-mail, Omschrijving en UPN hebben elk een bron, of blijven staan.',
        'E-mail, Description and UPN each have a source, or stay as they are.',
      ),
      when: (step, { choices }) => unmappedIdentity(step, choices).length === 0,
    },
  ],
  footer: 19,
  run: keepUnmapped,
};

const COMPOSED: Binding<MapStep> = {
  keys: ['t'],
  label: text('samenstellen', 'compose'),
  disabled: [
    {
      reason: text('Een wachtwoord wordt niet samengesteld.', 'A password is not composed.'),
      when: (step) => fieldHere(step)?.kind === 'secret',
    },
  ],
  run: askComposed,
};

const VALUES: Binding<MapStep> = {
  keys: ['v'],
  label: text('waarden', 'values'),
  disabled: [
    {
      reason: text(
        'Dit veld heeft geen kolom waarvan waarden te zien zijn.',
        'This field has no column to show values of.',
      ),
      when: (step) => {
        const field = fieldHere(step);
        const source = field && step.mapped.mapping[field.id];
        return !source || source.kind === 'fixed' || field.kind === 'secret';
      },
    },
  ],
  footer: 26,
  run: askValues,
};

/** All that is said below the mapping, over the whole screen. */
export const READING_KEYS: KeyGroup<MapStep> = {
  title: 'What is said of the mapping',
  applies: ({ reading }) => reading !== null,
  bindings: [
    { ...CLOSE, run: (step) => read(step, null) },
    { keys: ['up', 'k'], label: text('omhoog', 'up'), run: (step) => read(step, -1) },
    { keys: ['down', 'j'], label: text('omlaag', 'down'), footer: 20, run: (step) => read(step, 1) },
    { keys: ['d'], label: text('alle uitleg', 'all that is said'), footer: 25, run: (step) => read(step, null) },
  ],
};

export const MAP_KEYS: KeyGroup<MapStep> = {
  title: 'The mapping',
  move,
  bindings: [
    goOn(confirm),
    BACK,
    KEEP,
    { keys: ['space'], label: text('bron kiezen', 'choose source'), footer: 20, run: askSource },
    { keys: ['f'], label: text('vaste waarde', 'fixed value'), footer: 21, run: askFixed },
    COMPOSED,
    VALUES,
    DO_NOT_IMPORT,
    EMPTY_CELL,
    NEW_USER_DEFAULT,
    { keys: ['d'], label: text('alle uitleg', 'all that is said'), footer: 25, run: (step) => read(step) },
    { keys: ['W'], label: text('definitie bewaren', 'save definition'), run: askDefinition },
  ],
};
