/** A report for a ticket: whatever a file holds, in it it is text. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { message } from '../../src/domain/messages.js';
import type { RowOfFile } from '../../src/application/rowsOfFile.js';
import { NOTHING_PLANNED, type PlannedRow } from '../../src/domain/plannedRow.js';
import { htmlReport } from '../../src/presentation/report/htmlReport.js';
import { markdownReport } from '../../src/presentation/report/markdownReport.js';
import { reportEntry } from '../../src/presentation/report/reportEntry.js';
import type { ReportMarkup } from '../../src/presentation/report/reportMarkup.js';

const HOSTILE = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><b>',
  "' onclick='x",
  '&lt;b&gt;',
  '@jan',
  'x @org/team y',
  '#12',
  'GH-12',
  'org/repo#3',
  '!7',
  'https://evil.example/x',
  'www.evil.example',
  'jan@voorbeeld.nl',
  '[klik](http://evil.example)',
  '![x](http://evil.example/x.png)',
  '| a | b |',
  '`code`',
  '``',
  ' `',
  '``` \n# kop',
  'a\n\n- b\r\n1. c',
  '**vet** _x_ ~~y~~',
  '</details>',
  ':tada:',
  'deadbeefdeadbeef',
  '\\`',
  '$(touch x)',
  '\u001b[2J\u202e',
];

const rowOf = (value: string): PlannedRow => ({
  ...NOTHING_PLANNED,
  row: 2,
  user: value,
  name: value,
  code: '1',
  outcome: 'update',
  changes: [
    { environment: 'T12345AA', user: value, fields: [['description', value, `${value}x`]] },
    { environment: 'T12345AB', user: '12345.A', fields: [['email', null, value]] },
  ],
  groups: { added: [value], removed: [], created: [] },
  messages: [message('VALUE_INVALID', 'description', { value })],
});

/** The same, mended and made of what the file has. */
const ofFile = (value: string, planned = rowOf(value)): RowOfFile => ({
  planned,
  mended: [{ column: value, from: value, to: `${value}x` }],
  made: [{ field: 'upn', how: 'composed', columns: [{ header: value, text: value }], value }],
  fixed: [{ field: 'group', how: 'fixed', columns: [], value }],
});

const entryOf = (markup: ReportMarkup, value: string): string =>
  markup.entry(reportEntry('en', ofFile(value), { withoutValues: false, mendedBy: [value] }));

/** What is outside code, as CommonMark tells code: up to a run of as many backticks. */
function outsideCode(markdown: string): { outside: string; codes: string[] } {
  const codes: string[] = [];
  let outside = '';
  for (let at = 0; at < markdown.length;) {
    const fence = /^`+/u.exec(markdown.slice(at))?.[0];
    if (fence === undefined) {
      outside += markdown.charAt(at++);
      continue;
    }
    const start = at + fence.length;
    const end = [...markdown.slice(start).matchAll(/`+/gu)].find(([run]) => run.length === fence.length);
    if (!end) throw new Error(`code without an end: ${markdown}`);
    codes.push(markdown.slice(start, start + end.index));
    at = start + end.index + fence.length;
  }
  return { outside, codes };
}

const values = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }),
  fc.string({ unit: fc.constantFrom(...Array.from('`|@#<>&[]()*_~\\ -1.ab\n')), minLength: 1, maxLength: 20 }),
);

describe('Markdown', () => {
  it('has a value as code, whole, and as nothing else', () => {
    fc.assert(
      fc.property(values, (value) => {
        const written = entryOf(markdownReport, value);
        const { outside, codes } = outsideCode(written);
        expect(outside).toMatch(/^[\p{L}\p{M}\d\n *·→—–.,;:!?…()‘’“”%❌⚠\ufe0f-]*$/u);
        expect(outside).not.toMatch(/:\/\/|www\.|\w@\w|[\p{L}\d]\/[\p{L}\d]|\b[a-f]{7,}\b/iu);
        // A line for the row, three changes, a message and three sources: nothing begins a line of its own.
        expect(written.split('\n')).toHaveLength(9);
        expect(codes.length).toBeGreaterThan(2);
      }),
      { numRuns: 500 },
    );
  });

  it('leaves words words, and gives back what code holds', () => {
    expect(entryOf(markdownReport, 'Bea Bakker')).toContain(' · Bea Bakker · code 1\n');
    const { codes } = outsideCode(entryOf(markdownReport, '`a` | b'));
    expect(codes).toContain(' `a` | b ');
    expect(outsideCode(markdownReport.table(['x'], [['a|b']])).codes).toEqual(['a\\|b']);
  });
});

describe('HTML', () => {
  it('has no tags but its own, and no character that begins one', () => {
    const own = /<\/?(?:li|ul|b|i|del|ins|small|span)(?: class="(?:dim|danger|warning)")?>/gu;
    fc.assert(
      fc.property(values, (value) => {
        const text = entryOf(htmlReport, value).replace(own, '');
        expect(text.replace(/&(?:amp|lt|gt|quot|#39);/gu, '')).not.toMatch(/[<>&"']/u);
      }),
      { numRuns: 500 },
    );
  });

  it('is one file: it runs nothing and loads nothing', () => {
    const page = htmlReport.begin('"><script>', 'nl') + htmlReport.end();
    expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'`);
    expect(page).toContain('<meta name="viewport" content="width=device-width');
    expect(page).toContain('prefers-color-scheme: dark');
    expect(page).toContain('<html lang="nl">');
    expect(page).not.toMatch(/<script|\bsrc=|\bhref=|url\(|@import|https?:/u);
  });
});

describe('without values', () => {
  it.each([markdownReport, htmlReport])('nothing tells one', (markup) => {
    const row = { ...rowOf('GEHEIM'), user: '12345.A' };
    const fields = row.changes.map((change) => ({ ...change, user: '12345.A' }));
    const sources = {
      mended: [{ column: 'Afdeling', from: 'GEHEIM', to: 'GEHEIM' }],
      made: [{ field: 'upn', how: 'composed', columns: [{ header: 'Nummer', text: 'GEHEIM' }], value: 'GEHEIM' }],
    } as const;
    const whole = { ...ofFile('GEHEIM', { ...row, changes: fields }), ...sources };
    const written = markup.entry(reportEntry('en', whole, { withoutValues: true, mendedBy: ['an', 'jan'] }));
    expect(written).not.toContain('GEHEIM');
    for (const told of ['Description', 'E-mail', '+1', 'VALUE_INVALID', '12345.A']) expect(written).toContain(told);
    for (const told of ['Afdeling mended by an or jan', 'UPN: composed of Nummer', 'Group: fixed value'])
      expect(written).toContain(told);
  });
});
