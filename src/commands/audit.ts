/** `audit`: who did what, when and from where, and how it ended, oldest first. */
import type { AuditFilter, AuditRecord } from '../application/ports/auditLog.js';
import { dateAndTime, translate } from '../language/index.js';
import { readMoment, readNumber } from './line/flagValues.js';
import type { ParsedArgs } from './line/parsedArgs.js';
import type { Command, CommandContext } from './command.js';
import { AFTER, HEAD, LOGIN, OF_RUN, OF_USER, SINCE } from './line/flags.js';
import type { Line } from '../presentation/lines.js';
import { done, streamed } from './answers/answer.js';

export const audit: Command = {
  words: 'audit',
  answers: (args) => (args.has(HEAD) ? 'audit-head' : 'audit'),
  summary: 'command.audit',
  flags: [AFTER, SINCE, OF_RUN, OF_USER, LOGIN, HEAD],
  run: async (args, context) => {
    const { say, now } = context;
    const { useCases } = await context.services('read');
    if (args.has(HEAD)) {
      const head = await useCases.auditHead();
      return done({ ...head }, say('audit.head', { ...head }));
    }
    const records = useCases.audited(readFilter(args, now()));
    return streamed(records, auditJson, (record) => auditLines(record, context), say('list.empty'));
  },
};

function readFilter(args: ParsedArgs, now: Date): AuditFilter {
  const [after, since, run] = [args.text(AFTER), args.text(SINCE), args.text(OF_RUN)];
  const [user, login] = [args.text(OF_USER), args.text(LOGIN)];
  return {
    ...(after !== undefined && { after: after === '0' ? 0 : readNumber(AFTER, after) }),
    ...(since !== undefined && { since: readMoment(SINCE, since, now) }),
    ...(run !== undefined && { run: readNumber(OF_RUN, run) }),
    ...(user !== undefined && { user }),
    ...(login !== undefined && { login }),
  };
}

function auditJson(record: AuditRecord): Record<string, unknown> {
  const { number, at, login, sessionLogin, databaseLogin, origin, what, run, environment, user, reason } = record;
  const { old, new: now, outcome, exit } = record;
  return {
    ...{ number, at, login, sessionLogin, databaseLogin, origin, what, run, environment, user },
    ...{ old, new: now, outcome, exit, reason },
  };
}

/** What was done and by whom on one line, what became other below it. */
function auditLines(record: AuditRecord, { language, say }: CommandContext): Line[] {
  const { number, at, what, run, environment, user, old, new: now, outcome, exit, reason } = record;
  const about = [
    run === null ? '' : say('audit.run', { run }),
    environment ?? '',
    user ?? '',
    ...(outcome === 'done' ? [] : [`${translate(language, `audit.outcome.${outcome}`)} (${exit})`]),
  ].filter((part) => part !== '');
  const line =
    `${String(number).padStart(5)}  ${dateAndTime(at)}  ${whoOf(record)}  ${what}  ${about.join('  ')}`.trimEnd();
  const values = [old, now].map((side) => (side === null ? '' : JSON.stringify(side)));
  const changed = values[0] === '' ? values[1] : `${values[0]} → ${values[1]}`;
  const tone = outcome === 'done' ? undefined : ('warning' as const);
  const why = reason === null ? [] : [[`       ${say('summary.reason')}: ${reason}`] satisfies Line];
  return [
    tone ? [[line, tone]] : [line],
    ...why,
    ...(changed === '' || changed === undefined ? [] : [[`       ${changed}`]]),
  ];
}

function whoOf({ login, sessionLogin, databaseLogin, origin }: AuditRecord): string {
  const more = [sessionLogin, databaseLogin, origin].filter((part) => part !== null && part !== '');
  return more.length === 0 ? login : `${login} (${more.join(', ')})`;
}
