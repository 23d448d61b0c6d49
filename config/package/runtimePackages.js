// @ts-check
/** The packages that the program loads when it runs, without what only installing or reading about them takes. */
import { existsSync, statSync } from 'node:fs';
import { cp, readFile } from 'node:fs/promises';
import { basename, dirname, extname, join, relative, sep } from 'node:path';
import { ROOT } from './shell.js';

/** What compiles or fetches the native part of sqlite3. */
const FOR_INSTALLING = new Set(['node-addon-api', 'prebuild-install', 'tar', 'node-gyp']);

const LOADED = new Set(['.js', '.cjs', '.mjs', '.json', '.node']);
const TERMS = /^(?:licen[cs]e|copying|notice)/iu;
/** Sources and products of compiling. */
const LEFT_OUT = [/^sqlite3\/(?:deps|src|node-addon-api|build\/(?!Release(?:$|\/node_sqlite3\.node$)))/u];
const FOR_DEVELOPING = new Set(['test', 'tests', '__tests__', 'spec', 'example', 'examples']);

/**
 * Copies them from node_modules, each to the place that it has there.
 * @param {string} target the folder that becomes `node_modules`
 */
export async function copyRuntimePackages(target) {
  const { dependencies, optionalDependencies } = await manifestOf(ROOT);
  /** @type {Set<string>} */
  const found = new Set();
  for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) await collect(ROOT, name, found);
  for (const folder of found) {
    const place = relative(join(ROOT, 'node_modules'), folder);
    await cp(folder, join(target, place), { recursive: true, filter: (path) => isLoaded(folder, path) });
  }
}

/**
 * @param {string} from the folder of the package that asks for it
 * @param {string} name
 * @param {Set<string>} found
 */
async function collect(from, name, found) {
  const folder = resolvedFrom(from, name);
  if (folder === undefined || found.has(folder) || FOR_INSTALLING.has(name) || name.startsWith('@types/')) return;
  found.add(folder);
  const { dependencies, optionalDependencies } = await manifestOf(folder);
  for (const one of Object.keys({ ...dependencies, ...optionalDependencies })) await collect(folder, one, found);
}

/**
 * As Node looks for it: in the package's own folder, and in each folder above it.
 * @param {string} from
 * @param {string} name
 * @returns {string | undefined}
 */
function resolvedFrom(from, name) {
  const folder = join(from, 'node_modules', name);
  if (existsSync(join(folder, 'package.json'))) return folder;
  return from === dirname(ROOT) ? undefined : resolvedFrom(dirname(from), name);
}

/** @param {string} folder */
async function manifestOf(folder) {
  return JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
}

/**
 * @param {string} folder of the package
 * @param {string} path
 */
function isLoaded(folder, path) {
  const within = relative(folder, path);
  if (within === '') return true;
  const parts = within.split(sep);
  // Packages within it are found by themselves.
  if (parts.includes('node_modules') || parts.some((part) => part.startsWith('.') || FOR_DEVELOPING.has(part)))
    return false;
  const named = `${basename(folder)}/${parts.join('/')}`;
  if (LEFT_OUT.some((pattern) => pattern.test(named))) return false;
  const extension = extname(path);
  return LOADED.has(extension) || TERMS.test(basename(path)) || statSync(path).isDirectory();
}
