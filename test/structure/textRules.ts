/**
 * What may be written where (docs/architecture.md): rules on the syntax tree, for what imports do not
 * show. Adding a rule is adding an entry; each brings a line that breaks it and one that does not.
 */
import ts from 'typescript';

export interface TextRule {
  readonly name: string;
  /** The files that it holds for. */
  readonly holdsFor: (path: string) => boolean;
  /** Whether a node breaks the rule. */
  readonly isBroken: (node: ts.Node, path: string) => boolean;
  readonly broken: readonly { readonly path: string; readonly text: string }[];
  readonly fine: readonly { readonly path: string; readonly text: string }[];
}

const MAIN = 'src/main.ts';
const PERSON = 'src/person.ts';
const OUTPUT = 'src/commands/answers/printer.ts';
const isIn = (folder: string) => (path: string) => path.startsWith(folder);
/** Keys of several places, of what is done with a run in several steps, and of each step. */
const isKeys = (path: string): boolean =>
  /^src\/tui\/(?:(?:keys|runs|users)\/|steps\/\w+\/(?:keys|\w+Keys)\.ts$)/u.test(path);

/** A name that is used as a value, not as a property's name or in a type. */
function isUseOf(node: ts.Node, ...names: readonly string[]): node is ts.Identifier {
  if (!ts.isIdentifier(node) || !names.includes(node.text)) return false;
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node || isGlobalThis(parent.expression);
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  if (ts.isJsxAttribute(parent)) return false;
  return (
    !ts.isPropertySignature(parent) &&
    !ts.isMethodSignature(parent) &&
    !ts.isTypeNode(parent) &&
    !ts.isQualifiedName(parent)
  );
}

function isGlobalThis(node: ts.Node): boolean {
  return ts.isIdentifier(node) && node.text === 'globalThis';
}

/** The name in `something.name` and `something?.name`. */
function propertyName(node: ts.Node): string | undefined {
  return ts.isPropertyAccessExpression(node) ? node.name.text : undefined;
}

const KEY_FLAGS = new Set(['upArrow', 'downArrow', 'leftArrow', 'rightArrow', 'pageUp', 'pageDown', 'ctrl', 'meta']);
const KEY_TEXT =
  /^(?:\r|\x1b.*|escape|esc|upArrow|downArrow|leftArrow|rightArrow|pageUp|pageDown|pageup|pagedown|(?:ctrl|alt|shift|meta)\+.+)$/su;

export const TEXT_RULES: readonly TextRule[] = [
  {
    name: 'process is read in main.ts alone, and in the program that becomes somebody else',
    holdsFor: (path) => path !== MAIN && path !== PERSON,
    isBroken: (node, path) => {
      if (!isUseOf(node, 'process')) return false;
      const used = propertyName(node.parent);
      return !(path === OUTPUT && (used === 'stdout' || used === 'stderr'));
    },
    broken: [
      { path: 'src/tui/startTui.tsx', text: 'export const tty = process.stdin.isTTY;' },
      { path: 'src/commands/a.ts', text: 'const { env } = process;' },
      { path: 'src/store/a.ts', text: 'export const pid = globalThis.process.pid;' },
      { path: OUTPUT, text: 'process.exit(1);' },
    ],
    fine: [
      { path: MAIN, text: 'export const home = process.env.HOME;' },
      { path: PERSON, text: 'process.exitCode = 1;' },
      { path: OUTPUT, text: `process.stdout.write('x');` },
      { path: 'src/domain/a.ts', text: 'export const x = { process: 1 }; export const y = x.process;' },
    ],
  },
  {
    name: 'nothing but printer.ts writes to the terminal (main.ts hands over the streams)',
    holdsFor: (path) => path !== OUTPUT && path !== MAIN,
    isBroken: (node) => isUseOf(node, 'console'),
    broken: [{ path: 'src/application/a.ts', text: `console.log('x');` }],
    fine: [{ path: OUTPUT, text: `console.error('x');` }],
  },
  {
    name: 'a transaction is opened in the store alone',
    holdsFor: (path) => !isIn('src/store/')(path),
    isBroken: (node) =>
      ts.isCallExpression(node) &&
      ['transaction', 'transactionProvider', 'savepoint'].includes(propertyName(node.expression) ?? ''),
    broken: [{ path: 'src/application/a.ts', text: 'export const f = (db) => db.transaction(async () => {});' }],
    fine: [{ path: 'src/store/a.ts', text: 'export const f = (db) => db.transaction(async () => {});' }],
  },
  {
    name: 'Ink’s input is read by the keys alone',
    holdsFor: (path) => isIn('src/tui/')(path) && !isKeys(path),
    isBroken: (node) => ts.isIdentifier(node) && node.text === 'useInput',
    broken: [{ path: 'src/tui/App.tsx', text: `import { useInput } from 'ink';` }],
    fine: [{ path: 'src/tui/keys/useKeys.ts', text: `import { useInput } from 'ink';` }],
  },
  {
    name: 'a key is named by the keys of a step alone',
    holdsFor: (path) => isIn('src/tui/')(path) && !isKeys(path),
    isBroken: (node) =>
      KEY_FLAGS.has(propertyName(node) ?? '') ||
      (ts.isStringLiteralLike(node) && KEY_TEXT.test(node.text)) ||
      isKeyList(node),
    broken: [
      { path: 'src/tui/steps/a/AScreen.tsx', text: 'export const f = (key) => key.downArrow;' },
      { path: 'src/tui/steps/a/AScreen.tsx', text: `export const f = (key) => key === 'ctrl+r';` },
      { path: 'src/tui/steps/a/update.ts', text: `export const binding = { keys: ['x'] };` },
      { path: 'src/tui/widgets/a.tsx', text: `export const f = (input) => input === '\\r';` },
    ],
    fine: [
      { path: 'src/tui/steps/a/reviewKeys.ts', text: `export const key = 'ctrl+r';` },
      { path: 'src/tui/steps/a/keys.ts', text: `export const binding = { keys: ['x'] };` },
      { path: 'src/tui/widgets/a.tsx', text: `export const f = (state) => state.tab === 'down';` },
    ],
  },
  {
    name: 'domain has no clock and no chance',
    holdsFor: isIn('src/domain/'),
    isBroken: (node) =>
      (ts.isNewExpression(node) && isUseOf(node.expression, 'Date') && (node.arguments?.length ?? 0) === 0) ||
      (ts.isPropertyAccessExpression(node) && ['Date.now', 'Math.random'].includes(node.getText())) ||
      isUseOf(node, 'performance', 'crypto', 'fetch', 'setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask'),
    broken: [
      { path: 'src/domain/a.ts', text: 'export const now = new Date();' },
      { path: 'src/domain/a.ts', text: 'export const now = Date.now();' },
      { path: 'src/domain/a.ts', text: 'export const x = Math.random();' },
      { path: 'src/domain/a.ts', text: 'export const x = crypto.randomUUID();' },
    ],
    fine: [
      { path: 'src/domain/a.ts', text: 'export const f = (at) => new Date(at).toISOString();' },
      { path: 'src/application/a.ts', text: 'export const now = Date.now();' },
    ],
  },
];

/** `keys: ['x', …]`: what a key is bound to. */
function isKeyList(node: ts.Node): boolean {
  return (
    ts.isPropertyAssignment(node) &&
    node.name.getText() === 'keys' &&
    ts.isArrayLiteralExpression(node.initializer) &&
    node.initializer.elements.some(ts.isStringLiteralLike)
  );
}

/** The same, for the tests. */
export const TEST_RULES: readonly TextRule[] = [
  {
    name: 'tests wait in support/waiting.ts alone: for something to be so, not for a while',
    holdsFor: (path) => path !== 'test/support/waiting.ts',
    isBroken: (node) =>
      isUseOf(node, 'setTimeout') || (ts.isStringLiteralLike(node) && /^(?:node:)?timers\/promises$/u.test(node.text)),
    broken: [
      { path: 'test/tui/a.test.ts', text: 'await new Promise((resolve) => setTimeout(resolve, 100));' },
      { path: 'test/break/a.ts', text: `import { setTimeout as wait } from 'node:timers/promises';` },
    ],
    fine: [
      { path: 'test/support/waiting.ts', text: 'setTimeout(() => undefined, 20);' },
      { path: 'test/terminal/a.test.ts', text: `await terminal.waitFor('Komt uit');` },
    ],
  },
];

/** Where a file breaks the rules, as `path:line:column  rule: text`. */
export function brokenRules(path: string, text: string, of: readonly TextRule[] = TEXT_RULES): string[] {
  const rules = of.filter((rule) => rule.holdsFor(path));
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kind);
  const found: string[] = [];
  const look = (node: ts.Node): void => {
    for (const rule of rules) {
      if (!rule.isBroken(node, path)) continue;
      const { line, character } = source.getLineAndCharacterOfPosition(node.getStart(source));
      const excerpt = node.parent.getText(source).split('\n')[0] ?? '';
      found.push(`${path}:${line + 1}:${character + 1}  ${rule.name}: ${excerpt.trim()}`);
    }
    ts.forEachChild(node, look);
  };
  look(source);
  return found;
}
