/** A report as one HTML file: nothing is loaded from elsewhere, nothing in it runs, and it fits a telephone. */
import { visibleText } from '../visibleText.js';
import { STYLE } from './htmlStyle.js';
import type { ReportChange, ReportMarkup, ReportTone, ReportValue } from './reportMarkup.js';

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text that is nothing but text, wherever it stands. */
function text(given: string): string {
  return visibleText(given).replace(/[&<>"']/gu, (sign) => ENTITIES[sign] ?? '');
}

const classOf = (tone: ReportTone): string => (tone === 'plain' ? '' : ` class="${tone}"`);

export const htmlReport: ReportMarkup = {
  begin: (title, language) => `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${text(title)}</h1>
`,
  heading: (given) => `<h2>${text(given)}</h2>\n`,
  paragraph: (given, tone) => `<p${classOf(tone)}>${text(given)}</p>\n`,
  facts: (pairs) =>
    `<dl>\n${pairs.map(([term, said]) => `<dt>${text(term)}</dt><dd>${text(said)}</dd>\n`).join('')}</dl>\n`,
  table: (titles, rows) =>
    `<table>\n<tr>${titles.map((title) => `<th>${text(title)}</th>`).join('')}</tr>\n` +
    `${rows.map((cells) => `<tr>${cells.map((cell) => `<td>${text(cell)}</td>`).join('')}</tr>\n`).join('')}</table>\n`,
  fold: (title, isOpen) => `<details${isOpen ? ' open' : ''}>\n<summary>${text(title)}</summary>\n<ul>\n`,
  entry: ({ head, about, changes, remarks }) => {
    const first = [`<b>${text(head)}</b>`, ...about.map(text)].join(' · ');
    const lines = [
      ...changes.map((change) => `<li>${changed(change)}</li>`),
      ...remarks.map(
        ({ text: said, code, tone }) =>
          `<li${classOf(tone)}>${text(said)}${code === undefined ? '' : ` <small>${text(code)}</small>`}</li>`,
      ),
    ];
    return `<li>${first}${lines.length === 0 ? '' : `\n<ul>${lines.join('\n')}</ul>`}</li>\n`;
  },
  unfold: () => '</ul>\n</details>\n',
  end: () => '</body>\n</html>\n',
};

function changed({ place, label, from, to }: ReportChange): string {
  const where = place === '' ? '' : `<span class="dim">${text(place)}</span> `;
  const values = [...(from ? [valued(from, 'del')] : []), ...(to ? [valued(to, 'ins')] : [])];
  return `${where}${text(label)}${values.length === 0 ? '' : `: ${values.join(' → ')}`}`;
}

function valued({ text: value, isWord }: ReportValue, tag: 'del' | 'ins'): string {
  return isWord ? `<i>${text(value)}</i>` : `<${tag}>${text(value)}</${tag}>`;
}
