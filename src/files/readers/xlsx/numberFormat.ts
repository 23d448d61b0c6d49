/** What a number looks like under its format: its digits, a date, or something else. */
import { OTHERWISE, readSection, type Section, type Showing } from './formatSection.js';
import { formatSections } from './formatTokens.js';

/** What the number format of a cell makes of its content. */
export interface NumberFormat {
  /** The sections for numbers; empty where there are more than a format has. */
  readonly sections: readonly Section[];
  /** A text is shown as it is. */
  readonly keepsText: boolean;
}

/** The format of a cell without a style. */
export const GENERAL_FORMAT: NumberFormat = readFormat('General');

/** Formats that every workbook has without saying so (ECMA-376 part 1, 18.8.30). */
const BUILT_IN: Readonly<Record<number, string>> = {
  ...{ 0: 'General', 1: '0', 2: '0.00', 3: '#,##0', 4: '#,##0.00' },
  ...{ 9: '0%', 10: '0.00%', 11: '0.00E+00', 12: '# ?/?', 13: '# ??/??' },
  ...{ 14: 'mm-dd-yy', 15: 'd-mmm-yy', 16: 'd-mmm', 17: 'mmm-yy', 18: 'h:mm AM/PM', 19: 'h:mm:ss AM/PM' },
  ...{ 20: 'h:mm', 21: 'h:mm:ss', 22: 'm/d/yy h:mm' },
  ...{ 37: '#,##0_);(#,##0)', 38: '#,##0_);[Red](#,##0)', 39: '#,##0.00_);(#,##0.00)' },
  ...{ 40: '#,##0.00_);[Red](#,##0.00)', 41: '_(* #,##0_);_(* (#,##0);_(* "-"_);_(@_)' },
  ...{ 43: '_(* #,##0.00_);_(* (#,##0.00);_(* "-"??_);_(@_)' },
  ...{ 45: 'mm:ss', 46: '[h]:mm:ss', 47: 'mm:ss.0', 48: '##0.0E+0', 49: '@' },
};

/** The built-in formats of East Asian and Thai workbooks that are dates. */
function isRegionalDate(id: number): boolean {
  return (id >= 27 && id <= 36) || (id >= 50 && id <= 58) || (id >= 71 && id <= 81);
}

/** The format of a style, by its id; `codes` are the formats that the workbook defines itself. */
export function formatOf(id: number, codes: ReadonlyMap<number, string>): NumberFormat {
  const code = codes.get(id) ?? BUILT_IN[id] ?? (isRegionalDate(id) ? 'yyyy-mm-dd' : undefined);
  // Currencies, and ids that nobody defines: nothing tells what is seen.
  return code === undefined ? { sections: [], keepsText: true } : readFormat(code);
}

function readFormat(code: string): NumberFormat {
  const sections = formatSections(code).map(readSection);
  if (sections.length > 4) return { sections: [], keepsText: false };
  const last = sections.at(-1);
  if (sections.length < 4 && !last?.showsText) return { sections, keepsText: true };
  // The last section is the one of texts: the fourth always is, another where it holds `@`.
  const forNumbers = sections.length > 1 ? sections.slice(0, -1) : sections;
  return { sections: forNumbers, keepsText: last?.isText === true };
}

/**
 * How a format shows a number: by the section for its sign, or by the first whose condition it meets.
 * `otherwise` where spreadsheets do not agree on the section.
 */
export function showingOf(number: number, { sections }: NumberFormat): Showing {
  const [first, second, third] = sections;
  if (!first) return OTHERWISE;
  if (first.condition) {
    if (meets(number, first.condition)) return first.showing;
    if (second?.condition) return meets(number, second.condition) ? second.showing : (third?.showing ?? OTHERWISE);
    return third ? OTHERWISE : (second?.showing ?? OTHERWISE);
  }
  if (second?.condition || third?.condition) return OTHERWISE;
  return ((number < 0 ? second : number === 0 ? third : undefined) ?? first).showing;
}

function meets(number: number, { operator, value }: { readonly operator: string; readonly value: number }): boolean {
  switch (operator) {
    case '<':
      return number < value;
    case '<=':
      return number <= value;
    case '>':
      return number > value;
    case '>=':
      return number >= value;
    case '=':
      return number === value;
    default:
      return number !== value;
  }
}
