/** `report` for a ticket: Markdown and HTML. */
import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { DEMO_DIRECTORY, sample, startProgram, type Program } from './program.js';

async function planned(file = 'alle-mutatiecodes.csv', environment = 'T12345AA'): Promise<Program> {
  const program = await startProgram(DEMO_DIRECTORY);
  const { status } = await program.run(['plan', sample(file), '--env', environment, '--type', 'user']);
  expect([0, 3]).toContain(status);
  return program;
}

async function reported(program: Program, ...more: string[]): Promise<string> {
  const { status, stdout, stderr } = await program.run(['report', '1', '-o', '-', ...more]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return stdout;
}

/** Each of them, behind the one before. */
function expectInOrder(text: string, parts: readonly string[]): void {
  let from = 0;
  for (const part of parts) {
    const at = text.indexOf(part, from);
    expect(at, `${part} behind what is before it`).toBeGreaterThanOrEqual(0);
    from = at + part.length;
  }
}

it('tells counts and guards first, then the rejected rows with their reasons, then what changes, folded', async () => {
  const program = await planned();
  expectInOrder(await reported(program, '--as', 'md'), [
    '# Plan 1 · planned',
    'This is a plan: nothing of it has been applied.',
    '`alle-mutatiecodes.csv` (20 rows)',
    '| What happens | Environments | Rows |',
    '| create, into HRM: Description, E-mail, InSite, Person',
    '| rejected | 6 |',
    '| `T12345AB` | 1 |',
    '> ⚠️ Stops this plan:',
    '(`--accept-empty-code`)',
    '<details open>\n<summary>Rejected: 6</summary>\n\n- **Row 16** · `12345.YBR`',
    '`CODE_INVALID`\n',
    '</details>\n\n<details>\n<summary>Create: 3</summary>',
    '<summary>Update: 4</summary>',
    'Description: `Lotte El Amrani` → `Lotte El Amrani-Bos`',
    '<summary>Unchanged: 1</summary>',
  ]);
  expectInOrder(await reported(program, '--as', 'html', '--lang', 'nl'), [
    '<html lang="nl">',
    'Dit is een plan: er is niets van uitgevoerd.',
    '<td>afgekeurd</td><td>6</td>',
    'Houdt dit plan tegen:',
    '<details open>\n<summary>Afgekeurd: 6</summary>',
    '<summary>Nieuw: 3</summary>',
    '<del>Lotte El Amrani</del> → <ins>Lotte El Amrani-Bos</ins>',
    '</html>',
  ]);
});

it('an applied run is no plan, says who and when, and production is said', async () => {
  const program = await startProgram(DEMO_DIRECTORY);
  const words = ['import', sample('alle-mutatiecodes.csv'), '--env', 'O12345AA', '--type', 'user', '--yes'];
  await program.run([...words, '--accept-empty-code']);
  const text = await reported(program, '--as', 'md');
  expect(text).not.toContain('This is a plan');
  expectInOrder(text, ['# Run 1 · applied', 'This is a production environment.', '**Applied**: ', '## What was done']);
  expect(text).toMatch(/\*\*Planned\*\*: \d{4}-\d\d-\d\d \d\d:\d\d\n/u);
});

it('the name decides, and a name that says another format is refused', async () => {
  const program = await planned();
  for (const [name, start] of [
    ['r.md', '# Plan 1'],
    ['r.markdown', '# Plan 1'],
    ['r.html', '<!doctype html>'],
    ['r.HTM', '<!doctype html>'],
  ] as const) {
    expect(await program.json(['report', '1', '-o', program.path(name)])).toMatchObject({ rows: 20 });
    expect((await readFile(program.path(name), 'utf8')).startsWith(start), name).toBe(true);
  }
  const refused = await program.run(['report', '1', '-o', program.path('r.pdf')]);
  expect(refused.stderr).toContain('.csv, .xlsx, .md, .html');
  expect((await program.run(['report', '1', '-o', program.path('x.md'), '--as', 'html'])).status).toBe(2);
});

it('without values no format tells one', async () => {
  const program = await planned();
  for (const as of ['csv', 'md', 'html']) {
    const whole = await reported(program, '--as', as);
    const without = await reported(program, '--as', as, '--without-values');
    for (const value of ['voorbeeld.nl', 'Lotte', 'INKOOP', '100136']) {
      expect(whole, `${as} ${value}`).toContain(value);
      expect(without, `${as} ${value}`).not.toContain(value);
    }
    for (const told of ['12345.LAM', 'Description', 'UPN']) expect(without, `${as} ${told}`).toContain(told);
  }
});

it('what a hostile file holds is text', async () => {
  const program = await planned('vijandig.csv');
  const html = await reported(program, '--as', 'html');
  expect(html).toContain('=HYPERLINK(&quot;http://voorbeeld.nl&quot;;&quot;Jan&quot;)');
  expect(html).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/u);
  expect(await reported(program, '--as', 'md')).toContain('`=HYPERLINK("http://voorbeeld.nl";"Jan")`');
});

it('a value that is no cell of the file as it is has where it comes from, and a mended one what the file has and who mended', async () => {
  const program = await startProgram(DEMO_DIRECTORY);
  await program.run(['definition', 'import', sample('hr-personeel.yaml')]);
  await program.run([
    ...['plan', sample('hr-personeel.csv'), '--env', 'T12345AA', '--definition', 'HR personeel'],
    ...['--fix', 'OutSite=J'],
  ]);
  // The column of a composed field, by its place.
  await program.run(['mend', '1', '--row', '7', '#2=Piet']);
  const composed = 'User: composed of Personeelsnummer 4711, Roepnaam Bea → 4711B';
  const listed = 'Group: from the value list, Afdeling Financiële administratie → FIN';
  const csv = (await reported(program, '--as', 'csv')).split('\n');
  for (const told of ['Source', composed, listed, 'OutSite: fixed value J'])
    expect(csv.slice(0, 2).join(), told).toContain(told);
  expect(csv[6]).toMatch(/Roepnaam mended by \S+: \(empty\) → Piet/u);
  expect(await reported(program, '--as', 'html')).toContain(composed);
  for (const as of ['csv', 'html']) {
    const without = await reported(program, '--as', as, '--without-values');
    for (const told of ['User: composed of Personeelsnummer, Roepnaam', 'OutSite: fixed value'])
      expect(without).toContain(told);
    expect(without).not.toMatch(/Piet|4711 /u);
  }
});
