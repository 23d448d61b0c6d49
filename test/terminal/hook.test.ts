/** The program that is told what happens, while somebody works in the wizard. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { until } from '../support/waiting.js';
import { LOOK, newWorkplace, startWizard, strike } from './wizardProgram.js';
import { ANSWERS, walkTo } from './wizardSteps.js';

/** The wizard where a hook of this text adds what it hears to a file, and then ends as it does. */
function listening(end: string): { terminal: ReturnType<typeof startWizard>; heard: () => string[] } {
  const place = newWorkplace();
  const [script, log, config] = ['hook.mjs', 'heard', 'config'].map((name) => join(place.database, '..', name)) as [
    string,
    string,
    string,
  ];
  writeFileSync(
    script,
    `import { appendFileSync, openSync, writeSync } from 'node:fs';
let text = '';
for await (const part of process.stdin) text += part;
appendFileSync(${JSON.stringify(log)}, text);
try { writeSync(openSync('/dev/tty', 'w'), 'VAN DE HOOK'); } catch {}
console.log('VAN DE HOOK');
console.error('Er is geen route');
${end}
`,
  );
  mkdirSync(join(config, 'instroom'), { recursive: true });
  writeFileSync(join(config, 'instroom/instroom.yaml'), `hook: ${JSON.stringify([process.execPath, script])}\n`);
  writeFileSync(log, '');
  return {
    terminal: startWizard({ place, env: { XDG_CONFIG_HOME: config } }),
    heard: () =>
      readFileSync(log, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line).event as string),
  };
}

it('hears what is planned and applied there, and writes nothing on the screen', async () => {
  const { terminal, heard } = listening('');
  await walkTo(terminal, 'confirm');
  await until('the guard is told', () => heard().length === 1);
  await strike(terminal, [...ANSWERS, ['enter', 'is uitgevoerd']]);
  await until('it is told that it was applied', () => heard().length === 2);
  expect(heard()).toEqual(['guard', 'applied']);
  expect(terminal.output).not.toContain('VAN DE HOOK');
  terminal.press('q');
  expect(await terminal.exit).toEqual({ code: 3 });
  expect(terminal.output).not.toContain('Er is geen route');
});

it('where it fails, that is told when the wizard has ended', async () => {
  const { terminal, heard } = listening('process.exit(7);');
  await walkTo(terminal, 'preview');
  await until('the guard is told', () => heard().length === 1);
  await strike(terminal, [
    ['q', 'Instroom verlaten?'],
    [LOOK, 'Instroom verlaten?'],
    ['j', 'misgegaan'],
  ]);
  expect(terminal.alternate).toBe(false);
  expect(await terminal.exit).toEqual({ code: 0 });
  expect(terminal.output).toMatch(/De hook .* is misgegaan \(status 7: Er is geen route\)/u);
});
