/** `env add | set | list | remove | drift`: the environments of the administration. */
import { UserError } from '../application/userError.js';
import type { EnvironmentChanges, EnvironmentOverview } from '../application/ports/directoryStore.js';
import type { RunAnswer } from '../application/useCases.js';
import { ENVIRONMENT_NAME_MAX, isEnvironmentCode, type Approval, type EnvironmentType } from '../domain/directory.js';
import { codePoints } from '../domain/sourceRow.js';
import { translate } from '../language/index.js';
import { readLimits } from './arguments.js';
import type { Args } from './args.js';
import type { Argument, Command, CommandContext } from './command.js';
import type { ExitStatus } from './exitStatus.js';
import { APPROVAL, ENVIRONMENT_TYPE, LIMIT_FLAGS, NAME, PARTICIPANT, YES } from './flags.js';
import { table } from '../presentation/layout.js';
import { runJson } from './runJson.js';
import { reportError } from './reportError.js';

const CODE: Argument = { name: 'code', required: true, text: 'argument.code' };

export const env: Command = { words: 'env', summary: 'command.env', flags: [] };

export const envAdd: Command = {
  words: 'env add',
  summary: 'command.env add',
  argument: CODE,
  flags: [ENVIRONMENT_TYPE, NAME, PARTICIPANT, APPROVAL],
  run: async (args, { services, output, say }) => {
    const code = readCode(args.required);
    const given = readChanges(args);
    const { useCases } = await services('make');
    const added = await useCases.addEnvironment(code, given);
    const { type, participant } = added;
    await output.done(environmentJson(added), say('done.envAdded', { environment: code, type, participant }));
    return 0;
  },
};

export const envSet: Command = {
  words: 'env set',
  summary: 'command.env set',
  argument: CODE,
  flags: [ENVIRONMENT_TYPE, NAME, PARTICIPANT, APPROVAL, ...LIMIT_FLAGS],
  run: async (args, context) => {
    const { services, output, say } = context;
    const guards = readLimits(args);
    const changes: EnvironmentChanges = { ...readChanges(args), ...(Object.keys(guards).length > 0 && { guards }) };
    if (Object.keys(changes).length === 0)
      throw new UserError('wrongUse', 'usage.nothingToSet', { environment: args.required });
    const { useCases } = await services();
    const answer = await useCases.setEnvironment(args.required, changes);
    if (answer.planned) return leftToPlan(answer.planned, context);
    await output.done(environmentJson(answer.environment), say('done.envSet', { environment: args.required }));
    return 0;
  },
};

export const envList: Command = {
  words: 'env list',
  summary: 'command.env list',
  flags: [],
  run: async (_args, context) => {
    const { useCases } = await context.services('read');
    const environments = await useCases.environments();
    if (context.output.json) await context.output.jsonList(environments.map(environmentJson));
    else await context.output.lines(environmentTable(environments, context).map((line) => [line]));
    return 0;
  },
};

export const envRemove: Command = {
  words: 'env remove',
  summary: 'command.env remove',
  argument: CODE,
  flags: [],
  run: async (args, context) => {
    const { output, say } = context;
    const { useCases } = await context.services();
    const { code } = await useCases.environment(args.required);
    if (context.interactive) await confirmRemoval(code, await useCases.environments(), context);
    else if (!args.has(YES)) throw new UserError('wrongUse', 'usage.removeNeedsYes', { environment: code });
    const answer = await useCases.removeEnvironment(code);
    if (answer.planned) return leftToPlan(answer.planned, context);
    const { leftovers, withUpn } = answer;
    const left = { leftovers, withUpn };
    await output.done({ environment: code, ...left }, say('done.envRemoved', { environment: code, ...left }));
    return 0;
  },
};

/** It cannot be taken back: an environment with users goes only when its code is typed. */
async function confirmRemoval(
  code: string,
  environments: readonly EnvironmentOverview[],
  { ask, output, say }: CommandContext,
): Promise<void> {
  const found = environments.find((one) => one.code === code && one.users > 0);
  if (!found) return;
  const { type, users } = found;
  output.tell([say('env.removeWarning', { environment: code, type, users }), 'warning']);
  const typed = await ask(`${say('env.removeQuestion', { environment: code })} `);
  if (typed.toLowerCase() !== code.toLowerCase())
    throw new UserError('guarded', 'env.notRemoved', { environment: code });
}

function readCode(text: string): string {
  const code = text.trim();
  if (!isEnvironmentCode(code)) throw new UserError('wrongUse', 'usage.environmentCode', { value: text });
  return code;
}

function readChanges(args: Args): EnvironmentChanges {
  const type = args.text(ENVIRONMENT_TYPE) as EnvironmentType | undefined;
  const name = args.text(NAME);
  const participant = args.text(PARTICIPANT);
  const approval = args.text(APPROVAL) as Approval | undefined;
  if (name !== undefined && codePoints(name) > ENVIRONMENT_NAME_MAX)
    throw new UserError('wrongUse', 'usage.environmentName', { max: ENVIRONMENT_NAME_MAX });
  if (participant !== undefined && !/^\d+$/u.test(participant))
    throw new UserError('wrongUse', 'usage.participant', { value: participant });
  return {
    ...(type !== undefined && { type }),
    ...(name !== undefined && { name }),
    ...(participant !== undefined && { participant }),
    ...(approval !== undefined && { approval }),
  };
}

/** Nothing was changed: the run that waits for a second person is the answer. */
async function leftToPlan(planned: RunAnswer, { output, language, say }: CommandContext): Promise<ExitStatus> {
  const { id: run, environment, status } = planned.run;
  output.did(say('answer.runStands', { run, status }));
  if (output.json) await output.jsonLine(runJson(planned));
  return reportError(new UserError('guarded', 'settings.planned', { run, environment }), language, output);
}

function environmentJson({
  code,
  type,
  name,
  participant,
  approval,
  deleted,
  users,
  activeUsers,
  guards,
}: EnvironmentOverview): unknown {
  return { code, type, name, participant, approval, deleted, users, activeUsers, guards };
}

function environmentTable(environments: readonly EnvironmentOverview[], { say, language }: CommandContext): string[] {
  if (environments.length === 0) return [say('list.empty')];
  const head = [
    say('list.code'),
    say('list.type'),
    say('list.participant'),
    say('list.users'),
    say('list.active'),
    say('list.approval'),
    say('list.name'),
  ];
  const rows = environments.map(({ code, type, participant, users, activeUsers, approval, name, deleted }) => [
    code,
    deleted ? say('env.removedMark') : translate(language, `type.${type}`),
    participant,
    String(users),
    String(activeUsers),
    translate(language, `approval.${approval}`),
    name,
  ]);
  return table([head, ...rows], ['left', 'left', 'left', 'right', 'right']);
}
