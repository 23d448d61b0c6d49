/** A file that was asked for becomes a stored plan; an incomplete mapping is refused with all that is open. */
import { UserError } from '../application/userError.js';
import type { FileRemark, InspectedFile, MappingOverrides, MappingResult } from '../application/ports/importFiles.js';
import type { PlanRequest, RunAnswer, UseCases, Watch } from '../application/useCases.js';
import type { Mapping } from '../domain/settings.js';
import { type TextRef, translate } from '../language/index.js';
import type { ParsedArgs } from './line/parsedArgs.js';
import type { CommandContext } from './command.js';
import { refuseClearingEveryone, refuseMisfits } from './line/fieldSettings.js';
import { DEFAULT } from './line/flags.js';
import type { ImportRequest } from './line/importRequest.js';
import { unlessInterrupted } from '../application/interruption.js';

export async function planFile(
  request: ImportRequest,
  useCases: UseCases,
  context: CommandContext,
): Promise<RunAnswer> {
  const { code: environment } = await useCases.environment(request.environment);
  const planning = await preparedPlan(request, useCases, context);
  return useCases.plan({ ...planning, environment }, watching(context));
}

/** The same for several environments, of which some may reach the same users: that is told. */
export async function planFiles(
  request: Omit<ImportRequest, 'environment'>,
  named: readonly string[],
  useCases: UseCases,
  context: CommandContext,
): Promise<readonly RunAnswer[]> {
  const environments: string[] = [];
  for (const name of named) environments.push((await useCases.environment(name)).code);
  const twice = environments.find((code, at) => environments.indexOf(code) !== at);
  if (twice !== undefined) throw new UserError('wrongUse', 'usage.environmentTwice', { environment: twice });
  const planning = await preparedPlan(request, useCases, context);
  const { answers, together } = await useCases.planSet(planning, environments, watching(context));
  if (Object.keys(together).length > 0) {
    const users = Object.entries(together).map(([code, count]) => `${code} (${count})`);
    const runs = answers.map(({ run }) => run.id).join(', ');
    context.remark({ key: 'remark.sameUsers', params: { runs, users: users.join(', ') } }, { tone: 'warning' });
  }
  return answers;
}

/** The file, with all that is asked of it. */
export async function preparedPlan(
  request: Omit<ImportRequest, 'environment'>,
  useCases: UseCases,
  context: CommandContext,
): Promise<Omit<PlanRequest, 'environment'>> {
  const file = await unlessInterrupted(useCases.inspect(request.path, request.file, request.type), context.signal);
  context.progress({ step: 'read', done: file.size, total: file.size, text: '' });
  noticeRemarks(file.remarks, context);
  const overrides = await withValueFiles(request.overrides, request.valueFiles, useCases);
  const mapping = settledMapping(useCases.map(file, request.type, overrides), file);
  refuseMisfits(mapping);
  refuseClearingEveryone(request.settings.emptyRules, mapping);
  return {
    file,
    settings: { type: request.type, mapping, ...request.settings },
    definition: request.definition,
    guards: request.guards,
    raised: request.raised,
    importAgain: request.importAgain,
    exitOnChanges: request.exitOnChanges === true,
    reason: request.reason,
    ...(request.expiresAfterDays !== undefined && { expiresAfterDays: request.expiresAfterDays }),
  };
}

/** The overrides with the values that files list. */
export async function withValueFiles(
  overrides: MappingOverrides,
  files: ImportRequest['valueFiles'] = [],
  useCases: UseCases,
): Promise<MappingOverrides> {
  const values = [...(overrides.values ?? [])];
  for (const { field, path } of files)
    for (const listed of await useCases.valueList(path)) values.push({ field, ...listed });
  return { ...overrides, values };
}

/** Defaults are for new users; type mutation makes none. */
export function noticeIdleDefaults(args: ParsedArgs, { type }: ImportRequest, { remark }: CommandContext): void {
  if (type === 'mutation' && args.has(DEFAULT))
    remark({ key: 'remark.idleDefault', params: { type } }, { tone: 'warning', kept: true });
}

/** What a phase of a use case is called outside. */
const STEPS = { reading: 'plan', checking: 'apply', writing: 'apply', committing: 'apply' } as const;

/** Progress on the terminal, and Ctrl+C. */
export function watching({ progress, language, signal }: CommandContext): Watch {
  return {
    signal,
    onProgress: ({ phase, done, total }) => {
      const text = translate(language, `progress.${phase}`, {
        done: total === undefined ? done : `${done} / ${total}`,
      });
      progress({ step: STEPS[phase], done, ...(total !== undefined && { total }), text });
    },
  };
}

/** How the file was read, and what could be misread; what was guessed is told to whoever wants to hear nothing else. */
export function noticeRemarks(remarks: readonly FileRemark[], { remark }: Pick<CommandContext, 'remark'>): void {
  for (const told of remarks) remark(told, { tone: 'dim', kept: told.key === 'file.encoding.otherwise' });
}

function settledMapping({ mapping, unsettled, problems }: MappingResult, file: InspectedFile): Mapping {
  const columns = unsettled.map(({ index, header, suggestion }): TextRef => {
    const name = header === '' || header.includes('=') || header.includes('"') ? `#${index + 1}` : header;
    return suggestion
      ? { key: 'mapping.unsettledNear', params: { header: shown(header, index), name, field: suggestion.field } }
      : { key: 'mapping.unsettled', params: { header: shown(header, index), name } };
  });
  if (problems.length > 0)
    throw new UserError('wrongUse', 'mapping.impossible', { file: file.name }, [...problems, ...columns]);
  if (columns.length > 0)
    throw new UserError('wrongUse', 'mapping.incomplete', { file: file.name, count: columns.length }, columns).with({
      columns: unsettled.map(({ index, header, suggestion }) => ({
        index: index + 1,
        header,
        suggestion: suggestion?.field ?? null,
      })),
    });
  return mapping;
}

function shown(header: string, index: number): string {
  return header === '' || header.startsWith('#') ? `#${index + 1}` : `#${index + 1} "${header}"`;
}
