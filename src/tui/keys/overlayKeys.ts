/** The keys of what lies over a step: help, a question, a list to pick from, a line to type, what came out otherwise. */
import { cursorAt, filtered, optionsShown } from '../shell/pick.js';
import { editedIn, textIn } from '../shell/typedSecret.js';
import type {
  Binding,
  Change,
  DifferencesOverlay,
  HelpOverlay,
  KeyGroup,
  Overlay,
  PickOverlay,
  PromptOverlay,
  QuestionOverlay,
  Wizard,
} from '../shell/wizard.js';
import { CLOSE, editKeys, QUIT, REDRAW, text } from './commonKeys.js';

/** A yes counts only after the question, or the screen, has been there without any key for so long. */
export const QUIET_MS = 400;

/** What lies over a step is closed first; a question whether to quit is answered by the key that asked it. */
const QUIT_BELOW: Binding<Overlay> = {
  ...QUIT,
  run: (overlay, wizard) =>
    overlay.kind === 'question' && overlay.quits ? overlay.agreed(wizard.step, wizard) : { overlay: null },
};

const HELP_GROUP: KeyGroup<HelpOverlay> = {
  title: 'Help',
  bindings: [
    CLOSE,
    QUIT_BELOW,
    REDRAW,
    { keys: ['up', 'k'], label: text('omhoog', 'up'), run: (help) => scrolled(help, -1) },
    { keys: ['down', 'j'], label: text('omlaag', 'down'), footer: 20, run: (help) => scrolled(help, 1) },
    { keys: ['pageup', 'ctrl+b'], label: text('scherm terug', 'screen up'), run: (help) => scrolled(help, -10) },
    { keys: ['pagedown', 'ctrl+f'], label: text('scherm verder', 'screen down'), run: (help) => scrolled(help, 10) },
  ],
};

function scrolled(help: HelpOverlay, by: number): Change {
  return { overlay: { ...help, top: Math.max(0, help.top + by) } };
}

const QUESTION_GROUP: KeyGroup<QuestionOverlay> = {
  title: 'A question',
  bindings: [
    CLOSE,
    QUIT_BELOW,
    REDRAW,
    { keys: ['y', 'j'], label: text('ja', 'yes'), footer: 10, deliberate: true, run: answered },
    { keys: ['n'], label: text('nee', 'no'), footer: 11, deliberate: true, run: CLOSE.run },
  ],
};

/** A yes that comes before the question can have been read does nothing. */
function answered(question: QuestionOverlay, wizard: Wizard): Change {
  const early = wizard.clock - (question.quietSince ?? 0) < QUIET_MS;
  return early ? { overlay: question } : { overlay: null, ...question.agreed(wizard.step, wizard) };
}

/** Lines of a screen, as far as a list goes at once. */
const SCREEN = 10;

const PICK_GROUP: KeyGroup<PickOverlay> = {
  title: 'Picking from a list',
  bindings: [
    { keys: ['up'], label: text('omhoog', 'up'), run: moving((at) => at - 1) },
    { keys: ['down'], label: text('omlaag', 'down'), run: moving((at) => at + 1) },
    { keys: ['pageup', 'ctrl+b'], label: text('scherm terug', 'screen up'), run: moving((at) => at - SCREEN) },
    { keys: ['pagedown', 'ctrl+f'], label: text('scherm verder', 'screen down'), run: moving((at) => at + SCREEN) },
    { keys: ['home'], label: text('begin', 'first'), run: moving(() => 0) },
    { keys: ['end'], label: text('einde', 'last'), run: moving(() => Infinity) },
    { keys: ['backspace'], label: text('teken wissen', 'erase'), run: eraseFilter },
    { keys: ['enter'], label: text('kiezen', 'choose'), footer: 10, deliberate: true, run: picked },
    CLOSE,
    QUIT_BELOW,
    REDRAW,
  ],
};

function moving(to: (at: number) => number): Binding<PickOverlay>['run'] {
  return (pick, { language }) => ({ overlay: cursorAt(pick, to(pick.cursor), language) });
}

function eraseFilter(pick: PickOverlay): Change {
  return { overlay: filtered(pick, [...(pick.filter ?? '')].slice(0, -1).join('')) };
}

function picked(pick: PickOverlay, wizard: Wizard): Change {
  const option = optionsShown(pick, wizard.language)[pick.cursor];
  return option ? { overlay: null, ...pick.picked?.(wizard.step, option.id, wizard) } : {};
}

const PROMPT_GROUP: KeyGroup<PromptOverlay> = {
  title: 'While typing',
  bindings: [
    {
      keys: ['enter'],
      label: text('klaar', 'done'),
      footer: 10,
      deliberate: true,
      run: (prompt, wizard) => ({ overlay: null, ...prompt.entered(wizard.step, textIn(prompt.field), wizard) }),
    },
    CLOSE,
    QUIT_BELOW,
    REDRAW,
    ...editKeys<PromptOverlay>((prompt, edit) => ({ overlay: { ...prompt, field: editedIn(prompt.field, edit) } })),
    {
      keys: ['tab'],
      label: text('groepen en personen', 'groups and persons'),
      disabled: [
        {
          reason: text('Hier is niets aan te vullen.', 'There is nothing to complete here.'),
          when: (prompt) => prompt.completed === undefined,
        },
      ],
      footer: 20,
      run: (prompt, wizard) => ({ overlay: null, ...prompt.completed?.(wizard.step, textIn(prompt.field), wizard) }),
    },
  ],
};

const DIFFERENCES_GROUP: KeyGroup<DifferencesOverlay> = {
  title: 'What came out otherwise',
  bindings: [
    {
      keys: ['enter'],
      label: text('rijen bekijken', 'look at its rows'),
      footer: 10,
      deliberate: true,
      run: CLOSE.run,
    },
    CLOSE,
    QUIT_BELOW,
    REDRAW,
  ],
};

export const OVERLAY_GROUPS: Readonly<Record<Overlay['kind'], KeyGroup>> = {
  prompt: PROMPT_GROUP,
  pick: PICK_GROUP,
  differences: DIFFERENCES_GROUP,
  question: QUESTION_GROUP,
  help: HELP_GROUP,
};
