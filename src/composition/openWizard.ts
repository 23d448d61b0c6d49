/** The wizard, over the same services as the commands. */
import { UserError } from '../application/userError.js';
import type { CommandContext, WizardAnswer, WizardRequest } from '../commands/command.js';
import type { ExitStatus } from '../commands/answers/exitStatus.js';
import * as facts from '../commands/line/processEnvironment.js';
import { RERUN_VARIABLE } from '../nodeVersion.js';
import { stopsOf } from '../system/jobControl.js';
import type { WizardServices } from '../tui/wizardOptions.js';
import type { Host } from './host.js';
import { atWork } from './ownFiles.js';
import { rerunStatus } from './rerun.js';

export async function openWizard(
  { demo, ...start }: WizardRequest,
  context: CommandContext,
  colour: boolean,
  host: Host,
): Promise<WizardAnswer> {
  const screenReader = host.process.env['INK_SCREEN_READER'] === 'true';
  if (host.process.env['TERM'] === 'dumb' && !screenReader) throw new UserError('wrongUse', 'usage.wizardDumb');
  const rerun = await rerunStatus('wizard', context.language, host);
  if (rerun !== undefined) return { lines: [], status: rerun as ExitStatus };
  const { startTui } = await import('../tui/startTui.js');
  const {
    lines,
    exitStatus,
    demo: wantsDemo,
  } = await startTui({
    services: () => wizardServices(context, host),
    language: context.language,
    stdin: host.process.stdin,
    stdout: host.process.stdout,
    terminal: {
      colour,
      unicode: facts.speaksUnicode(host.process.env),
      screenReader,
    },
    start,
    demo,
    signal: context.signal,
    watchStops: stopsOf(host.process, host.process.env[RERUN_VARIABLE] !== undefined),
  });
  return {
    lines: lines.map((line) => [line]),
    status: exitStatus as ExitStatus,
    done: lines.join('\n'),
    ...(wantsDemo && { wantsDemo }),
  };
}

async function wizardServices(context: CommandContext, host: Host): Promise<WizardServices> {
  const [{ useCases, definitions, runFiles }, { keepOldHeapSmall }, { listFolder }, { definitionOf }, { readField }] =
    await Promise.all([
      context.services(),
      import('../system/keepHeapSmall.js'),
      import('../files/listFolder.js'),
      import('../application/definitions.js'),
      import('../commands/line/fieldSettings.js'),
    ]);
  keepOldHeapSmall();
  return {
    useCases,
    folders: { list: (await atWork(host)).files?.list ?? listFolder },
    definitions: {
      list: () => definitions.list(),
      delete: (name) => definitions.delete(name),
      save: (choices, options) => definitions.save(definitionOf(choices, readField), options),
    },
    runFiles,
    directoryFiles: {
      read: async (path) => context.readDirectory(path, await context.readText(path)),
      readList: (request) => context.readDirectoryList(request),
    },
  };
}
