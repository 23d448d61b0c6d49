/** The tables of docs/rules.md, made of the catalogue, the mutation codes, the messages and the guards. */
import { FIELDS, type Field } from '../../../src/domain/fields.js';
import { GUARDS, type GuardName } from '../../../src/domain/guards/guard.js';
import { LIMITED_GUARDS } from '../../../src/domain/guards/limits.js';
import { MESSAGE_CODES } from '../../../src/domain/messages.js';
import { CODE_RULES, MUTATION_CODES, MUTATION_TYPE_RULE, type CodeRule } from '../../../src/domain/mutationCodes.js';
import { translate } from '../../../src/language/index.js';
import { MESSAGES } from '../../../src/language/messages.js';

/** By the name that stands in the page. */
export const RULES_TABLES: Readonly<Record<string, () => string>> = {
  fields: () =>
    table(
      [
        'id',
        'Dutch',
        'English',
        'KnUser',
        'kind',
        'longest',
        '`user`',
        '`mutation`',
        'empty cell',
        'follows',
        'new user',
      ],
      FIELDS.map((field) => [
        code(field.id),
        field.nl,
        field.en,
        field.knUserId,
        field.kind,
        String(field.maxLength ?? ''),
        field.availability.user,
        field.availability.mutation,
        field.emptyRule ?? '',
        field.synced ? 'yes' : '',
        defaultOf(field),
      ]),
    ),
  codes: () =>
    table(
      ['code', 'named', 'a user that is not there', 'block of a user that is', 'groups', 'writes'],
      [
        ...MUTATION_CODES.map((number) => codeRow(number, CODE_RULES[number])),
        codeRow('type `mutation`', MUTATION_TYPE_RULE),
      ],
    ),
  messages: () =>
    table(
      ['code', 'Dutch', 'English', 'why'],
      MESSAGE_CODES.map((message) => {
        const { text, reason } = MESSAGES[message];
        return [code(message), text.nl, text.en, reason.en];
      }),
    ),
  guards: () =>
    table(
      ['guard', 'counts', 'in the wizard', 'standard', 'raised with'],
      GUARDS.map((guard) => [code(guard), COUNTS[guard], translate('nl', `guard.${guard}`), ...limitOf(guard)]),
    ),
};

const COUNTS: Readonly<Record<GuardName, string>> = {
  'empty-code': 'rows whose empty mutation code becomes 0',
  'unmapped-identity': 'users who lose a value because its field is not imported',
  clears: 'users who lose an identity value to an empty cell',
  blocks: 'users who are blocked',
  renames: 'users who are renamed',
  rejected: 'rejected rows',
  creates: 'users who are made',
  updates: 'users of the target who were there and change',
  absent: 'users who are blocked because no row names them',
  check: 'rows that match a check that is a guard, each check for itself',
  administrators:
    'active users with portalAdmin whom an environment has fewer of after the plan, each environment for itself',
  licences:
    'active users with access to Profit after the plan, where a number of licences is set, each environment for itself',
  freeze: 'users whom the plan changes in an environment on days on which it is frozen, each environment for itself',
  shrunk:
    'where those are blocked: rows that the last file had and this one lacks, or what else the file may be at fault by',
};

function limitOf(guard: GuardName): readonly [standard: string, flag: string] {
  const limited = LIMITED_GUARDS.find((one) => one.guard === guard);
  if (guard === 'shrunk') return ['half of the last file; a tenth of its rows', code('--accept-shrunk')];
  if (guard === 'administrators') return ['at least 1 stays', `nothing but ${code('env set CODE --min-admins N')}`];
  if (guard === 'licences') return ['as many as were set', `nothing but ${code('env set CODE --licences N')}`];
  if (guard === 'freeze') return ['0', code('--during-freeze')];
  if (guard === 'check') return ['0', code('--accept-check NAME')];
  if (!limited) return ['0', code(guard === 'empty-code' ? '--accept-empty-code' : '--allow-clear FIELD,...')];
  const { standard, least, of: whole } = limited;
  const share = `${standard} of the ${whole === 'rows' ? 'rows' : 'active users of the target'}`;
  const shown = least === 0 ? share : `${share}, at least ${least}`;
  return [standard === undefined ? 'no limit' : shown, code(`--max-${guard} N or N%`)];
}

function codeRow(name: string, rule: CodeRule): readonly string[] {
  const { act, creates, createdBlocked, blocked, leavesGroups, group, writesFields } = rule;
  const made = createdBlocked ? 'is made, blocked' : 'is made';
  const block = { true: 'blocked', false: 'unblocked', null: 'as it is' }[String(blocked) as 'true' | 'false' | 'null'];
  const own = act === 'rename' ? ` and ${code('newUser')}` : act === 'password' ? ` and ${code('password')}` : '';
  const groups = {
    ignored: 'stays in them',
    mustExist: 'joins one that exists',
    createdIfMissing: 'joins; made if new',
  };
  return [
    name,
    code(act),
    creates ? made : 'rejected',
    block,
    leavesGroups ? 'leaves all' : groups[group],
    writesFields ? 'all imported fields' : `identity fields${own}`,
  ];
}

function defaultOf({ newUserDefault }: Field): string {
  if (newUserDefault === undefined) return '';
  if (typeof newUserDefault === 'string') return newUserDefault;
  return newUserDefault ? 'yes' : 'no';
}

const code = (text: string): string => `\`${text}\``;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}
