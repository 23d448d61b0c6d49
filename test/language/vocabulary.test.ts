/** One word, one thing: texts use the words of docs/glossary.md, and the wizard names keys where the shell has commands. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { TEXTS } from '../../src/language/index.js';
import { MESSAGES } from '../../src/language/messages.js';
import { placesOf, type Text } from '../../src/language/text.js';
import { wizardTexts } from '../../src/language/wizard.js';
import { WIZARD_WORDS } from '../../src/language/wizardWords.js';

const ROOT = join(import.meta.dirname, '../..');

/** The words that are not used, each with the one that is. */
function forbidden(): Map<string, string> {
  const glossary = readFileSync(join(ROOT, 'docs/glossary.md'), 'utf8');
  const table = /<!-- table: dutch -->(.*?)<!-- end -->/su.exec(glossary)?.[1] ?? '';
  const rows = table.split('\n').flatMap((line) => /^\| ([^|]+) \| ([^|]+) \|/u.exec(line)?.slice(1) ?? []);
  const pairs: [string, string][] = [];
  for (let at = 2; at < rows.length; at += 2)
    for (const word of (rows[at + 1] ?? '').split(', ')) pairs.push([word, rows[at] ?? '']);
  return new Map(pairs);
}

/** Every text of the program, also those beside the only code that uses them: `{ nl, en }` and `text(nl, en)`. */
function allTexts(): (Text & { readonly where: string })[] {
  const paths = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }).filter((path) =>
    /\.tsx?$/u.test(path),
  );
  return paths.flatMap((path) => {
    const source = ts.createSourceFile(path, readFileSync(join(ROOT, 'src', path), 'utf8'), ts.ScriptTarget.Latest);
    const found: (Text & { readonly where: string })[] = [];
    const look = (node: ts.Node): void => {
      const texts = textsOf(node, path);
      if (texts) found.push({ ...texts, where: path });
      ts.forEachChild(node, look);
    };
    look(source);
    return found;
  });
}

function textsOf(node: ts.Node, path: string): Text | undefined {
  if (ts.isObjectLiteralExpression(node)) {
    const [nl, en] = ['nl', 'en'].map((name) =>
      node.properties
        .flatMap((one) =>
          ts.isPropertyAssignment(one) && ts.isIdentifier(one.name) && one.name.text === name ? [one.initializer] : [],
        )
        .at(0),
    );
    return asText(nl, en);
  }
  const isText =
    path.startsWith('tui') &&
    ts.isCallExpression(node) &&
    ts.isIdentifier(node.expression) &&
    node.expression.text === 'text';
  return isText ? asText(...node.arguments) : undefined;
}

function asText(nl?: ts.Expression, en?: ts.Expression): Text | undefined {
  return nl && en && ts.isStringLiteralLike(nl) && ts.isStringLiteralLike(en)
    ? { nl: nl.text, en: en.text }
    : undefined;
}

/** What is typed, or quoted, is no word of a sentence. */
function prose(text: string): string {
  return text.replace(/\{program\} [-\w ]+|--[-\w]+|"[^"]*"|--type \S+/gu, '');
}

/** Within a sentence, or at its beginning: a capital by itself is a key. */
function uses(text: string, word: string): boolean {
  const capital = `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;
  return new RegExp(`(?<![\\p{L}{|])${word}(?![\\p{L}}|])|(?:^|[.!?] )${capital}(?= )`, 'u').test(prose(text));
}

describe('Dutch', () => {
  const words = forbidden();
  const texts = allTexts();

  it('has its words from the glossary, and sees a text of every kind', () => {
    expect(words.get('uw')).toBe('je, jij');
    const sources = new Set(texts.map(({ where }) => where));
    for (const seen of ['language/wizard.ts', 'tui/steps/map/keys.ts', 'domain/fields.ts'])
      expect(sources).toContain(seen);
  });

  it.each([...words])('never says %s, but %s', (word) => {
    const saying = texts.filter(
      ({ nl, en }) => uses(nl, word) && !(word.startsWith('regel') && /\blines?\b/u.test(en)),
    );
    expect(saying.map(({ where, nl }) => `${where}: ${nl}`)).toEqual([]);
  });

  it('is seen to say so', () => {
    expect(uses('U mag dat niet. ', 'u') && uses('Vraag uw baas', 'uw')).toBe(true);
    expect(uses('Wis die met U.', 'u') || uses('geef --type user', 'type')).toBe(false);
  });
});

describe('the wizard', () => {
  const COMMAND = /\{program\}|\binstroom [a-z]|--[a-z]/u;
  /** Of what is said before the wizard opens, after it has closed, or by commands that it does not use. */
  const ELSEWHERE =
    /^(?:wizard\.(?:end|noTerminal)|(?:usage|remark|command|flag|argument|summary|env|copy|definition|directory|connection)\.|done\.connected|approve\.digestNeeded|verify\.readBefore|mapping\.(?:incomplete|unsettled)|db\.(?!connectionLost))/u;

  it('names no command and no flag', () => {
    const own = { ...TEXTS, ...WIZARD_WORDS, ...wizardTexts } as Readonly<Record<string, Text>>;
    const shown = Object.entries(own).filter(([key]) => !ELSEWHERE.test(key));
    const messages = Object.values(MESSAGES).flatMap((one) => [one, ...(one.others ?? [])]);
    const all = [...shown.map(([, text]) => text), ...messages.map(({ text, wizard }) => wizard ?? text)];
    expect(all.filter(({ nl, en }) => COMMAND.test(nl + en)).map(({ en }) => en)).toEqual([]);
  });

  it('needs no other places than the text that it says otherwise', () => {
    const texts: Readonly<Record<string, Text>> = TEXTS;
    for (const [key, { nl, en }] of Object.entries(WIZARD_WORDS)) {
      const places = [texts[key]?.nl, texts[key]?.en].flatMap((text = '') => placesOf(text));
      for (const text of [nl, en]) expect(places, key).toEqual(expect.arrayContaining([...placesOf(text)]));
    }
  });
});
