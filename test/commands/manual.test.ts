/** The manual page is made of the commands, in both languages, and `man` shows it as it is meant. */
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { GLOBAL_FLAGS } from '../../src/commands/line/flags.js';
import { manualPage } from '../../src/commands/manual/manualPage.js';
import { plain } from '../../src/commands/manual/roff.js';
import { COMMANDS } from '../../src/commands/program.js';
import { MANUAL } from '../../src/language/manual.js';
import { LANGUAGES, placesOf } from '../../src/language/text.js';

const ROOT = new URL('../../', import.meta.url);
const SHARE = { en: 'dist/share/man/man1/instroom.1', nl: 'dist/share/man/nl/man1/instroom.1' };
const WIDE = { ...process.env, LC_ALL: 'C.UTF-8', MANWIDTH: '400', MAN_KEEP_FORMATTING: '' };

const isInstalled = (program: string): boolean => spawnSync(program, ['--version']).error === undefined;

/** What a reader sees, a paragraph a line. */
function shown(path: string): string {
  return execFileSync('man', ['-l', path], { encoding: 'utf8', env: WIDE }).replaceAll(/.\x08/gu, '');
}

describe.each(LANGUAGES)('in %s', (language) => {
  const path = fileURLToPath(new URL(SHARE[language], ROOT));

  it('is what was made with the program', () => {
    const made = readFileSync(path, 'utf8');
    const [, date = '', version = ''] = /^\.TH INSTROOM 1 "([\d-]+)" "Instroom ([^"]+)"/u.exec(made) ?? [];
    expect(made).toBe(manualPage(COMMANDS, language, { date, version }));
    expect(JSON.parse(readFileSync(new URL('package.json', ROOT), 'utf8'))).toMatchObject({ version });
  });

  it('has every command, flag and exit status', ({ skip }) => {
    skip(!isInstalled('man'), 'man is not installed');
    const text = shown(path);
    const commands = COMMANDS.filter(({ hidden, run, words }) => run && !hidden && words !== '');
    for (const { words } of commands) expect(text).toMatch(new RegExp(`^ +${words}(?: |$)`, 'mu'));
    for (const { name } of [...GLOBAL_FLAGS, ...commands.flatMap(({ flags }) => flags)])
      expect(text).toMatch(new RegExp(`^ +(?:-\\w, )?--${name}(?: |$)`, 'mu'));
    const documented = readFileSync(new URL('docs/cli.md', ROOT), 'utf8').matchAll(/^\| (\d+) \| /gmu);
    for (const [, status] of documented) expect(text).toMatch(new RegExp(`^ +${status} +\\w`, 'mu'));
    expect(text).toContain('"E-mail=Mail');
    expect(text).not.toMatch(/[‘−˜ˆ]/u);
  });

  it('is shown without a warning, and mandoc finds nothing to say of it', ({ skip }) => {
    skip(!isInstalled('man') || !isInstalled('mandoc'), 'man or mandoc is not installed');
    const { status, stderr } = spawnSync('man', ['--warnings', '-l', path], { encoding: 'utf8', env: WIDE });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(spawnSync('mandoc', ['-T', 'lint', path], { encoding: 'utf8' }).stdout).toBe('');
  });
});

it('its own texts have the same places in both languages', () => {
  for (const { nl, en } of Object.values(MANUAL)) expect(placesOf(nl)).toEqual(placesOf(en));
});

it('a text says nothing to who formats it', () => {
  expect(plain(".TH \\fB it's - a ~ `x` ^ é")).toBe('\\&.TH \\efB it\\(aqs \\- a \\(ti \\(gax\\(ga \\(ha \\[u00E9]');
});
