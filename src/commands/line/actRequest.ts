/** What was asked of an act on users: whom it is about, and what is given with it. */
import { readFilter } from '../../application/readFilter.js';
import { UserError } from '../../application/userError.js';
import type { ActRequest } from '../../application/userUseCases.js';
import { ACT_FIELDS, type Act } from '../../domain/acts.js';
import { fieldNamed } from '../../domain/fieldNames.js';
import { fieldOf, type FieldId } from '../../domain/fields.js';
import { readYesNo } from '../../domain/readValue.js';
import type { Argument } from '../command.js';
import { readPair, unknownField } from './fieldSettings.js';
import { readGuards, readNumber, readReason } from './flagValues.js';
import * as flags from './flags.js';
import type { ParsedArgs } from './parsedArgs.js';

/** What stands behind the user, and what that gives: several fields, groups, another user, or the value of one field. */
export interface ActArgument extends Argument {
  readonly gives: 'fields' | 'groups' | 'into' | FieldId;
}

/** Throws `UserError` of kind wrongUse. A password is read elsewhere. */
export function readAct(act: Act, takes: ActArgument | undefined, args: ParsedArgs): ActRequest {
  const where = args.text(flags.WHERE);
  const user = where === undefined ? args.required : null;
  if (user === '') throw missing(args, 'USER');
  const behind = args.words.slice(user === null ? 0 : 1);
  const [surplus] = takes ? [] : behind;
  if (surplus !== undefined) throw new UserError('wrongUse', 'usage.flagsClash', { one: '--where', other: surplus });
  if (takes?.required && behind.length === 0) throw missing(args, takes.name.toUpperCase());
  const expires = args.text(flags.EXPIRES);
  const person = act === 'make-ordinary' ? { person: args.needed(flags.PERSON) } : {};
  const groups = [...args.list(flags.GROUP), ...(takes?.gives === 'groups' ? behind : [])];
  return {
    act,
    environment: args.needed(flags.ENV),
    users: where === undefined ? [args.required] : readFilter(where),
    values: { ...person, ...valuesOf(act, takes, behind) },
    raised: readGuards(args),
    reason: readReason(args),
    ...(groups.length > 0 && { groups }),
    ...(takes?.gives === 'into' && { into: behind[0] ?? '' }),
    ...(args.has(flags.SYSTEM) && { system: true }),
    ...(args.has(flags.KEEP_GROUPS) && { keepGroups: true }),
    ...(expires !== undefined && { expiresAfterDays: readNumber(flags.EXPIRES, expires) }),
  };
}

function missing({ command }: ParsedArgs, name: string): UserError {
  return new UserError('wrongUse', 'usage.missing', { command, name });
}

function valuesOf(act: Act, takes: ActArgument | undefined, words: readonly string[]): ActRequest['values'] {
  if (!takes || takes.gives === 'groups' || takes.gives === 'into') return {};
  return takes.gives === 'fields'
    ? readFields(act, words)
    : { [takes.gives]: readOne(act, takes.gives, words[0] ?? '') };
}

/** `field=value`, each field once. */
function readFields(act: Act, words: readonly string[]): ActRequest['values'] {
  const command = `user ${act}`;
  const values: Partial<Record<FieldId, string>> = {};
  for (const word of words) {
    const { field: name, value } = readPair(command, word, 'email=b.bakker@example.com');
    const field = fieldNamed(name);
    if (!field) throw unknownField(command, name, ACT_FIELDS[act].map(fieldOf));
    if (field === 'password') throw new UserError('wrongUse', 'usage.passwordTyped', { command });
    if (values[field] !== undefined) throw new UserError('wrongUse', 'usage.fieldTwice', { flag: command, field });
    values[field] = value;
  }
  return values;
}

/** What is no yes and no no is a mistake in the command, rather than a row that is rejected. */
function readOne(act: Act, field: FieldId, value: string): string {
  if (fieldOf(field).kind === 'yesNo' && readYesNo(value) === undefined)
    throw new UserError('wrongUse', 'usage.yesNo', { flag: `user ${act}`, field, value });
  return value;
}
