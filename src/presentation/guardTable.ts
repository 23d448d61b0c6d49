/** All guards in a table, as the wizard shows them. */
import { guardKey, type Guard } from '../domain/guards/guard.js';
import { NO_LIMIT } from '../domain/guards/limits.js';
import { toldGuard } from '../domain/guards/wholeFile.js';
import { cell, GAP, type Line } from './lines.js';
import { widthOf } from './textWidth.js';
import { count, say, type Theme } from './theme.js';

/** Those that stop the plan come first and jump out; raised ones are told. */
export function guardTable(all: readonly Guard[], raised: ReadonlySet<string>, theme: Theme): readonly Line[] {
  const limited = all.filter(({ limit }) => limit !== NO_LIMIT);
  const untouched = limited.filter(({ count: found }) => found === 0).length;
  const guards = [
    ...limited.filter(({ tripped }) => tripped),
    ...limited.filter(({ tripped, count: found }) => !tripped && found > 0),
  ];
  const name = ({ guard, check, environment, count: found, limit }: Guard): string => {
    if (guard === 'licences')
      return say(theme, 'wizard.guard.licencesOf', {
        environment: environment ?? '',
        used: count(theme, found),
        limit: count(theme, Number(limit)),
      });
    return (
      say(theme, `wizard.guard.${toldGuard(guard, limit)}`) +
      ((check ?? environment) === undefined ? '' : `: ${check ?? environment}`)
    );
  };
  const width = Math.max(0, ...guards.map((guard) => widthOf(name(guard))));
  const titles = [say(theme, 'wizard.confirm.count'), say(theme, 'wizard.confirm.allowed')];
  const line = (label: string, numbers: readonly string[]): string =>
    [
      cell(label, width, theme),
      ...numbers.map((text, index) => cell(text, Math.max(6, widthOf(titles[index] ?? '')), theme, 'right')),
    ].join(GAP);
  const heading: Line = [[`${GAP}${line(say(theme, 'wizard.confirm.guards'), titles)}`, 'strong']];
  return [
    ...(guards.length === 0 ? [] : [heading]),
    ...guards.map((one): Line => {
      const { count: found, allowed, tripped } = one;
      const text = line(name(one), [count(theme, found), count(theme, allowed)]);
      if (!tripped) return [`${theme.glyphs.yes} ${text}`];
      if (raised.has(guardKey(one)))
        return [[`${theme.glyphs.yes} ${text}${GAP}${say(theme, 'wizard.confirm.raised')}`, 'good']];
      return [
        [`${theme.glyphs.danger} ${text}${GAP}`, 'danger'],
        [` ${say(theme, 'wizard.confirm.tripped')} `, 'alarm'],
      ];
    }),
    ...(untouched === 0
      ? []
      : [[[`${theme.glyphs.yes} ${say(theme, 'wizard.confirm.untouched', { count: untouched })}`, 'dim']] as const]),
  ];
}
