/** All that a run comes to, as the wizard tells it before and after it is applied. */
import type { RunAnswer } from '../application/useCases.js';
import { ACCESS_FIELDS } from '../domain/fields.js';
import type { Run, RunSummary } from '../domain/run.js';
import type { SettingsChange } from '../domain/settingsChange.js';
import { fieldLabel, groupNames, translate, wordFor } from '../language/index.js';
import { wrapLines, type Line } from './lines.js';
import { clearedFields, guessText, staysTexts, unknownTexts } from './runParts.js';
import { settingTexts } from './settingTexts.js';
import { count, say, type Page, type Theme } from './theme.js';

/** The settings that a run changes, each with what it was and becomes. */
export function settingsLines(change: SettingsChange, { theme, columns }: Page): readonly Line[] {
  return settingTexts(theme.language, change, theme.glyphs.arrow).flatMap((text) => wrapLines(text, columns, 'strong'));
}

/** How the file was read, where that is a guess. */
export function guessLines(run: Run, { theme, columns }: Page): readonly Line[] {
  const text = guessText(theme.language, run);
  return text === undefined ? [] : wrapLines(text, columns, 'warning');
}

/** Who can still log in elsewhere, with the key that does something about it, and who stays blocked. */
export function staysLines(summary: RunSummary, { theme, columns }: Page): readonly Line[] {
  const texts = staysTexts(summary, {
    active: (environment, users) =>
      say(theme, 'wizard.stays.active', { environment, users, shown: count(theme, users) }),
    blocked: (users) => say(theme, 'wizard.stays.blocked', { users, shown: count(theme, users) }),
  });
  return texts.flatMap((text) => wrapLines(text, columns, 'warning'));
}

/** What a plan counts on and nobody here knows: users whom a file changes that was delivered, and what a mirror does not tell. */
export function uncertainLines({ run, undecided = [] }: RunAnswer, { theme, columns }: Page): readonly Line[] {
  const delivered = undecided.map(({ run: other, users }) =>
    say(theme, 'wizard.confirm.undecided', { run: other, users, shown: count(theme, users) }),
  );
  return [
    ...delivered.flatMap((text) => wrapLines(text, columns, 'warning')),
    ...unknownTexts(theme.language, run.summary).flatMap((text) => wrapLines(text, columns)),
  ];
}

/** The fields that users lose, each with how many; undefined where nobody loses one. */
export function clearedText(
  summary: RunSummary,
  key: 'wizard.confirm.cleared' | 'wizard.result.cleared',
  theme: Theme,
): string | undefined {
  const fields = clearedFields(summary).map(([field, users]) =>
    say(theme, 'wizard.confirm.clearedField', {
      label: fieldLabel(theme.language, field),
      users,
      shown: count(theme, users),
    }),
  );
  return fields.length === 0 ? undefined : say(theme, key, { fields: fields.join(', ') });
}

/** What cannot be taken back, and what comes after. */
export function whatLines({ summary, deferredUpns }: Run, { theme, columns }: Page): readonly Line[] {
  const { tokensRevoked, groupsCreated, newGroups = [] } = summary;
  const cleared = clearedText(summary, 'wizard.confirm.cleared', theme);
  const names = newGroups.length === 0 ? '' : `: ${groupNames(theme.language, newGroups, groupsCreated)}`;
  return [
    ...(cleared === undefined ? [] : [[[cleared, 'danger']] satisfies Line]),
    ...(tokensRevoked === 0
      ? []
      : [[[say(theme, 'wizard.confirm.tokens', { count: tokensRevoked }), 'warning']] satisfies Line]),
    ...(groupsCreated === 0
      ? []
      : wrapLines(say(theme, 'wizard.confirm.groups', { count: groupsCreated, names }), columns)),
    ...(deferredUpns === 0 ? [] : [[say(theme, 'wizard.confirm.deferred', { count: deferredUpns })]]),
  ];
}

/** What a new user may enter: always shown, because the import decides that. */
export function defaultLines({ summary, settings: { defaults } }: Run, { theme, columns }: Page): readonly Line[] {
  if (summary.outcomes.create === 0) return [];
  const named = (value: boolean): string =>
    ACCESS_FIELDS.filter((field) => defaults[field] === value)
      .map((field) => fieldLabel(theme.language, field))
      .join(', ') || translate(theme.language, 'value.empty');
  const params = {
    yes: named(true),
    no: named(false),
    language: wordFor(theme.language, `language.${defaults.siteLanguage}`),
  };
  return wrapLines(say(theme, 'wizard.confirm.defaults', params), columns);
}
