/** Who stays active or blocked, in the answers about a run, and a run that comes from no file. */
import { expect, test } from 'vitest';
import { runSummary } from '../../src/presentation/runSummary.js';
import { runJson } from '../../src/commands/answers/runJson.js';
import { freshEngine } from '../support/engineTest.js';
import { planRows } from '../support/engineRows.js';

const ROWS = [
  {
    user: '12345.BBA',
    mutationCode: '0',
    description: 'Bea Bakker',
    email: 'bea@voorbeeld.nl',
    upn: 'bea@voorbeeld.nl',
  },
  {
    user: '12345.FYI',
    mutationCode: '1',
    description: 'Fatima',
    email: 'fatima@voorbeeld.nl',
    upn: 'fatima@voorbeeld.nl',
  },
];
const TOLD = { rejected: [], groupsThatGo: [], upnsThatStay: null };

const textOf = (lines: ReturnType<typeof runSummary>): string =>
  lines.map((line) => line.map((piece) => (typeof piece === 'string' ? piece : piece[0])).join('')).join('\n');

test('the summary counts them, in JSON and in words', async () => {
  const { useCases } = await freshEngine();
  const answer = await planRows(useCases, { rows: ROWS });
  expect(runJson(answer)).toMatchObject({ type: 'user', summary: { staysActive: { T12345AB: 1 }, staysBlocked: 1 } });
  const text = textOf(runSummary('nl', answer, TOLD));
  expect(text).toContain('1 geblokkeerde blijft actief in T12345AB');
  expect(text).toContain('1 gebruiker is geblokkeerd en blijft dat');
  const none = await planRows(useCases, { rows: [{ ...ROWS[1]!, mutationCode: '6' }] });
  expect(runJson(none)).toMatchObject({ summary: { staysActive: {}, staysBlocked: 0 } });
});

test('a run by hand has neither type nor file', async () => {
  const { useCases } = await freshEngine();
  const { run } = await planRows(useCases, { rows: ROWS });
  const [there] = await useCases.blockElsewhere(run.id);
  expect(runJson(there!)).toMatchObject({ kind: 'hand', type: null, file: null, parent: run.id });
  const text = textOf(runSummary('nl', there!, TOLD));
  expect(text).toMatch(/Hoort bij +handeling van run 1/u);
  expect(text).not.toMatch(/Bestand|Importsoort|Soort import/u);
});
