/** How things look on this terminal: symbols that it can show, and texts in its language. */
import { momentText, wizardRef, type TextKey, type TEXTS } from '../language/index.js';
import { fill, type Filling, type Language, type TextParams } from '../language/text.js';
import { isWizardText, wizardTexts, type WizardText } from '../language/wizard.js';

export interface Glyphs {
  readonly cursor: string;
  readonly ellipsis: string;
  readonly arrow: string;
  readonly chevron: string;
  readonly line: string;
  readonly dot: string;
  readonly yes: string;
  readonly no: string;
  readonly danger: string;
  readonly warning: string;
  readonly notice: string;
  readonly full: string;
  readonly empty: string;
  readonly more: string;
  readonly less: string;
  readonly caret: string;
  readonly differs: string;
  /** In the place of a value that is not there. */
  readonly none: string;
}

const UNICODE: Glyphs = {
  cursor: '\u25b8',
  ellipsis: '\u2026',
  arrow: '\u2192',
  chevron: '\u203a',
  line: '\u2500',
  dot: '\u00b7',
  yes: '\u2713',
  no: '\u2717',
  danger: '\u2717',
  warning: '!',
  notice: 'i',
  full: '\u2588',
  empty: '\u2591',
  more: '\u2193',
  less: '\u2191',
  caret: '\u258f',
  differs: '\u2260',
  none: '\u2014',
};

const ASCII: Glyphs = {
  cursor: '>',
  ellipsis: '...',
  arrow: '->',
  chevron: '>',
  line: '-',
  dot: '-',
  yes: '+',
  no: 'x',
  danger: 'x',
  warning: '!',
  notice: 'i',
  full: '#',
  empty: '.',
  more: 'v',
  less: '^',
  caret: '_',
  differs: '<>',
  none: '-',
};

/** What is drawn would be read out, character by character. */
const SPOKEN: Partial<Glyphs> = { cursor: '>', line: '', full: '', empty: '', caret: '' };

/** How lines look, and how wide they may be. */
export interface Page {
  readonly theme: Theme;
  readonly columns: number;
}

export interface Theme {
  readonly language: Language;
  readonly colour: boolean;
  readonly unicode: boolean;
  readonly screenReader: boolean;
  readonly glyphs: Glyphs;
}

export function themeOf(facts: {
  readonly language: Language;
  readonly colour: boolean;
  readonly unicode: boolean;
  readonly screenReader: boolean;
}): Theme {
  const drawn = facts.unicode ? UNICODE : ASCII;
  return { ...facts, glyphs: facts.screenReader ? { ...drawn, ...SPOKEN } : drawn };
}

/** A text of the wizard, or of the whole program. */
export type AnyText = WizardText | TextKey;
export type FillingOf<Key extends AnyText> = Filling<(typeof TEXTS & typeof wizardTexts)[Key]>;

/** A text by its key, to be filled in when it is shown. */
export interface TextRef {
  readonly key: AnyText;
  readonly params: TextParams;
}

/** One of the wizard's own texts. */
export function say<Key extends WizardText>(
  theme: Pick<Theme, 'language'>,
  key: Key,
  ...[params = {}]: Filling<(typeof wizardTexts)[Key]>
): string {
  return fillIn(theme.language, key, params);
}

/** A text that was chosen elsewhere. */
export function sayRef({ language }: Pick<Theme, 'language'>, { key, params }: TextRef): string {
  return isWizardText(key) ? fillIn(language, key, params) : wizardRef(language, { key, params });
}

/** A moment (`at`) is told as the program's other texts tell it. */
function fillIn(language: Language, key: WizardText, params: TextParams): string {
  const { at } = params;
  const told = typeof at === 'string' ? { ...params, at: momentText(language, at) } : params;
  return fill(wizardTexts[key][language], told);
}

/** A number as it is written in the language, with its thousands apart. */
export function count(theme: Pick<Theme, 'language'>, value: number): string {
  return value.toString().replace(/\B(?=(\d{3})+$)/gu, theme.language === 'nl' ? '.' : ',');
}
