/** `user add | set | block | ...`: an act on a user becomes a plan, or is done at once (docs/rules.md, *Acts*). */
import { canReachSystem, isForMany, type Act } from '../domain/acts.js';
import { applyWhenAsked } from './applyWhenAsked.js';
import type { ActArgument } from './line/actRequest.js';
import { readAct } from './line/actRequest.js';
import type { Argument, Command } from './command.js';
import * as flags from './line/flags.js';
import type { Flag } from './line/flagTypes.js';
import { watching } from './planFile.js';
import { readPassword } from './line/readPassword.js';

interface ActWords {
  readonly act: Act;
  /** What stands behind the user. */
  readonly takes?: ActArgument;
  readonly flags?: readonly Flag[];
}

const FIELDS: ActArgument = {
  name: 'field=value',
  required: false,
  many: true,
  text: 'argument.fields',
  gives: 'fields',
};
const GROUPS: ActArgument = { name: 'group', required: true, many: true, text: 'argument.groups', gives: 'groups' };

/** In the order of help. */
const ACTS: readonly ActWords[] = [
  { act: 'add', takes: FIELDS, flags: [flags.GROUP, flags.PASSWORD_FILE, flags.SECOND_PASS] },
  { act: 'set', takes: { ...FIELDS, required: true } },
  { act: 'block', flags: [flags.KEEP_GROUPS] },
  { act: 'unblock' },
  { act: 'rename', takes: { name: 'new', required: true, text: 'argument.newUser', gives: 'newUser' } },
  { act: 'password', flags: [flags.PASSWORD_FILE] },
  { act: 'join', takes: GROUPS },
  { act: 'leave', takes: GROUPS },
  { act: 'link', takes: { name: 'person', required: true, text: 'argument.person', gives: 'person' } },
  { act: 'accept', takes: { name: 'yes|no', required: true, text: 'argument.yesNo', gives: 'accept' } },
  { act: 'merge', takes: { name: 'into', required: true, text: 'argument.into', gives: 'into' } },
  { act: 'delete' },
  { act: 'add-system', takes: FIELDS },
  { act: 'make-ordinary', flags: [flags.PERSON] },
];

const USER: Argument = { name: 'user', required: true, text: 'argument.userCode' };

export const user: Command = { words: 'user', summary: 'command.user', flags: [] };

/** A command for each act. */
export const ACT_COMMANDS: readonly Command[] = ACTS.map(({ act, takes, flags: own = [] }): Command => {
  const many = isForMany(act);
  return {
    words: `user ${act}`,
    answers: () => 'run',
    summary: `command.user ${act}`,
    argument: { ...USER, required: !many },
    ...(takes && { more: [{ ...takes, required: takes.required && !many }] }),
    ...(act === 'password' && { takesSecret: true }),
    flags: [
      flags.ENV,
      ...(many ? [flags.WHERE] : []),
      ...own,
      ...(canReachSystem(act) ? [flags.SYSTEM] : []),
      ...flags.GUARD_FLAGS,
      flags.EXPIRES,
      flags.REASON,
      flags.MAX_AGE,
      flags.MIRROR_ONLY,
    ],
    needs: () => (act === 'make-ordinary' ? [flags.ENV, flags.PERSON] : [flags.ENV]),
    run: async (args, context) => {
      const asked = readAct(act, takes, args);
      const { useCases } = await context.services();
      await useCases.environment(asked.environment);
      const password = await readPassword(act, args, context);
      const request = { ...asked, ...(password !== undefined && { password }) };
      return applyWhenAsked(await useCases.act(request, watching(context)), args, useCases, context);
    },
  };
});
