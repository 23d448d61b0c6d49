/** `env add | set | list | remove | drift`: the environments of the administration. */
import { UserError } from '../application/userError.js';
import type { EnvironmentChanges, EnvironmentOverview, NewEnvironment } from '../application/ports/directoryStore.js';
import type { RunAnswer, UseCases } from '../application/useCases.js';
import { ENVIRONMENT_NAME_MAX, isEnvironmentCode, type Approval, type EnvironmentType } from '../domain/directory.js';
import type { GuardSettings } from '../domain/guards/guardSettings.js';
import { codePoints } from '../domain/sourceRow.js';
import { readLimits } from './line/flagValues.js';
import { readRules } from './line/ruleFlags.js';
import { readCount, rulesOf } from '../domain/environmentRules.js';
import { protectsText } from '../presentation/rulesTexts.js';
import type { ParsedArgs } from './line/parsedArgs.js';
import type { Argument, Command, CommandContext } from './command.js';
import {
  APPROVAL,
  ENVIRONMENT_TYPE,
  LIMIT_FLAGS,
  MIN_ADMINS,
  NAME,
  PARTICIPANT,
  RULE_FLAGS,
  YES,
} from './line/flags.js';
import { done, readLater } from './answers/answer.js';
import { environmentLines } from './environmentLines.js';
import { LeftToPlan } from '../application/runRefused.js';
import type { Line } from '../presentation/lines.js';

const CODE: Argument = { name: 'code', required: true, text: 'argument.code' };

export const env: Command = { words: 'env', summary: 'command.env', flags: [] };

export const envAdd: Command = {
  words: 'env add',
  answers: () => 'environment',
  summary: 'command.env add',
  argument: CODE,
  flags: [ENVIRONMENT_TYPE, NAME, PARTICIPANT, APPROVAL],
  run: async (args, { services, say }) => {
    const code = readCode(args.required);
    const given = readChanges(args);
    const { useCases } = await services('make');
    const added = await useCases.addEnvironment(code, given);
    const { type, participant } = added;
    return done(environmentJson(added), say('done.envAdded', { environment: code, type, participant }));
  },
};

export const envSet: Command = {
  words: 'env set',
  answers: () => ['environment', 'run'],
  summary: 'command.env set',
  argument: CODE,
  flags: [ENVIRONMENT_TYPE, NAME, PARTICIPANT, APPROVAL, ...LIMIT_FLAGS, MIN_ADMINS, ...RULE_FLAGS],
  run: async (args, context) => {
    const { services, say } = context;
    const guards = { ...readLimits(args), ...readMinAdmins(args) };
    const changes: EnvironmentChanges = {
      ...readChanges(args),
      ...readRules(args),
      ...(Object.keys(guards).length > 0 && { guards }),
    };
    if (Object.keys(changes).length === 0)
      throw new UserError('wrongUse', 'usage.nothingToSet', { environment: args.required });
    const { useCases } = await services();
    const answer = await useCases.setEnvironment(args.required, changes);
    if (answer.planned) throw leftToPlan(answer.planned);
    const { environment } = answer;
    const told = say('done.envSet', { environment: args.required });
    const lines = changes.protect == null ? [] : await protectedLines(environment.code, useCases, context);
    return { json: environmentJson(environment), lines: [[told], ...lines], done: told };
  },
};

/** How many users are protected from now on; a filter that finds nobody is probably not the one that was meant. */
async function protectedLines(
  environment: string,
  useCases: UseCases,
  { say, language, notice }: CommandContext,
): Promise<readonly Line[]> {
  const protects = await useCases.protectedUsers(environment);
  if (!protects) return [];
  if (protects.users > 0) return [[say('env.protects', { protects: protectsText(language, protects) })]];
  notice([say('rules.protectsNobody', { environment }), 'warning']);
  return [];
}

export const envList: Command = {
  words: 'env list',
  answers: () => 'environments',
  summary: 'command.env list',
  flags: [],
  run: async (_args, context) => {
    const { useCases } = await context.services('read');
    const environments = await useCases.environments();
    return {
      name: 'environments',
      list: environments.map(environmentJson),
      lines: readLater(() => environmentLines(environments, useCases, context)),
    };
  },
};

export const envRemove: Command = {
  words: 'env remove',
  answers: () => ['environment-removed', 'run'],
  summary: 'command.env remove',
  argument: CODE,
  flags: [],
  run: async (args, context) => {
    const { useCases } = await context.services();
    const { code } = await useCases.environment(args.required);
    if (context.interactive) await confirmRemoval(code, await useCases.environments(), context);
    else if (!args.has(YES)) throw new UserError('wrongUse', 'usage.removeNeedsYes', { environment: code });
    const answer = await useCases.removeEnvironment(code);
    if (answer.planned) throw leftToPlan(answer.planned);
    const { leftovers, withUpn } = answer;
    const left = { leftovers, withUpn };
    return done({ environment: code, ...left }, context.say('done.envRemoved', { environment: code, ...left }));
  },
};

/** It cannot be taken back: an environment with users goes only when its code is typed. */
async function confirmRemoval(
  code: string,
  environments: readonly EnvironmentOverview[],
  { ask, notice, say }: CommandContext,
): Promise<void> {
  const found = environments.find((one) => one.code === code && one.users > 0);
  if (!found) return;
  const { type, users } = found;
  notice([say('env.removeWarning', { environment: code, type, users }), 'warning']);
  const typed = await ask(`${say('env.removeQuestion', { environment: code })} `);
  if (typed.toLowerCase() !== code.toLowerCase())
    throw new UserError('guarded', 'env.notRemoved', { environment: code });
}

function readCode(text: string): string {
  const code = text.trim();
  if (!isEnvironmentCode(code)) throw new UserError('wrongUse', 'usage.environmentCode', { value: text });
  return code;
}

/** None at all is a number, too. */
function readMinAdmins(args: ParsedArgs): GuardSettings {
  const text = args.text(MIN_ADMINS);
  if (text === undefined) return {};
  const minAdmins = readCount(text);
  if (minAdmins === undefined) throw new UserError('wrongUse', 'usage.minAdmins', { value: text });
  return { minAdmins };
}

function readChanges(args: ParsedArgs): NewEnvironment {
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
export function leftToPlan(planned: RunAnswer): LeftToPlan {
  const { id: run, environment } = planned.run;
  return new LeftToPlan(new UserError('guarded', 'settings.planned', { run, environment }), planned);
}

function environmentJson(environment: EnvironmentOverview): object {
  const { code, type, name, participant, approval, deleted, users, activeUsers, guards } = environment;
  const { licencesUsed, mirror, connection } = environment;
  return {
    ...{ code, type, name, participant, approval, deleted, users, activeUsers, guards },
    ...rulesOf(environment),
    ...(licencesUsed !== undefined && { licencesUsed }),
    ...(mirror && { pulledAt: mirror.pulledAt }),
    ...(connection && { connection: { ...connection } }),
  };
}
