/** A file that was asked for becomes a stored plan; an incomplete mapping is refused with all that is open. */
import { UserError } from '../application/userError.js';
import type { FileRemark, InspectedFile, MappingResult } from '../application/ports/importFiles.js';
import type { RunAnswer, UseCases, Watch } from '../application/useCases.js';
import type { Mapping } from '../domain/settings.js';
import { type TextRef, translate, translateRef } from '../language/index.js';
import type { ParsedArgs } from './parsedArgs.js';
import type { CommandContext } from './command.js';
import { refuseClearingEveryone, refuseMisfits } from './fieldSettings.js';
import { DEFAULT } from './flags.js';
import type { ImportRequest } from './importRequest.js';

export async function planFile(order: ImportRequest, useCases: UseCases, context: CommandContext): Promise<RunAnswer> {
  const environment = await useCases.environment(order.environment);
  const file = await unlessInterrupted(useCases.inspect(order.path, order.file, order.type), context.signal);
  noticeRemarks(file.remarks, context);
  const mapping = settledMapping(useCases.map(file, order.type, order.overrides), file);
  refuseMisfits(mapping);
  refuseClearingEveryone(order.settings.emptyRules, mapping);
  const request = {
    file,
    environment: environment.code,
    settings: { type: order.type, mapping, ...order.settings },
    guards: order.guards,
    raised: order.raised,
    importAgain: order.importAgain,
    ...(order.expiresAfterDays !== undefined && { expiresAfterDays: order.expiresAfterDays }),
  };
  return useCases.plan(request, watching(context));
}

/** Defaults are for new users; type mutation makes none. */
export function noticeIdleDefaults(args: ParsedArgs, { type }: ImportRequest, { notice, say }: CommandContext): void {
  if (type === 'mutation' && args.has(DEFAULT)) notice([say('remark.idleDefault', { type }), 'warning']);
}

/** What is waited for, or the end of the waiting when somebody presses Ctrl+C: standard input may never come. */
export function unlessInterrupted<T>(waited: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(new UserError('interrupted', 'plan.interrupted'));
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    waited.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

/** The same for what is read piece by piece, of which nothing is to be left half. */
export async function* untilInterrupted<T>(
  parts: AsyncIterable<T> | Iterable<T>,
  signal?: AbortSignal,
): AsyncGenerator<T> {
  const check = (): void => {
    if (signal?.aborted) throw new UserError('interrupted', 'command.interrupted');
  };
  for await (const part of parts) {
    check();
    yield part;
  }
  check();
}

/** Progress on the terminal, and Ctrl+C. */
export function watching({ progress, language, signal }: CommandContext): Watch {
  return {
    signal,
    onProgress: ({ phase, done, total }) => {
      progress(translate(language, `progress.${phase}`, { done: total === undefined ? done : `${done} / ${total}` }));
    },
  };
}

/** How the file was read, and what could be misread. */
export function noticeRemarks(remarks: readonly FileRemark[], { notice, language }: CommandContext): void {
  for (const remark of remarks) notice([translateRef(language, remark), 'dim']);
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
    throw new UserError('wrongUse', 'mapping.incomplete', { file: file.name, count: columns.length }, columns);
  return mapping;
}

function shown(header: string, index: number): string {
  return header === '' || header.startsWith('#') ? `#${index + 1}` : `#${index + 1} "${header}"`;
}
