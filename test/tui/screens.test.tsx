/** Screens that a whole walk does not stop at, drawn by themselves. */
import { render } from 'ink-testing-library';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { OUTCOMES, type OutcomeCounts } from '../../src/domain/outcomes.js';
import type { RunAnswer } from '../../src/application/useCases.js';
import { wizardTexts } from '../../src/language/wizard.js';
import { placesOf } from '../../src/language/text.js';
import { Screen } from '../../src/tui/shell/App.js';
import { themeOf, type Theme } from '../../src/presentation/theme.js';
import { raisedGuards } from '../../src/tui/runs/raisedGuards.js';
import type { EnvironmentOverview } from '../../src/application/ports/directoryStore.js';
import { confirmStep, questionsOf } from '../../src/tui/steps/confirm/state.js';
import { STEPS } from '../../src/tui/steps/index.js';
import { paceOf, progressStep, type ProgressStep } from '../../src/tui/steps/progress/state.js';
import { resultStep } from '../../src/tui/steps/result/state.js';
import { askRule } from '../../src/tui/steps/environments/rules.js';
import type { Change, StepState, Wizard } from '../../src/tui/shell/wizard.js';
import { initialWizard, update } from '../../src/tui/shell/update.js';
import { openEngine } from '../support/engine.js';
import { ALL_CODES, SMALL_DIRECTORY } from './support/smallDirectory.js';

const theme = (language: 'nl' | 'en'): Theme =>
  themeOf({ language, colour: false, unicode: true, screenReader: false });

async function planned(): Promise<RunAnswer> {
  const engine = await openEngine({ directory: SMALL_DIRECTORY });
  onTestFinished(() => engine.close());
  const path = join(engine.folder, 'alles.csv');
  writeFileSync(path, ALL_CODES);
  const file = await engine.useCases.inspect(path, {}, 'user');
  const { mapping } = engine.useCases.map(file, 'user', {});
  const { STANDARD_DEFAULTS } = await import('../../src/domain/fields.js');
  return engine.useCases.plan({
    file,
    environment: 'O12345AA',
    settings: { type: 'user', mapping, defaults: STANDARD_DEFAULTS, emptyRules: {} },
  });
}

function wizardAt<S extends StepState>(step: S, language: 'nl' | 'en' = 'nl'): Wizard {
  const wizard = initialWizard({
    steps: STEPS,
    language,
    size: { columns: 80, rows: 24 },
  });
  return { ...wizard, step };
}

function drawn(wizard: Wizard): string {
  const { lastFrame, unmount } = render(<Screen wizard={wizard} theme={theme(wizard.language)} />);
  const frame = lastFrame() ?? '';
  unmount();
  return stripVTControlCharacters(frame);
}

describe('confirming', () => {
  it('asks for the count of each tripped guard, and for the code of a production environment', async () => {
    const answer = await planned();
    expect(questionsOf(answer, 'nl').map(({ kind, expected }) => [kind, expected])).toEqual([
      ['empty-code', '1'],
      ['production', 'O12345AA'],
    ]);
    expect(raisedGuards(answer)).toEqual({ acceptEmptyCode: true });
    const screen = drawn(wizardAt(confirmStep(answer, 'en', 0), 'en'));
    expect(screen).toContain('STOPS THIS');
    expect(screen).toContain('O12345AA PRODUCTION');
  });

  it.each([
    ['undo', 'Terugdraaien van run 7', 'Dit draait run 7 terug in PRODUCTIE'],
    ['second-pass', 'Tweede import van run 7', 'Dit wijzigt PRODUCTIE'],
    ['align', 'Gelijktrekken met  O12345AA PRODUCTIE', 'Dit wijzigt PRODUCTIE'],
  ] as const)('says of a plan of kind %s what it is, and of which run', async (kind, about, question) => {
    const answer = await planned();
    const given = { run: { ...answer.run, kind, parent: kind === 'align' ? null : 7 }, guards: [] };
    const screen = drawn(wizardAt(confirmStep({ ...answer, ...given }, 'nl', 0)));
    expect(screen.split('\n')[1]).toContain(about);
    expect(screen.split('\n')[1]).not.toContain('Gebruiker');
    expect(screen.replace(/\s+/gu, ' ')).toContain(question);
  });

  it('asks for each environment that is frozen, by its name and its days', async () => {
    const answer = await planned();
    const frozen = ['O12345AA', 'O12345AB'].map(
      (environment) =>
        ({
          guard: 'freeze',
          environment,
          limit: '2026-12-19..2027-01-04',
          allowed: 0,
          count: 3,
          tripped: true,
        }) as const,
    );
    const step = confirmStep({ ...answer, guards: frozen }, 'nl', 0);
    const asked = (at: number): string => drawn(wizardAt({ ...step, asked: at })).replace(/\s+/gu, ' ');
    expect(asked(0)).toContain('1/3 O12345AA is bevroren (2026-12-19..2027-01-04), en er wijzigen 3 gebruikers.');
    expect(asked(1)).toContain('2/3 O12345AB is bevroren');
    expect(asked(1)).toMatch(/O12345AA 3 0 toegestaan .*O12345AB 3 0 HOUDT TEGEN/u);
    expect(raisedGuards(step.answer)).toEqual({
      freezes: ['O12345AA 2026-12-19..2027-01-04', 'O12345AB 2026-12-19..2027-01-04'],
    });
  });

  it('tells how many licences are used of how many, and asks nothing where there would be too many', async () => {
    const answer = await planned();
    const used = (environment: string, count: number) =>
      ({ guard: 'licences', environment, limit: 250, allowed: 250, count, tripped: count > 250 }) as const;
    const step = confirmStep({ ...answer, guards: [used('O12345AA', 251), used('O12345AB', 240)] }, 'nl', 0);
    expect(step.questions).toEqual([]);
    const screen = drawn(wizardAt(step)).replace(/\s+/gu, ' ');
    expect(screen).toContain('Met dit plan gebruikt O12345AA 251 licenties van de 250.');
    expect(screen).toContain('✓ Licenties O12345AB: 240 van 250');
  });

  it('shows the guards that count something in one table, what stops first, and how many count nothing', async () => {
    const answer = await planned();
    const wizard = { ...wizardAt(confirmStep(answer, 'nl', 0)), size: { columns: 120, rows: 40 } };
    const lines = drawn(wizard).split('\n');
    const heading = lines.findIndex((line) => /^ +Bewaking/u.test(line));
    const counting = answer.guards.filter(({ count, limit }) => count > 0 && limit !== 'none');
    // Between those that stop the plan and the others stands what cannot be taken back.
    const table = lines.slice(heading + 1).filter((line) => /^[✗✓]/u.test(line));
    const guards = table.slice(0, counting.length);
    expect(guards[0]).toMatch(/^✗.*HOUDT TEGEN *$/u);
    expect(
      guards
        .slice(1)
        .map((line) => line.slice(0, 1))
        .join(''),
    ).toBe('✓'.repeat(counting.length - 1));
    const counts = guards.map((line) => Number(/(\d+) +\d+(?: +HOUDT TEGEN)? *$/u.exec(line)?.[1]));
    expect(counts).toEqual(counts.filter((found) => found > 0));
    expect(table[counting.length]).toBe('✓ 1 grens niet geraakt');
  });
});

describe('environments that do not allow everything', () => {
  const rules = {
    protect: 'group:"Beheer van de koppelingen" or:x',
    licences: 250,
    freeze: '2026-12-19..2027-01-04',
    freezeAllow: 'creates',
    timeZone: 'Europe/Amsterdam',
    requireReason: true,
  } as const;
  const environments = Array.from({ length: 12 }, (_, at): EnvironmentOverview => ({
    id: at + 1,
    code: `O12345${String.fromCodePoint(65 + at)}A`,
    type: 'production',
    name: 'Een omgeving',
    participant: '12345',
    approval: 'second-person',
    deleted: false,
    version: 1,
    users: 300,
    activeUsers: 280,
    licencesUsed: 240,
    guards: {},
    rules,
  }));
  it.each([
    ['minAdmins', 'x', '2', { guards: { minAdmins: 2 } }, { guards: { minAdmins: 1 } }],
    ['protect', 'gruppe:ICT', ' group:ICT ', { protect: 'group:ICT' }, { protect: null }],
    ['licences', '-1', '0', { licences: 0 }, { licences: null }],
    ['timeZone', 'Europe/Utrecht', 'europe/paris', { timeZone: 'Europe/Paris' }, { timeZone: null }],
    ['freeze', '19-12-2026', '', { freeze: null, freezeAllow: null }, { freeze: null, freezeAllow: null }],
  ] as const)(
    'are changed: %s is read, asked again where it says nothing, and taken away',
    (setting, odd, text, ...read) => {
      const [given, taken] = read;
      const wizard = wizardAt({ at: 'environments', environments, cursor: 0, top: 0 });
      const asked = askRule(environments[0]!, setting, (changes) => ({ notice: { ...changes } as never }));
      if (asked.kind !== 'prompt') throw new Error('a line is typed');
      const entered = (typed: string): Change => asked.entered(wizard.step, typed, wizard);
      expect(entered(odd)).toMatchObject({
        overlay: { kind: 'prompt', field: { text: odd } },
        notice: { tone: 'warning' },
      });
      expect([entered(text), entered('')]).toEqual([{ notice: given }, { notice: taken }]);
    },
  );

  it.each(['environment', 'environments'] as const)('are told of whole, with the cursor in sight: %s', (at) => {
    for (const cursor of [0, 6, 11]) {
      const step = { at, environments, cursor, top: Math.max(0, cursor - 7) } as const;
      const screen = drawn(wizardAt(step));
      expect(screen).toContain(`▸ │ ${environments[cursor]?.code}`);
      const told = screen.replace(/\s+/gu, ' ');
      expect(told).toContain(`Geldt altijd in ${environments[cursor]?.code}: beschermd: ${rules.protect}`);
      expect(told).toContain('licenties: 240 van 250 · bevroren van 2026-12-19 tot en met 2027-01-04');
      expect(told).toContain('niets zonder reden.');
    }
  });
});

describe('applying', () => {
  it('tells rows, rate and the time that is left, and asks before it stops', async () => {
    const plan = await planned();
    const answer = { ...plan, run: { ...plan.run, file: { ...plan.run.file, rows: 10_000 } } };
    const step = {
      ...progressStep(answer, 1000),
      progress: { phase: 'writing', done: 2000, total: 10_000 } as const,
      now: 3000,
    };
    expect(paceOf(step)).toEqual({
      elapsed: 2,
      share: 0.2,
      rows: { done: 2000, total: 10_000, rate: 1000, left: 8 },
    });
    // Users in several environments are told as their share of the rows.
    expect(paceOf({ ...step, progress: { phase: 'writing', done: 5000, total: 20_000 } }).rows).toMatchObject({
      done: 2500,
      rate: 1250,
    });
    const screen = drawn(wizardAt(step));
    expect(screen).toContain('2.000 van 10.000 rijen');
    expect(screen).toContain('1.000 rijen per seconde');
    expect(screen).toContain('nog ongeveer 8 s');
    const asked = update(wizardAt(step), { kind: 'press', press: { key: 'ctrl+c', text: '' }, at: 5000 });
    expect(asked.wizard.overlay).toMatchObject({ kind: 'question', key: 'wizard.ask.stopApplying' });
    // A yes that was typed ahead does nothing; one that was meant does.
    const early = update(asked.wizard, { kind: 'press', press: { key: 'y', text: 'y' }, at: 5100 });
    expect(early.effects).toEqual([]);
    const stopped = update(early.wizard, { kind: 'press', press: { key: 'y', text: 'y' }, at: 5600 });
    expect(stopped.effects).toEqual(['cancel']);
  });
});

describe('while it is applied', () => {
  const begun = async (): Promise<ProgressStep> => {
    const plan = await planned();
    return progressStep({ ...plan, run: { ...plan.run, file: { ...plan.run.file, rows: 10_000 } } }, 1000);
  };

  it('says what is done, what it comes to, and for how long', async () => {
    const step = await begun();
    expect(drawn(wizardAt(step))).toContain('Controleren of er sinds het plan iets is gewijzigd');
    const writing = { ...step, progress: { phase: 'writing', done: 10_000, total: 40_000 } as const, now: 8500 };
    const screen = drawn(wizardAt(writing));
    expect(screen).toContain('10.000 rijen: 7 gebruikers in 1 omgeving');
    expect(screen).toContain('2.500 van 10.000 rijen');
    expect(screen).toContain('25%');
    expect(screen).toContain('7 s bezig');
    expect(
      drawn(wizardAt({ ...writing, progress: { phase: 'writing', done: 40_000, total: 40_000 } }, 'en')),
    ).toContain('Committing');
  });

  it('goes on telling the time while a step takes long', async () => {
    const ticked = update(wizardAt(await begun()), { kind: 'ticked', at: 21_000 });
    expect(drawn(ticked.wizard)).toContain('20 s bezig');
  });
});

describe('the result', () => {
  it('tells what was done and what can follow', async () => {
    const answer = await planned();
    const screen = drawn(wizardAt(resultStep({ ...answer, run: { ...answer.run, status: 'applied' } }), 'en'));
    expect(screen).toContain('2 rows were rejected: w writes them to a file');
    expect(screen).toContain('2 plans the second import');
    expect(screen).toContain('u undo');
  });

  it.each([
    [80, 24],
    [60, 20],
  ])('has a line for every outcome at %d by %d: what lies below the table gives way', async (columns, rows) => {
    const answer = await planned();
    const outcomes = Object.fromEntries(OUTCOMES.map((outcome, index) => [outcome, index + 1])) as OutcomeCounts;
    const summary = { ...answer.run.summary, outcomes, codes: { 1: outcomes, 2: outcomes } };
    const step = resultStep({ ...answer, run: { ...answer.run, status: 'applied', summary } });
    const lines = drawn({ ...wizardAt(step), size: { columns, rows } }).split('\n');
    expect(lines.find((line) => line.startsWith('✓'))).toContain('is uitgevoerd');
    const counts = lines.flatMap((line) => /│ +(\d+) │ +(\d+) │ +(\d+) │$/u.exec(line.trimEnd())?.[3] ?? []);
    expect(counts).toEqual(OUTCOMES.map((_outcome, index) => String(index + 1)));
    if (rows === 24) expect(lines.join('\n')).toContain('gebruikers in O12345AA');
  });
});

describe('a file that is proposed', () => {
  it.each([
    ['nl', 'alles-afgekeurd-1.csv'],
    ['en', 'alles-rejected-1.csv'],
  ] as const)('has a name in the language %s', async (language, name) => {
    const answer = await planned();
    const wizard = wizardAt(resultStep({ ...answer, run: { ...answer.run, status: 'applied' } }), language);
    const { wizard: asked } = update(wizard, { kind: 'press', press: { key: 'w', text: 'w' }, at: 0 });
    expect(asked.overlay).toMatchObject({ kind: 'prompt', field: { text: name } });
  });
});

describe('stopping', () => {
  it('closes first what lies over the step, and then asks', () => {
    const press = (wizard: Wizard): Wizard =>
      update(wizard, { kind: 'press', press: { key: 'ctrl+c', text: '' }, at: 1000 }).wizard;
    const helped = { ...wizardAt({ at: 'map' }), overlay: { kind: 'help', top: 0 } as const };
    const closed = press(helped);
    expect(closed).toMatchObject({ overlay: null, end: null });
    expect(press(closed).overlay).toMatchObject({ kind: 'question', quits: true });
  });
});

describe('the texts', () => {
  it('have the same places in both languages', () => {
    // A parameter that comes in both languages is called nl and en.
    const common = (text: string): string[] => placesOf(text).map((place) => place.replace(/^(nl|en)$/u, ''));
    for (const [key, { nl, en }] of Object.entries(wizardTexts)) expect(common(nl), key).toEqual(common(en));
  });
});
