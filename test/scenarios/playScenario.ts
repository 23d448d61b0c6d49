/** Plays a scenario through the engine: file, mapping, plan, apply; answers what is compared. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import type { UserError } from '../../src/application/userError.js';
import type { RunAnswer } from '../../src/application/useCases.js';
import type { DirectoryJson } from '../../src/application/directoryJson.js';
import { STANDARD_DEFAULTS } from '../../src/domain/fields.js';
import { directoryOf, patched, type DirectoryNote } from '../support/engineDirectory.js';
import { openEngine, type Engine } from '../support/engine.js';
import { readYaml, SCENARIOS, type ScenarioFile } from './scenario.js';

async function startDirectory(scenario: ScenarioFile): Promise<DirectoryJson> {
  if (scenario.base === 'samples')
    return JSON.parse(await readFile(join(SCENARIOS, 'samples/directory.json'), 'utf8')) as DirectoryJson;
  const base = scenario.base === 'none' ? {} : await readYaml<DirectoryNote>('base.yaml');
  return directoryOf(patched(base, scenario.directory ?? {}));
}

export async function open(scenario: ScenarioFile): Promise<Engine> {
  const { protect = {} } = scenario;
  return openEngine({ directory: await startDirectory(scenario), protect });
}

/** Inspects and maps the file; the plan, or the keys of what makes the mapping impossible. */
export async function plan(engine: Engine, scenario: ScenarioFile): Promise<RunAnswer | readonly string[]> {
  const { useCases } = engine;
  if (scenario.act) return useCases.act({ ...scenario.act, environment: scenario.environment ?? 'T12345AA' });
  const {
    type = 'user',
    environment = 'T12345AA',
    map = {},
    fix = {},
    values = {},
    valuesOnly = [],
    skip = [],
    ignore: ignoreColumns = [],
    empty = {},
    defaults,
  } = scenario;
  const path = await importPath(engine, scenario);
  const inline = typeof scenario.import === 'string' && scenario.workbook !== true;
  const file = await useCases.inspect(path, inline ? { format: 'csv', delimiter: '|', header: true } : {}, type);
  const mapped = useCases.map(file, type, {
    map: Object.entries(map).map(([field, column]) => ({ field, column })),
    fix: Object.entries(fix).map(([field, value]) => ({ field, value })),
    skip,
    ignoreColumns,
    values: Object.entries(values).flatMap(([field, list]) =>
      Object.entries(list).map(([from, to]) => ({ field, from, to })),
    ),
    valuesOnly,
  });
  const unsettled = mapped.unsettled.map(({ header }) => `unsettled ${header}`);
  const problems = [...mapped.problems.map(({ key }) => key), ...unsettled];
  if (problems.length > 0) return problems;
  const settings = {
    type,
    mapping: mapped.mapping,
    defaults: { ...STANDARD_DEFAULTS, ...defaults },
    emptyRules: empty,
    ...(scenario.checks && { checks: scenario.checks }),
  };
  return useCases.plan({ file, environment, settings });
}

/** Plans the same by file, where the scenario is an act that has a twin. */
export async function planTwin(engine: Engine, { act: _act, twin, ...scenario }: ScenarioFile): Promise<RunAnswer> {
  const empty = { description: 'keep', email: 'keep', upn: 'keep', ...twin?.empty } as const;
  const planned = await plan(engine, { ...scenario, ...twin, empty });
  if (!('run' in planned)) throw new Error(planned.join(', '));
  return planned;
}

async function importPath({ folder }: Engine, scenario: ScenarioFile): Promise<string> {
  if (scenario.import === undefined) throw new Error(`${scenario.place} has neither a file nor an act`);
  if (typeof scenario.import !== 'string') return join(SCENARIOS, scenario.place, scenario.import.file);
  if (scenario.workbook !== true) {
    const path = join(folder, 'import.csv');
    await writeFile(path, scenario.import);
    return path;
  }
  const path = join(folder, 'import.xlsx');
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('import');
  for (const line of scenario.import.trimEnd().split('\n'))
    sheet.addRow(line.split('|').map((text) => cellOf(text.trim())));
  await workbook.xlsx.writeFile(path);
  return path;
}

function cellOf(text: string): string | number | ExcelJS.CellErrorValue | null {
  if (text === '') return null;
  if (/^\d+(\.\d+)?$/u.test(text)) return Number(text);
  return text === '#N/A' ? { error: '#N/A' } : text;
}

/** `row 2: userChanged T12345AB`, as a scenario tells what is stale. */
export function staleNotes(stop: UserError): string[] {
  return stop.details.map(({ key, params }) => {
    const reason = key.split('.')[1] ?? key;
    return Number(params['row']) > 0
      ? `row ${params['row']}: ${reason} ${params['subject']}`
      : `${reason} ${params['subject']}`;
  });
}
