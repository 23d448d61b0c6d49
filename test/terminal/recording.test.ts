/** The README's recording of the wizard is made of the recorded screens; UPDATE=1 makes it anew. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { RECORDING, STILL } from './recording.js';
import { recordingSvg } from './recordingSvg.js';
import { readStyles } from './screenStyles.js';

const SVG = fileURLToPath(new URL('../../docs/recording.svg', import.meta.url));
const read = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`screens/${name}.txt`, import.meta.url)), 'utf8');

function made(): string {
  const frames = RECORDING.map(({ screen, seconds }) => ({
    lines: read(screen).trimEnd().split('\n'),
    styles: readStyles(read(`${screen}.styles`)),
    seconds,
    still: screen === STILL,
  }));
  return recordingSvg(frames, 'De wizard van Instroom: van een bestand tot een import die is uitgevoerd');
}

it('shows the recorded screens', () => {
  if (process.env['UPDATE'] === '1') writeFileSync(SVG, made());
  expect(readFileSync(SVG, 'utf8')).toBe(made());
});

it('loads nothing, and runs nothing', () => {
  expect(made()).not.toMatch(/href|url\(|@import|<script|on\w+=/u);
});
