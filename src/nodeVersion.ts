/**
 * What to do when the entry is started on an old Node: a pure decision, which main.ts carries out.
 * The scripted commands run on an older Node than the wizard, because Ink is what needs the newer one.
 * This file is loaded before anything else, so it imports nothing but types and must stay small.
 */
import type { Language, Text } from './language/text.js';

export type Face = 'script' | 'wizard';

interface Version {
  readonly major: number;
  readonly minor: number;
}

/** The oldest Node that each face runs on. */
const OLDEST_NODE: Readonly<Record<Face, Version>> = {
  script: { major: 20, minor: 19 },
  wizard: { major: 22, minor: 0 },
};

/** Whether a Node version (`process.version` or `process.versions.node`) is new enough for a face. */
export function nodeFor(face: Face, version: string): 'fine' | 'tooOld' {
  const [major = 0, minor = 0] = version.replace(/^v/u, '').split('.').map(Number);
  const oldest = OLDEST_NODE[face];
  return major > oldest.major || (major === oldest.major && minor >= oldest.minor) ? 'fine' : 'tooOld';
}

/** Where npm puts a newer Node beside the package, relative to the package's root (development dependency `node`). */
export function newerNodePath(platform: string): string {
  return `node_modules/node/bin/${platform === 'win32' ? 'node.exe' : 'node'}`;
}

export interface Start {
  readonly face: Face;
  /** `process.version`. */
  readonly version: string;
  /** The Node beside the package, if it is there (see `newerNodePath`). */
  readonly newerNode?: string | undefined;
  /** Whether this is already the second try (see `RERUN_VARIABLE`). */
  readonly rerun: boolean;
  readonly language: Language;
}

export type StartDecision =
  | { readonly kind: 'run' }
  /** Start `node` with the same arguments, this terminal and `RERUN_VARIABLE` set, and end as it ends. */
  | { readonly kind: 'rerun'; readonly node: string }
  /** Say `message` on stderr and end with status 1. */
  | { readonly kind: 'refuse'; readonly message: string };

/** Set in the environment of a second try, so that there is never a third. */
export const RERUN_VARIABLE = 'INSTROOM_RERUN';

/** Run here, run on the Node beside the package, or say what is needed. */
export function decideStart({ face, version, newerNode, rerun, language }: Start): StartDecision {
  if (nodeFor(face, version) === 'fine') return { kind: 'run' };
  if (newerNode !== undefined && !rerun) return { kind: 'rerun', node: newerNode };
  return { kind: 'refuse', message: tooOldMessage(face, version, language) };
}

const TOO_OLD: Readonly<Record<Face, Text>> = {
  script: {
    nl: 'Instroom heeft Node {needed} of nieuwer nodig; dit is {version}.',
    en: 'Instroom needs Node {needed} or newer; this is {version}.',
  },
  wizard: {
    nl: 'De wizard van Instroom heeft Node {needed} of nieuwer nodig; dit is {version}. De opdrachten met --yes of --json werken al vanaf Node {script}.',
    en: 'The wizard of Instroom needs Node {needed} or newer; this is {version}. The commands with --yes or --json work from Node {script} on.',
  },
};

/** The one sentence for someone whose Node is too old. */
export function tooOldMessage(face: Face, version: string, language: Language): string {
  const params: Readonly<Record<string, string>> = {
    needed: shown(OLDEST_NODE[face]),
    script: shown(OLDEST_NODE.script),
    version: version.replace(/^v/u, ''),
  };
  return TOO_OLD[face][language].replace(/\{(\w+)\}/gu, (place, name: string) => params[name] ?? place);
}

function shown({ major, minor }: Version): string {
  return minor === 0 ? String(major) : `${major}.${minor}`;
}
