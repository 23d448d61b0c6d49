/** What is asked and told is there whole, or says that there is more: at every width, in every step. */
import { render } from 'ink-testing-library';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { InspectedFile } from '../../src/application/ports/importFiles.js';
import type { RunAnswer } from '../../src/application/useCases.js';
import { runJson } from '../../src/commands/answers/runJson.js';
import { runSummary } from '../../src/presentation/runSummary.js';
import { momentText } from '../../src/language/index.js';
import { STANDARD_DEFAULTS } from '../../src/domain/fields.js';
import { Screen } from '../../src/tui/shell/App.js';
import { themeOf } from '../../src/presentation/theme.js';
import { confirmStep } from '../../src/tui/steps/confirm/state.js';
import { fileStep } from '../../src/tui/steps/file/update.js';
import { mapStep } from '../../src/tui/steps/map/state.js';
import { STEPS } from '../../src/tui/steps/index.js';
import type { Size, Task, Wizard } from '../../src/tui/shell/wizard.js';
import { initialWizard, update } from '../../src/tui/shell/update.js';
import { openEngine } from '../support/engine.js';
import { ALL_CODES, SMALL_DIRECTORY } from './support/smallDirectory.js';

const theme = themeOf({ language: 'nl', colour: false, unicode: true, screenReader: false });

interface Seen {
  readonly file: InspectedFile;
  readonly answer: RunAnswer;
}

/** A file whose encoding is a guess, and its plan; `password`: the column that holds passwords. */
async function guessed(value = 'Bea B\u00e9atrix', text = ALL_CODES, row = 3): Promise<Seen> {
  const { useCases, folder, close } = await openEngine({ directory: SMALL_DIRECTORY });
  onTestFinished(close);
  const path = join(folder, 'alles.csv');
  writeFileSync(path, text);
  const read = await useCases.inspect(path, {}, 'user');
  const layout = { ...read.layout, encoding: 'windows-1252', encodingGuess: { row, value } };
  const file = { ...read, layout };
  const { mapping } = useCases.map(file, 'user', {});
  const settings = { type: 'user', mapping, defaults: STANDARD_DEFAULTS, emptyRules: {} } as const;
  return { file, answer: await useCases.plan({ file, environment: 'T12345AA', settings }) };
}

function wizardOf<W extends Partial<Wizard>>(more: W, size: Size = { columns: 80, rows: 24 }): Wizard {
  return { ...initialWizard({ steps: STEPS, language: 'nl', size }), ...more };
}

function drawn(wizard: Wizard): string {
  const { lastFrame, unmount } = render(<Screen wizard={wizard} theme={theme} />);
  const frame = lastFrame() ?? '';
  unmount();
  return stripVTControlCharacters(frame);
}

const summaryOf = (answer: RunAnswer): string =>
  runSummary('nl', answer, { rejected: [], groupsThatGo: [], upnsThatStay: null })
    .map((line) => line.map((piece) => (typeof piece === 'string' ? piece : piece[0])).join(''))
    .join('\n');

describe('a guess at the encoding', () => {
  const QUESTION = 'Tekenset windows-1252 is een gok; rij 3: Bea B\u00e9atrix. Klopt dat?';

  it('is told in the steps file, map and confirm, in the summary and in JSON', async () => {
    const { file, answer } = await guessed();
    const { choices } = wizardOf({});
    expect(drawn(wizardOf({ step: fileStep({ ...choices, file }) }))).toContain(QUESTION);
    expect(drawn(wizardOf({ step: mapStep({ ...choices, file }) }))).toContain(QUESTION);
    expect(drawn(wizardOf({ step: confirmStep(answer, 'nl', 0) }))).toContain(QUESTION);
    expect(summaryOf(answer)).toContain(QUESTION);
    expect(runJson(answer)['file']).toMatchObject({
      encoding: 'windows-1252',
      encodingGuessed: true,
      encodingFirst: { row: 3, value: 'Bea B\u00e9atrix' },
    });
  });

  it('is nothing where the bytes tell', async () => {
    const { answer } = await guessed();
    const told: RunAnswer = { ...answer, run: { ...answer.run, layout: { format: 'csv', encoding: 'utf-8' } } };
    expect(summaryOf(told)).not.toContain('gok');
    expect(runJson(told)['file']).toMatchObject({ encoding: 'utf-8', encodingGuessed: false, encodingFirst: null });
    const none: RunAnswer = { ...answer, run: { ...answer.run, layout: null } };
    expect(runJson(none)['file']).toMatchObject({ encoding: null, encodingGuessed: false, encodingFirst: null });
  });

  it('shows what a terminal would obey as a symbol', async () => {
    const { file } = await guessed('Bea\u001b[31m\u009bB');
    expect(drawn(wizardOf({ step: fileStep({ ...wizardOf({}).choices, file }) }))).toContain('rij 3: Bea␛[31m');
  });

  it('never tells a password', async () => {
    const text =
      'Gebruiker;Mutatiecode;Omschrijving;E-mail;UPN;Wachtwoord\nAAA;5;Naam;a@b.nl;a@b.nl;W\u00e9lkom Geheim 2027\n';
    const { answer } = await guessed('W\u00e9lkom Geheim 2027', text, 2);
    expect(JSON.stringify(answer.run)).not.toContain('Geheim');
    expect(summaryOf(answer)).toContain('Tekenset windows-1252 is een gok. Controleer de letters met accenten.');
    expect(runJson(answer)['file']).toMatchObject({ encodingGuessed: true, encodingFirst: { row: 2, value: '' } });
  });
});

describe('a question', () => {
  it.each([
    [60, 20],
    [80, 24],
    [100, 20],
    [200, 50],
  ])('that is long is asked whole, with the keys that answer it, at %i×%i', async (columns, rows) => {
    const { file } = await guessed();
    const wizard = wizardOf({}, { columns, rows });
    const problem = {
      key: 'import.already',
      params: {
        run: 1234,
        at: '2027-01-04T09:00:00.000Z',
        operator: 'een-heel-lange-gebruikersnaam@een-heel-lang-domein.voorbeeld.nl',
      },
      details: [],
      kind: 'alreadyImported',
    } as const;
    const user = { kind: 'column', index: 0, header: 'Gebruiker' } as const;
    const map = mapStep({ ...wizard.choices, file });
    const step = { ...map, mapped: { ...map.mapped, mapping: { user } } };
    const enter = { kind: 'press', press: { key: 'enter', text: '' }, at: 0 } as const;
    const { wizard: planning, effects } = update({ ...wizard, step }, enter);
    const asked = update(planning, { kind: 'failed', task: effects[0] as Task, problem, at: 0 }).wizard;
    const screen = drawn(asked);
    expect(screen.replace(/\s+/gu, '')).toContain(
      `al geïmporteerd door ${problem.params.operator} (run 1234, ${momentText('nl', problem.params.at)}). Toch nog eens plannen? (y of j = ja, n = nee)`.replace(
        /\s+/gu,
        '',
      ),
    );
    expect(screen).not.toContain('--import-again');
    expect(screen).toContain('n nee');
    expect(screen.split('\n')).toHaveLength(rows);
  });
});

describe('what does not fit', () => {
  it('of the remarks on a file is counted, and has the room that the rows leave', async () => {
    const { file } = await guessed();
    const { choices } = wizardOf({});
    const remark = { key: 'file.hiddenColumns', params: { columns: 3 } } as const;
    const screen = (count: number, sample = file.sample): string =>
      drawn(
        wizardOf({
          step: fileStep({
            ...choices,
            file: { ...file, sample, remarks: Array.from({ length: count }, () => remark) },
          }),
        }),
      );
    expect(screen(6, file.sample.slice(0, 1)).match(/verborgen kolommen/gu)).toHaveLength(6);
    expect(screen(30)).toMatch(/↓ nog 2\d/u);
  });

  it('below the mapping is counted', async () => {
    const { file } = await guessed();
    const { choices } = wizardOf({});
    const mapped = { mapping: {}, ignored: [], unsettled: [], suggestions: [], problems: [] };
    const step = { ...mapStep({ ...choices, file }), mapped, sample: [], risk: [] };
    const unsettled = Array.from({ length: 60 }, (_, index) => ({ index, header: `Kolom nummer ${index}` }));
    expect(drawn(wizardOf({ step: { ...step, mapped: { ...mapped, unsettled } } }))).toMatch(/… nog \d+ regels: d/u);
    // Every field that somebody loses is named, however long its sentence is.
    const user = { kind: 'column', index: 0, header: 'Gebruiker' } as const;
    const counts = { description: 12, email: 12, upn: 12 };
    const risk = ['T12345AA', 'T12345AB', 'T12345AC', 'T12345AD'].map((environment) => ({ environment, counts }));
    const screen = drawn(wizardOf({ step: { ...step, mapped: { ...mapped, mapping: { user }, unsettled }, risk } }));
    for (const field of ['Omschrijving', 'E-mail', 'UPN'])
      expect(screen).toContain(`${field} niet geïmporteerd: verdwijnt`);
    expect(screen).toMatch(/… nog \d+ regels: d/u);
  });
});
