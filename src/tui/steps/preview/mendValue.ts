/** Another text for a cell: out of a list with what each means, or typed, with what is in the environment to choose from. */
import { fieldOf, SITE_LANGUAGES, type FieldId } from '../../../domain/fields.js';
import { MUTATION_CODES } from '../../../domain/mutationCodes.js';
import { readYesNo } from '../../../domain/readValue.js';
import { translate } from '../../../language/index.js';
import type { Language } from '../../../language/text.js';
import type { CompletedField, PreviewStep } from '../state.js';
import { fieldWith } from '../../shell/textField.js';
import { textRef, type Change, type PickOption, type StepEvent } from '../../shell/wizard.js';
import type { StepContext } from '../../shell/stepContext.js';

/** Fields of which the environment knows the values. */
export function isCompleted(field: FieldId): field is CompletedField {
  return field === 'group' || field === 'person';
}

export function askValue(row: number, field: FieldId, text: string, language: Language): Change {
  const values = valuesOf(field, language);
  if (values.length === 0) return promptFor(row, field, text, 'wizard.preview.mendPrompt', language);
  const held = values.findIndex(({ id }) => id === shownAs(field, text));
  // What the cell holds and is no such value stays the one under the cursor: Enter alone changes nothing.
  const odd: PickOption[] = held < 0 ? [{ id: text, label: text, hint: translate(language, 'value.unknown') }] : [];
  return {
    overlay: {
      kind: 'pick',
      purpose: { kind: 'mendValue', row, field, text: held < 0 ? text : (values[held]?.id ?? text) },
      title: textRef('wizard.preview.mendList', { row, nl: fieldOf(field).nl, en: fieldOf(field).en }),
      options: [...odd, ...values],
      cursor: Math.max(0, held),
    },
  };
}

/** The values that a field can have, where these are few. */
function valuesOf(field: FieldId, language: Language): readonly PickOption[] {
  const word = (key: string): string => translate(language, key);
  const empty: PickOption = { id: '', label: textRef('value.empty'), hint: '' };
  switch (fieldOf(field).kind) {
    case 'mutationCode':
      return [
        ...MUTATION_CODES.map((code) => ({ id: code, label: code, hint: word(`code.${code}`) })),
        { ...empty, hint: word('code.empty') },
      ];
    case 'yesNo':
      return [{ id: 'J', label: 'J', hint: word('value.yes') }, { id: 'N', label: 'N', hint: word('value.no') }, empty];
    case 'siteLanguage':
      return [...SITE_LANGUAGES.map((code) => ({ id: code, label: code, hint: word(`language.${code}`) })), empty];
    default:
      return [];
  }
}

/** Files write yes and no in many ways. */
function shownAs(field: FieldId, text: string): string {
  const isYes = fieldOf(field).kind === 'yesNo' ? readYesNo(text) : undefined;
  return isYes === undefined ? text : isYes ? 'J' : 'N';
}

function promptFor(row: number, field: FieldId, text: string, title: string, language: Language): Change {
  return {
    overlay: {
      kind: 'prompt',
      purpose: { kind: 'mend', row, field },
      title: textRef(title, { row, label: fieldOf(field)[language], text }),
      field: fieldWith(text),
    },
  };
}

/** What was typed is looked for among what there is. */
export function complete(step: PreviewStep, row: number, field: CompletedField, begun: string): Change {
  const { environment } = step.answer.run;
  return {
    busy: textRef('wizard.busy.working'),
    effects: [{ kind: 'complete', environment, row, field, begun }],
  };
}

/** One that is found is filled in, several are a list; where there is none, that is told and what was typed stays. */
export function completed(
  { row, field, begun, found }: Extract<StepEvent, { kind: 'completed' }>,
  { language }: StepContext,
): Change {
  const [only, ...others] = found;
  if (!only) return promptFor(row, field, begun, 'wizard.preview.mendNone', language);
  if (others.length === 0) return promptFor(row, field, only.code, 'wizard.preview.mendPrompt', language);
  return {
    overlay: {
      kind: 'pick',
      purpose: { kind: 'mendValue', row, field, text: null },
      title: textRef('wizard.preview.mendList', { row, nl: fieldOf(field).nl, en: fieldOf(field).en }),
      options: found.map(({ code, description }) => ({ id: code, label: code, hint: description })),
      cursor: 0,
    },
  };
}
