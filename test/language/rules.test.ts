/** docs/rules.md has the tables that the code has; UPDATE=1 writes them anew. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { MESSAGE_CODES, MESSAGE_LEVELS } from '../../src/domain/messages.js';
import { RULES_TABLES } from './support/rulesTables.js';

const DOCUMENT = fileURLToPath(new URL('../../docs/rules.md', import.meta.url));

describe('docs/rules.md', () => {
  it('shows what the code has; UPDATE=1 writes it anew', () => {
    const shown = readFileSync(DOCUMENT, 'utf8');
    const right = shown.replace(
      /<!-- table: (\w+) -->\n[\s\S]*?<!-- end -->/gu,
      (_all, name: string) => `<!-- table: ${name} -->\n\n${RULES_TABLES[name]?.() ?? 'no such table'}\n\n<!-- end -->`,
    );
    if (process.env['UPDATE'] === '1') writeFileSync(DOCUMENT, right);
    else expect(shown).toBe(right);
  });

  it('has every table', () => {
    const named = [...readFileSync(DOCUMENT, 'utf8').matchAll(/<!-- table: (\w+) -->/gu)].map((match) => match[1]);
    expect(named.sort()).toEqual(Object.keys(RULES_TABLES).sort());
  });

  it('says once of every message when it is told, and at which level', () => {
    const rows = [
      ...readFileSync(DOCUMENT, 'utf8').matchAll(/^\| ([A-Z_]+) \| (error|warning|notice)( or \w+)? \|/gmu),
    ];
    expect(rows.map((row) => row[1]).sort()).toEqual([...MESSAGE_CODES].sort());
    for (const [, code, level] of rows) expect(level, code).toBe(MESSAGE_LEVELS[code as keyof typeof MESSAGE_LEVELS]);
  });
});
