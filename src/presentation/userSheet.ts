/** One user in all of its environments, side by side: what is as in the first is `=`, so that what differs is seen. */
import type { ListedUser } from '../application/userUseCases.js';
import { ACCESS_FIELDS, SYNCED_TEXT_FIELDS } from '../domain/fields.js';
import type { UnknownField } from '../domain/unknown.js';
import { fieldLabel, translate, wordFor } from '../language/index.js';
import type { Language } from '../language/text.js';
import { differingFields } from './accounts.js';
import { cell, GAP, type Line, type Tone } from './lines.js';
import { widthOf, wrapText } from './textWidth.js';
import type { Page, Theme } from './theme.js';
import { screenText } from './visibleText.js';

/** With less room for an environment, the others go below. */
const LEAST_WIDTH = 18;

export interface Fact {
  readonly label: string;
  /** Of a user, each on a line of its own. */
  readonly values: (user: ListedUser) => readonly string[];
  readonly tone?: (user: ListedUser) => Tone;
}

export function userSheet(users: readonly ListedUser[], { theme, columns }: Page): readonly Line[] {
  const [first, ...others] = users;
  if (!first) return [];
  const facts = factsOf(users, theme);
  const label = Math.max(...facts.map((fact) => widthOf(fact.label)));
  const atOnce = Math.max(1, Math.floor((columns - label) / (LEAST_WIDTH + GAP.length)) - 1);
  const blocks = others.length === 0 ? [[]] : partsOf(others, atOnce);
  return blocks.flatMap((part, at): readonly Line[] => {
    const width = Math.floor((columns - label) / (part.length + 1)) - GAP.length;
    const shown = facts.flatMap((fact) => factLines(fact, first, part, { label, width }, theme));
    return at === 0 ? shown : [[''], ...shown];
  });
}

function partsOf<Item>(list: readonly Item[], size: number): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, at) => list.slice(at * size, (at + 1) * size));
}

interface Widths {
  readonly label: number;
  readonly width: number;
}

function factLines(
  { label, values, tone = () => 'plain' }: Fact,
  first: ListedUser,
  others: readonly ListedUser[],
  widths: Widths,
  theme: Theme,
): readonly Line[] {
  const texts = values(first);
  const cells = [first, ...others].map((user) => {
    const own = values(user);
    const same = user !== first && own.join('\n') === texts.join('\n');
    const shown = same ? ['='] : own.length === 0 ? [theme.glyphs.none] : own;
    const lines = shown.flatMap((text) => wrapText(screenText(text, theme.unicode), widths.width));
    return { lines, tone: same || own.length === 0 ? ('dim' as const) : tone(user) };
  });
  const height = Math.max(...cells.map(({ lines }) => lines.length));
  return Array.from({ length: height }, (_, at): Line => [
    [cell(at === 0 ? label : '', widths.label, theme), 'dim'],
    ...cells.flatMap(({ lines, tone: toned }): Line => [GAP, [cell(lines[at] ?? '', widths.width, theme), toned]]),
  ]);
}

/** The environment, and then what is to be known of the user in it. */
export function factsOf(users: readonly ListedUser[], { language }: Theme): readonly Fact[] {
  const differing = differingFields(users);
  const [first] = users;
  const text = (value: string): readonly string[] => (value === '' ? [] : [value]);
  const label = (field: string): string => fieldLabel(language, field);
  return [
    { label: '', values: ({ environment }) => [environment], tone: () => 'strong' },
    ...(users.every(({ user }) => user === first?.user)
      ? []
      : [{ label: label('user'), values: ({ user }: ListedUser) => [user] }]),
    ...SYNCED_TEXT_FIELDS.map((field): Fact => ({
      label: label(field),
      values: (user) => unlessUnknown(user, field, text(user[field])),
      tone: (user) => (differing.includes(field) && user !== first ? 'changed' : 'plain'),
    })),
    { label: translate(language, 'user.state'), values: (user) => stateWords(user, language), tone: stateTone },
    {
      label: label('person'),
      values: (user) => unlessUnknown(user, 'person', text(`${user.person ?? ''} ${user.personName}`.trim())),
    },
    {
      label: label('groups'),
      values: ({ groups, groupDescriptions }) =>
        groups.map((group) => `${group} ${groupDescriptions[group] ?? ''}`.trim()),
    },
    {
      label: translate(language, 'user.access'),
      values: ({ access, unknown = [] }) =>
        ACCESS_FIELDS.flatMap((field) => {
          if (unknown.includes(field)) return [`${label(field)} ?`];
          return access[field] ? [label(field)] : [];
        }),
    },
    {
      label: label('siteLanguage'),
      values: (user) =>
        unlessUnknown(
          user,
          'siteLanguage',
          text(user.siteLanguage && `${user.siteLanguage} ${wordFor(language, `language.${user.siteLanguage}`)}`),
        ),
    },
    {
      label: translate(language, 'user.tokens'),
      values: ({ tokens }) => tokens.map(({ application, device }) => `${application} (${device})`),
    },
  ];
}

/** What is not known is no value, nor the lack of one. */
function unlessUnknown(
  { unknown = [] }: ListedUser,
  field: UnknownField,
  values: readonly string[],
): readonly string[] {
  return unknown.includes(field) ? ['?'] : values;
}

/** Active or blocked, and what else is out of the ordinary. */
export function stateWords(
  { blocked, system, leftover, gone, protected: isProtected, unknown = [] }: ListedUser,
  language: Language,
): readonly string[] {
  if (gone) return [translate(language, 'user.gone')];
  const state = translate(language, blocked ? 'user.blocked' : 'user.active');
  return [
    unknown.includes('blocked') ? '?' : state,
    ...(system ? [translate(language, 'user.system')] : []),
    ...(leftover ? [translate(language, 'user.leftover')] : []),
    ...(isProtected ? [translate(language, 'user.protected')] : []),
  ];
}

export function stateTone({ blocked, system, leftover, gone }: ListedUser): Tone {
  if (gone) return 'warning';
  if (blocked) return 'danger';
  return system || leftover ? 'warning' : 'plain';
}
