/**
 * The tests of the domain in this process, over sources of which one may be a mutant: that takes milliseconds,
 * where a run of the test runner takes a second.
 */
import { transformSync } from 'esbuild';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { compileFunction } from 'node:vm';
import { expect } from 'vitest';

export interface Case {
  readonly name: string;
  readonly run: () => unknown;
}

export interface Suite {
  readonly cases: readonly Case[];
  /** The sources that the test file needs, itself among them. */
  readonly paths: ReadonlySet<string>;
}

interface Module {
  exports: object;
  /** Its own path, and those of all that it needs. */
  readonly paths: Set<string>;
}

type Evaluate = (module: Module, require: (name: string) => unknown) => void;

/** A source that stands in the place of the file of that path. */
export interface Replacement {
  readonly path: string;
  readonly evaluate: Evaluate;
}

const fromPackages = createRequire(join(process.cwd(), 'package.json'));
const compiled = new Map<string, Evaluate>();
const unmutated = new Map<string, Module>();

export function compile(path: string, text: string): Evaluate {
  const define = { 'import.meta.url': JSON.stringify(`file://${join(process.cwd(), path)}`) };
  const { code } = transformSync(text, { loader: 'ts', format: 'cjs', target: 'node22', define });
  return compileFunction(code, ['module', 'require'], { filename: path }) as Evaluate;
}

function compiledOnce(path: string): Evaluate {
  const evaluate = compiled.get(path) ?? compile(path, readFileSync(path, 'utf8'));
  compiled.set(path, evaluate);
  return evaluate;
}

/** Loads a test file; with a replacement, whatever needs that source is evaluated anew. */
export function loadSuite(testFile: string, replacement?: Replacement): Suite {
  const modules = new Map(replacement && [...unmutated].filter(([, { paths }]) => !paths.has(replacement.path)));
  const cases: Case[] = [];
  const vitest = collectingApi(cases);
  const load = (path: string): Module => {
    const known = modules.get(path);
    if (known) return known;
    const module: Module = { exports: {}, paths: new Set([path]) };
    modules.set(path, module);
    const evaluate = replacement?.path === path ? replacement.evaluate : compiledOnce(path);
    evaluate(module, (name) => {
      if (name === 'vitest') return vitest;
      if (!name.startsWith('.')) return fromPackages(name);
      const needed = load(join(dirname(path), name.replace(/\.js$/u, '.ts')));
      for (const other of needed.paths) module.paths.add(other);
      return needed.exports;
    });
    if (!replacement) unmutated.set(path, module);
    return module;
  };
  const { paths } = load(testFile);
  return { cases, paths };
}

type Body = (...given: readonly unknown[]) => unknown;

/** What the tests of the domain use of the test runner: cases are collected instead of run. */
function collectingApi(cases: Case[]): object {
  const test = (name: string, run: Body): void => {
    cases.push({ name, run });
  };
  const describe = (_name: string, body: Body): void => void body();
  return { describe: withEach(describe), test: withEach(test), it: withEach(test), expect };
}

function withEach(define: (name: string, body: Body) => void): object {
  const each = (table: readonly unknown[]) => (name: string, body: Body) => {
    for (const given of table) define(name, () => body(...(Array.isArray(given) ? given : [given])));
  };
  return Object.assign(define, { each });
}
