/** What files that are made of a run say. */
import { isAbsentRow } from '../domain/absent.js';
import type { RowOfFile } from '../application/rowsOfFile.js';
import type { ReportOptions, RunFileTexts } from '../application/runFiles.js';
import { fieldLabel, messageReason, messageText, sayIn, translate } from '../language/index.js';
import type { Language } from '../language/text.js';
import { reportDocument } from './report/reportDocument.js';
import { madeTexts, mendedTexts } from './sourceTexts.js';
import { changeText, errorsText } from './values.js';

export function runFileTexts(language: Language): RunFileTexts {
  const say = sayIn(language);
  return {
    language,
    reason: (row) => errorsText(language, row),
    document: (as, answer, parts, options) => reportDocument(as, language, answer, parts, options),
    report: (options) => ({
      name: say('report.sheet'),
      columns: [
        { title: say('report.row'), width: 8 },
        { title: say('list.user'), width: 22 },
        { title: say('report.code'), width: 12 },
        { title: say('report.outcome'), width: 16 },
        { title: say('report.changes'), width: 60 },
        { title: say('report.messages'), width: 80 },
        { title: say('report.source'), width: 60 },
      ],
      cells: (row) => reportCells(language, row, options),
    }),
    tokens: {
      name: say('report.tokens'),
      columns: (['list.user', 'list.environment', 'list.application', 'list.device'] as const).map((key) => ({
        title: say(key),
        width: 24,
      })),
      cells: ({ user, environment, application, device }) => [user, environment, application, device],
    },
  };
}

/** Without values, fields alone are told, how many groups, and the rule of a message in the place of what it found. */
function reportCells(
  language: Language,
  { planned, made, fixed, mended }: RowOfFile,
  options: ReportOptions,
): readonly string[] {
  const { withoutValues } = options;
  const { row, user, code, outcome, changes, groups, messages } = planned;
  const values = changes.flatMap(({ environment, fields }) =>
    fields.map(
      (change) => `${environment} ${withoutValues ? fieldLabel(language, change[0]) : changeText(language, change)}`,
    ),
  );
  const named = [...groups.added.map((group) => `+${group}`), ...groups.removed.map((group) => `-${group}`)];
  const counted = [
    ...(groups.added.length > 0 ? [`+${groups.added.length}`] : []),
    ...(groups.removed.length > 0 ? [`-${groups.removed.length}`] : []),
  ];
  const moved = withoutValues ? counted : named;
  const told = messages.map(
    (one) =>
      `${translate(language, `level.${one.level}`)}: ${withoutValues ? messageReason(language, one) : messageText(language, one)}`,
  );
  return [
    isAbsentRow(row) ? translate(language, 'summary.absentRow') : String(row),
    user,
    code ?? '',
    translate(language, `outcome.${outcome}`),
    [...values, ...(moved.length > 0 ? [`${translate(language, 'field.groups')}: ${moved.join(' ')}`] : [])].join('; '),
    told.join(' '),
    [...madeTexts(language, [...made, ...fixed], options), ...mendedTexts(language, mended, options)].join('; '),
  ];
}
