/** docs/wizard.md shows the screens that were recorded; UPDATE=1 puts them in. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const DOCUMENT = fileURLToPath(new URL('../../docs/wizard.md', import.meta.url));
const screen = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`../terminal/screens/${name}.txt`, import.meta.url)), 'utf8');

it('shows the recorded screens', () => {
  const shown = readFileSync(DOCUMENT, 'utf8');
  const right = shown.replace(
    /<!-- screen: ([\w-]+) -->\n(?:```text\n[\s\S]*?```\n)?/gu,
    (_all, name: string) => `<!-- screen: ${name} -->\n\`\`\`text\n${screen(name)}\`\`\`\n`,
  );
  if (process.env['UPDATE'] === '1') writeFileSync(DOCUMENT, right);
  else expect(shown).toBe(right);
});
