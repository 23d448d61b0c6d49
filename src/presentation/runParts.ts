/** What both faces tell of a run; each has its own words for it. */
import type { FileLayout } from '../application/ports/importFiles.js';
import type { ImportedBefore } from '../application/useCases.js';
import { IDENTITY_FIELDS, type IdentityField } from '../domain/fields.js';
import type { Run, RunSummary } from '../domain/run.js';
import {
  encodingGuessText,
  fieldLabel,
  groupNames,
  translate,
  type Language,
  type TextRef,
} from '../language/index.js';

/** A guess that is wrong writes wrong names everywhere: it is told where the plan is looked at. */
export function guessText(language: Language, { layout }: Run): string | undefined {
  return encodingGuessText(language, layout as FileLayout | null);
}

/** That the same content was imported before, and whether its users changed since. */
export function importedBefore({ run, changedBy }: ImportedBefore): TextRef {
  return changedBy === null
    ? { key: 'summary.importedBefore', params: { run } }
    : { key: 'summary.importedBefore.run', params: { run, changedBy } };
}

/** A block is an environment's own, and only a code 6 ends it: both are told, however few they are. */
export function staysTexts(
  { staysActive, staysBlocked }: RunSummary,
  words: { active(environment: string, users: number): string; blocked(users: number): string },
): readonly string[] {
  const active = Object.entries(staysActive).map(([environment, users]) => words.active(environment, users));
  return staysBlocked === 0 ? active : [...active, words.blocked(staysBlocked)];
}

/** What the plan relies on and nobody here knows: told once, of the plan as a whole. */
export function unknownTexts(language: Language, { unknown }: RunSummary): readonly string[] {
  if (!unknown) return [];
  const { fields, groups, system, persons = [], administrators = 0, notAligned = 0 } = unknown;
  const named = Object.entries(fields).map(([field, count]) => `${fieldLabel(language, field)} (${count})`);
  return [
    ...(named.length === 0 ? [] : [translate(language, 'summary.unknownFields', { fields: named.join(', ') })]),
    ...(groups.length === 0
      ? []
      : [translate(language, 'summary.unknownGroups', { groups: groupNames(language, groups, groups.length) })]),
    ...(persons.length === 0
      ? []
      : [translate(language, 'summary.unknownPersons', { persons: groupNames(language, persons, persons.length) })]),
    ...(notAligned === 0 ? [] : [translate(language, 'summary.notAligned', { count: notAligned })]),
    ...(system === 0 ? [] : [translate(language, 'summary.unknownSystem', { count: system })]),
    ...(administrators === 0 ? [] : [translate(language, 'summary.unknownAdministrators', { count: administrators })]),
  ];
}

/** The fields that somebody loses by the run. */
export function clearedFields({ cleared }: RunSummary): readonly (readonly [field: IdentityField, users: number])[] {
  return IDENTITY_FIELDS.filter((field) => cleared[field] > 0).map((field) => [field, cleared[field]]);
}
