import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fileTexts } from '../../src/language/files.js';
import { fill } from '../../src/language/text.js';
import { describeFile } from './describeFile.js';
import { CORPUS, corpusFiles as files } from './reading.js';

test('the corpus is as large as promised', () => {
  expect(files.length).toBeGreaterThanOrEqual(40);
});

test.each(files)('%s is read as written down beside it', async (name) => {
  const expected = JSON.parse(readFileSync(new URL(`${name}.json`, CORPUS), 'utf8'));
  const found = await describeFile(new URL(name, CORPUS).pathname, expected);
  expect(JSON.parse(JSON.stringify(found))).toEqual(expected);
});

test('everything that is told of it has a text in both languages, with every place filled in', () => {
  const told = files.flatMap((name) => {
    const {
      stopped = {},
      remarks = [],
      problems = [],
    } = JSON.parse(readFileSync(new URL(`${name}.json`, CORPUS), 'utf8'));
    return [stopped, ...remarks, ...problems].flatMap((one: object) => Object.entries(one));
  });
  for (const [key, params] of told) {
    const text = fileTexts[key as keyof typeof fileTexts];
    for (const language of ['nl', 'en'] as const) expect(fill(text[language], params)).not.toMatch(/\{\w+\}/u);
  }
});
