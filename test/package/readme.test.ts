/** Both READMEs say the same, lead somewhere within the package, and what they tell to type does what they say. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startProgram } from '../commands/program.js';
import { readPage, ROOT } from './readme.js';
import { packedFiles } from './packed.js';

const PAGES = ['README.md', 'README.nl.md'] as const;
const { version } = JSON.parse(
  await import('node:fs').then((fs) => fs.readFileSync(join(ROOT, 'package.json'), 'utf8')),
) as {
  version: string;
};

it('is in both languages of the same headings, commands, links and names', () => {
  const [english, dutch] = PAGES.map(readPage);
  expect(english!.headings.length).toBeGreaterThan(5);
  expect(dutch!.headings).toEqual(english!.headings);
  expect(dutch!.commands).toEqual(english!.commands);
  const others = (links: readonly string[]): string[] =>
    links.filter((link) => !link.startsWith('README')).map((link) => link.replace('.nl.md', '.md'));
  expect(others(dutch!.links)).toEqual(others(english!.links));
  const same = (names: readonly string[]): string[] => names.map((name) => name.replace('PAD', 'PATH')).sort();
  expect(same(dutch!.names)).toEqual(same(english!.names));
});

it.each(PAGES)('%s leads to what is in the package', (page) => {
  const packed = packedFiles();
  for (const link of readPage(page).links) {
    const [path = '', anchor] = link.split('#');
    expect(
      packed.some((file) => file === path || file.startsWith(`${path}/`)),
      link,
    ).toBe(true);
    if (anchor !== undefined) expect(readPage(path).anchors, link).toContain(anchor);
  }
});

it('names AFAS Profit in its first line, the two commands of a clone, and this version', () => {
  for (const page of PAGES) {
    const { commands } = readPage(page);
    expect(commands).toEqual(expect.arrayContaining(['npm install && npm start', 'npm install && npm test']));
    const named = commands.flatMap((line) => /instroom[-_](\d+\.\d+\.\d+)/u.exec(line)?.[1] ?? []);
    expect(new Set(named)).toEqual(new Set([version]));
  }
});

/** What a command ends with where it is not 0. */
const STATUS: Readonly<Record<string, number>> = {
  'instroom plan samples/alle-mutatiecodes.csv --env T12345AA --type user': 3,
  'instroom apply 1 --accept-empty-code': 3,
  'instroom plan samples/groot/personeel.csv --env O24680AA --type user': 3,
  'instroom mend 4 --replace "group:Fin=FINANCE"': 3,
  'instroom exclude 4 --where "outcome:update field:siteLanguage"': 3,
};

describe('what it tells to type', () => {
  it('does what it says, from the first line to the last', async () => {
    const program = await startProgram();
    const home = { HOME: program.folder };
    const typed = readPage('README.md').commands.filter((line) => line.startsWith('instroom '));
    expect(typed.length).toBeGreaterThan(12);
    for (const line of typed) {
      if (line === 'instroom undo 1') continue;
      const words = wordsOf(line).map((word) => word.replace(/^~\//u, `${program.folder}/`));
      const { status, stderr } = await program.run(words, { env: home });
      expect({ line, status, stderr: status === (STATUS[line] ?? 0) ? '' : stderr }).toEqual({
        line,
        status: STATUS[line] ?? 0,
        stderr: '',
      });
      // The page undoes run 1 with a plan that is not applied: run 2, so that the next is 3.
      if (line === 'instroom apply 1 --accept-empty-code') await program.run(['undo', '1'], { env: home });
    }
    expect(existsSync(program.path('users.xlsx'))).toBe(true);
  });
});

function wordsOf(line: string): string[] {
  return [
    ...line
      .replace(/^instroom /u, '')
      .replace(/ \|.*$/u, '')
      .matchAll(/"([^"]*)"|(\S+)/gu),
  ].map(([, quoted, plain]) => quoted ?? plain ?? '');
}
