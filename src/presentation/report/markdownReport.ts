/**
 * A report as GitHub and GitLab read Markdown. Both look in the text that comes out for addresses, `@people` and `#12`,
 * and leave code alone: whatever is not a plain word is code, so that no value becomes markup or calls somebody.
 */
import { visibleText } from '../visibleText.js';
import type { ReportChange, ReportMarkup, ReportTone, ReportValue } from './reportMarkup.js';

/** What can stand as it is: a word with its punctuation, a short number, a date, a time, a sign between words. */
const PLAIN =
  /^(?:[(‘“]?\p{L}[\p{L}\p{M}]*(?:[-’]\p{L}[\p{L}\p{M}]*)*[)’”]?[,.;:!?…]*|[(]?\d{1,6}[%)]?[.,;:]?|\d{4}-\d\d-\d\d|\d\d:\d\d|[·→—–])$/u;
/** What would begin a list where it comes first. */
const LIST = /^\d+[.)]$/u;
/** Letters that could be the hash of a commit. */
const HASH = /^[a-f]{7,}[^\p{L}]*$/iu;
const PUNCTUATION = /[.,;:]*$/u;
const BRACKETED = /^\((.+)\)([.,;:]*)$/u;

/** Literal: nothing in it is read as anything else. */
function code(given: string): string {
  const text = visibleText(given);
  if (text === '') return '';
  const longest = Math.max(0, ...[...text.matchAll(/`+/gu)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  // A blank at both ends is taken off again, and keeps a backtick apart from the fence.
  const pad = /^[ `]|[ `]$/u.test(text) && text.trim() !== '' ? ' ' : '';
  return `${fence}${pad}${text}${pad}${fence}`;
}

function isPlain(token: string): boolean {
  return PLAIN.test(token) && !HASH.test(token);
}

/** A name: words, or else as a whole code. */
function name(given: string): string {
  const text = visibleText(given);
  return text !== '' && text.split(' ').every(isPlain) ? text : code(given);
}

/** A text of which the words stay words, and all else is code. */
function words(given: string): string {
  const parts: { plain: boolean; text: string }[] = [];
  for (const [at, token] of visibleText(given).split(' ').entries()) {
    const plain = token === '' || (isPlain(token) && !(at === 0 && LIST.test(token)));
    const last = parts.at(-1);
    if (last && !last.plain && !plain) last.text += ` ${token}`;
    else parts.push({ plain, text: token });
  }
  return parts.map(({ plain, text }) => (plain ? text : codeWithin(text))).join(' ');
}

/** The punctuation of the sentence stays outside. */
function codeWithin(text: string): string {
  const [, within, after = ''] = BRACKETED.exec(text) ?? [];
  if (within !== undefined) return `(${code(within)})${after}`;
  const end = PUNCTUATION.exec(text)?.[0] ?? '';
  const inner = text.slice(0, text.length - end.length);
  return inner === '' ? code(text) : `${code(inner)}${end}`;
}

/** In a cell a bar is a border, in code as well, unless it is escaped. */
const cell = (text: string): string => words(text).replaceAll('|', '\\|');

/** HTML stands around what is folded. */
const inHtml = (text: string): string =>
  visibleText(text).replace(/[&<>]/gu, (sign) => `&#${sign.codePointAt(0) ?? 0};`);

const MARKS: Readonly<Record<ReportTone, string>> = { danger: '❌ ', warning: '⚠️ ', plain: '', dim: '' };

export const markdownReport: ReportMarkup = {
  begin: (title) => `# ${words(title)}\n\n`,
  heading: (text) => `## ${words(text)}\n\n`,
  paragraph: (text, tone) =>
    tone === 'danger' || tone === 'warning' ? `> ${MARKS.warning}${words(text)}\n\n` : `${words(text)}\n\n`,
  facts: (pairs) => `${pairs.map(([term, text]) => `- **${words(term)}**: ${words(text)}\n`).join('')}\n`,
  table: (titles, rows) =>
    `${tableLine(titles)}${titles.map((_, at) => (at === 0 ? '| --- ' : '| ---: ')).join('')}|\n${rows.map(tableLine).join('')}\n`,
  fold: (title, isOpen) => `<details${isOpen ? ' open' : ''}>\n<summary>${inHtml(title)}</summary>\n\n`,
  entry: ({ head, about, changes, remarks }) => {
    const lines = [
      ...changes.map((change) => `  - ${changed(change)}\n`),
      ...remarks.map(
        ({ text, code: named, tone }) =>
          `  - ${MARKS[tone]}${words(text)}${named === undefined ? '' : ` ${code(named)}`}\n`,
      ),
    ];
    return `- ${[`**${words(head)}**`, ...about.map(name)].join(' · ')}\n${lines.join('')}`;
  },
  unfold: () => '\n</details>\n\n',
  end: () => '',
};

function tableLine(cells: readonly string[]): string {
  return `${cells.map((text) => `| ${cell(text)} `).join('')}|\n`;
}

function changed({ place, label, from, to }: ReportChange): string {
  const values = [...(from ? [valued(from)] : []), ...(to ? [valued(to)] : [])];
  const where = place === '' ? '' : `${words(place)} `;
  return `${where}${words(label)}${values.length === 0 ? '' : `: ${values.join(' → ')}`}`;
}

function valued({ text, isWord }: ReportValue): string {
  return isWord ? `*${words(text)}*` : code(text);
}
