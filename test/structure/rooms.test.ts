/** The nevers of docs/architecture.md, proved on the sources; each rule is also shown to see a breach. */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { cruiseImports } from './cruiseImports.js';
import { IMPORT_RULES } from './importRules.js';
import { brokenRules, TEST_RULES, TEXT_RULES, type TextRule } from './textRules.js';

const ALL_RULES = [...TEXT_RULES, ...TEST_RULES];

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

async function sourceFiles(): Promise<string[]> {
  const entries = await readdir(join(ROOT, 'src'), { recursive: true });
  return entries.filter((path) => /\.tsx?$/u.test(path)).map((path) => `src/${path}`);
}

/** The project's own: structure/ has rules and fixtures, in which what is forbidden stands as an example. */
async function testFiles(): Promise<string[]> {
  const entries = await readdir(join(ROOT, 'test'), { recursive: true });
  return entries
    .filter((path) => /\.(?:tsx?|mjs)$/u.test(path) && !path.startsWith('structure'))
    .map((path) => `test/${path}`);
}

async function breaches(paths: readonly string[], rules?: readonly TextRule[]): Promise<string[]> {
  const found = paths.map(async (path) => brokenRules(path, await readFile(join(ROOT, path), 'utf8'), rules));
  return (await Promise.all(found)).flat();
}

describe('who imports whom', () => {
  it('keeps to the rules', async () => {
    const { sources, violations } = await cruiseImports(ROOT);
    expect(violations.map(({ rule, from, to }) => `${from}  ${rule}: ${to}`)).toEqual([]);
    expect(sources).toEqual(expect.arrayContaining(await sourceFiles()));
  });

  it.each(IMPORT_RULES)('would see a breach: $name', async ({ name, broken }) => {
    const folder = await mkdtemp(join(tmpdir(), 'instroom-rooms-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    for (const [path, text] of Object.entries(broken)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    const { violations } = await cruiseImports(folder);
    expect(violations).toContainEqual(expect.objectContaining({ rule: name, from: Object.keys(broken)[0] }));
  });

  it('lets a room import what it may', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'instroom-rooms-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const fine = {
      'src/language/texts.ts': `import { FIELDS } from '../domain/fields.js';\nexport type Key = 'a';\nexport const t = FIELDS;\n`,
      'src/domain/fields.ts': 'export const FIELDS = [];\n',
      'src/domain/messages.ts': `import { FIELDS } from './fields.js';\nexport const m = FIELDS;\n`,
      'src/application/ports/store.ts': `import type { Key } from '../../language/texts.js';\nexport type Port = Key;\n`,
      'src/application/userError.ts': 'export class Stop extends Error {}\n',
      'src/files/a.ts': `import { readFile } from 'node:fs/promises';\nimport 'exceljs';\nimport type { Key } from '../language/texts.js';\nimport { Stop } from '../application/userError.js';\nexport const x: [Key, unknown, unknown] = ['a', Stop, readFile];\n`,
      'src/store/a.ts': `import knex from 'knex';\nimport type { Port } from '../application/ports/store.js';\nexport const x: Port | typeof knex = 'a';\n`,
      'src/tui/App.tsx': `import { Text } from 'ink';\nimport { join } from 'node:path';\nimport { Map } from './steps/map/MapScreen.js';\nimport { t } from '../language/texts.js';\nexport const x = [Text, join, t, Map];\n`,
      'src/tui/steps/map/MapScreen.tsx': 'export const Map = 1;\n',
      'src/commands/plan.ts': `import { Parser } from 'yargs/helpers';\nimport { t } from '../language/texts.js';\nexport const x = [Parser, t];\n`,
      'src/main.ts': `import { x } from './store/a.js';\nexport const start = [x, () => import('./tui/App.js'), () => import('./commands/plan.js')];\n`,
    };
    for (const [path, text] of Object.entries(fine)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    expect((await cruiseImports(folder)).violations).toEqual([]);
  });
});

describe('what is written where', () => {
  it('keeps to the rules', async () => {
    expect(await breaches(await sourceFiles())).toEqual([]);
    expect(await breaches(await testFiles(), TEST_RULES)).toEqual([]);
  });

  it.each(ALL_RULES.flatMap((rule) => rule.broken.map((example) => ({ rule: rule.name, ...example }))))(
    'would see a breach: $rule: $text',
    ({ rule, path, text }) => {
      expect(brokenRules(path, text, ALL_RULES).join('\n')).toContain(rule);
    },
  );

  it.each(ALL_RULES.flatMap((rule) => rule.fine.map((example) => ({ rule, ...example }))))(
    'lets be: $path: $text',
    ({ rule, path, text }) => {
      expect(brokenRules(path, text, [rule])).toEqual([]);
    },
  );
});
