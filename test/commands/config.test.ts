/** What holds for every command: the command line, else a variable, else a file of settings. */
import { describe, expect, it } from 'vitest';
import { readConfiguration } from '../../src/commands/configuration.js';
import { GlobalSettings, SETTINGS, variableOf } from '../../src/commands/globalSettings.js';
import { DEMO_DIRECTORY, startProgram } from './program.js';

describe('a variable', () => {
  it('is there for each global flag but those that are about one command', () => {
    const names = SETTINGS.map(variableOf);
    expect(names).toEqual(
      expect.arrayContaining(['INSTROOM_DB', 'INSTROOM_JSON', 'INSTROOM_LANG', 'INSTROOM_NO_COLOR']),
    );
    for (const none of ['INSTROOM_YES', 'INSTROOM_HELP', 'INSTROOM_VERSION']) expect(names).not.toContain(none);
  });

  it('says what no flag says, and nothing where it is empty', () => {
    const environment = { INSTROOM_LANG: 'nl', INSTROOM_JSON: 'true', INSTROOM_NO_COLOR: '', INSTROOM_YES: 'true' };
    const settings = new GlobalSettings(['history', '--json=false'], environment);
    expect([settings.text('lang'), settings.isOn('json'), settings.isOn('no-color')]).toEqual(['nl', false, false]);
    expect([settings.sourceOf('lang'), settings.sourceOf('json'), settings.sourceOf('no-color')]).toEqual([
      { kind: 'variable', variable: 'INSTROOM_LANG' },
      { kind: 'flag' },
      { kind: 'default' },
    ]);
    expect(settings.isOn('yes')).toBe(false);
    expect(readConfiguration([], environment).fault).toBeUndefined();
  });

  it.each([
    [{ INSTROOM_JSON: '1' }, 'INSTROOM_JSON=1: write true or false, or unset INSTROOM_JSON.'],
    [{ INSTROOM_NO_COLOR: 'yes' }, 'INSTROOM_NO_COLOR=yes: write true or false, or unset INSTROOM_NO_COLOR.'],
    [{ INSTROOM_LANG: 'de' }, 'INSTROOM_LANG cannot be de; choose from nl, en.'],
  ])('with a value that it cannot have is refused, whatever is typed: %j', async (env, told) => {
    const program = await startProgram();
    for (const words of [
      ['env', 'list'],
      ['env', 'list', '--lang', 'en', '--json=false', '--no-color'],
    ])
      expect(await program.run(words, { env })).toEqual({ status: 2, stdout: '', stderr: `${told}\n` });
    expect(await program.run(['--help'], { env })).toMatchObject({ status: 0, stderr: '' });
  });

  it('holds as its flag does', async () => {
    const program = await startProgram(DEMO_DIRECTORY);
    const json = await program.run(['env', 'list'], { env: { INSTROOM_JSON: 'true' } });
    expect(JSON.parse(json.stdout)).toBeTruthy();
    const text = await program.run(['env', 'list', '--json=false'], {
      env: { INSTROOM_JSON: 'true', INSTROOM_LANG: 'nl' },
    });
    expect(text.stdout).toContain('Naam');
  });
});
