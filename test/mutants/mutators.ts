/** The mistakes that tests should notice, one by one: what a mutant has instead of what the source says. */
import ts from 'typescript';

export interface Mutant {
  readonly path: string;
  /** The part of the source that is replaced, and by what. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

type Mutator = (node: ts.Node) => readonly string[];

const OTHER_OPERATORS: Readonly<Record<string, readonly string[]>> = {
  '===': ['!=='],
  '!==': ['==='],
  '==': ['!='],
  '!=': ['=='],
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  '&&': ['||'],
  '||': ['&&'],
  '??': ['&&'],
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
  '&': ['|'],
  '|': ['&'],
  '<<': ['>>'],
  '+=': ['-='],
  '-=': ['+='],
  '++': ['--'],
};

const OTHER_METHODS: Readonly<Record<string, string>> = {
  some: 'every',
  every: 'some',
  startsWith: 'endsWith',
  endsWith: 'startsWith',
  toLowerCase: 'toUpperCase',
  toUpperCase: 'toLowerCase',
  min: 'max',
  max: 'min',
};

/** Methods that answer the same kind of thing as they are called on: they can be left out. */
const LEFT_OUT = new Set(['filter', 'slice', 'sort', 'reverse', 'trim', 'replace', 'replaceAll', 'normalize']);

const MUTATORS: readonly Mutator[] = [
  function condition(node) {
    const { parent } = node;
    const isCondition =
      (ts.isIfStatement(parent) && parent.expression === node) ||
      (ts.isConditionalExpression(parent) && parent.condition === node) ||
      (ts.isBinaryExpression(parent) && isLogical(parent) && isLogicalOrComparison(node)) ||
      (ts.isReturnStatement(parent) && isLogicalOrComparison(node)) ||
      (ts.isArrowFunction(parent) && parent.body === node && isLogicalOrComparison(node));
    return isCondition ? ['true', 'false'] : [];
  },
  function operator(node) {
    if (!ts.isBinaryExpression(node)) return [];
    const { left, operatorToken, right } = node;
    const others = OTHER_OPERATORS[operatorToken.getText()] ?? [];
    return others.map((other) => `(${left.getText()}) ${other} (${right.getText()})`);
  },
  function negation(node) {
    if (!ts.isPrefixUnaryExpression(node)) return [];
    if (node.operator === ts.SyntaxKind.PlusPlusToken) return [`--${node.operand.getText()}`];
    return [`(${node.operand.getText()})`];
  },
  function literal(node) {
    if (node.kind === ts.SyntaxKind.TrueKeyword) return ['false'];
    if (node.kind === ts.SyntaxKind.FalseKeyword) return ['true'];
    if (ts.isNumericLiteral(node)) return [String(Number(node.text) + 1)];
    if (isText(node)) return [node.text === '' ? `'mutant'` : `''`];
    return ts.isTemplateExpression(node) ? ['``'] : [];
  },
  function expression(node) {
    if (!ts.isRegularExpressionLiteral(node)) return [];
    const text = node.getText();
    const mutants = [
      text.replace(/^\/\^/u, '/'),
      text.replace(/(?<!\\)\$\//u, '/'),
      text.replace(/\+(?=\)?\$?\/)/u, ''),
      text.replace('[^', '['),
      text.replace(/(?<=[\])}])[*?]/u, ''),
    ];
    return [...new Set(mutants)].filter((mutant) => mutant !== text && isExpression(mutant));
  },
  function list(node) {
    if (ts.isArrayLiteralExpression(node) && node.elements.length > 0) return ['[]'];
    return ts.isObjectLiteralExpression(node) && node.properties.length > 0 ? ['({})'] : [];
  },
  function call(node) {
    if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return [];
    const { expression: object, name } = node.expression;
    const other = OTHER_METHODS[name.text];
    const given = node.arguments.map((argument) => argument.getText()).join(', ');
    if (other !== undefined) return [`${object.getText()}.${other}(${given})`];
    return LEFT_OUT.has(name.text) ? [object.getText()] : [];
  },
  function statement(node) {
    if (ts.isExpressionStatement(node)) return [';'];
    if (ts.isContinueStatement(node) || (ts.isReturnStatement(node) && ts.isIfStatement(node.parent))) return [';'];
    const isBody = ts.isBlock(node) && ts.isFunctionLike(node.parent) && node.statements.length > 1;
    return isBody ? ['{}'] : [];
  },
];

/** Every mutant of a source file, from its first line to its last. */
export function mutantsOf(path: string, text: string): Mutant[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const mutants: Mutant[] = [];
  const visit = (node: ts.Node): void => {
    if (isLeftAlone(node)) return;
    for (const mutator of MUTATORS)
      for (const mutant of mutator(node))
        mutants.push({ path, start: node.getStart(source), end: node.getEnd(), text: mutant });
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(source, visit);
  return mutants;
}

/** Types do nothing, and an error that says that the program is wrong is told nobody. */
function isLeftAlone(node: ts.Node): boolean {
  return (
    ts.isImportDeclaration(node) ||
    ts.isExportDeclaration(node) ||
    ts.isTypeNode(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isThrowStatement(node)
  );
}

const isLogical = (node: ts.Node): boolean =>
  ts.isBinaryExpression(node) && ['&&', '||'].includes(node.operatorToken.getText());

function isLogicalOrComparison(node: ts.Node): boolean {
  return (
    ts.isBinaryExpression(node) &&
    ['&&', '||', '===', '!==', '<', '<=', '>', '>='].includes(node.operatorToken.getText())
  );
}

/** A text that is a value: no property's name. */
function isText(node: ts.Node): node is ts.StringLiteralLike {
  return ts.isStringLiteralLike(node) && !(ts.isPropertyAssignment(node.parent) && node.parent.name === node);
}

function isExpression(literal: string): boolean {
  const end = literal.lastIndexOf('/');
  try {
    return new RegExp(literal.slice(1, end), literal.slice(end + 1)).source !== '';
  } catch {
    return false;
  }
}
