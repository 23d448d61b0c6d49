/** What bash puts in the line: never what a match is about, which may be the name of somebody, or worse. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readTypedLine } from '../../src/commands/completion/shells.js';

const COMPLETE = '9';

function matchesOf(candidates: readonly { value: string; about: string }[], typed: string): readonly string[] {
  const { reply } = readTypedLine('bash', [COMPLETE, '80', typed, `instroom user show ${typed}`]);
  return reply({ candidates, before: '' }).slice(1);
}

/** What bash takes all matches to begin with, where it is set to look away from letter case, and from `-` and `_`. */
function common(matches: readonly string[]): string {
  const folded = matches.map((match) => match.toLowerCase().replaceAll('_', '-'));
  const [first = ''] = folded;
  let length = first.length;
  for (const match of folded) while (!match.startsWith(first.slice(0, length))) length--;
  return first.slice(0, length);
}

it('one value that two have is told without what they are', () => {
  const about = 'Jan; touch /tmp/x; ';
  for (const [one, other] of [
    ['QQQ', 'QQQ'],
    ['QQQ', 'QQq'],
    ['Q-Q', 'Q_Q'],
  ] as const)
    expect(
      matchesOf(
        [one, other].map((value, at) => ({ value, about: `${about}${at}` })),
        'Q',
      ),
    ).toEqual([one, other]);
});

it('what is told of a match is no more than words to a shell', () => {
  const [line = ''] = matchesOf(
    [
      { value: 'QQA', about: 'Jan `x` $(y); z | \'q\' > "f" & {a,b} * \\' },
      { value: 'QQB', about: 'Piet' },
    ],
    'QQ',
  );
  expect(line).toMatch(/^QQA +Jan/u);
  expect(line).not.toMatch(/[`$;|&<>'"\\{}*]/u);
});

it('what matches have in common is never more than a value', () => {
  const value = fc.stringMatching(/^Q[A-Za-z0-9_.-]{0,6}$/u);
  const candidate = fc.record({ value, about: fc.constantFrom('', 'Jan', 'Jan de Vries', '; x') });
  fc.assert(
    fc.property(fc.array(candidate, { minLength: 1, maxLength: 6 }), (candidates) => {
      const shared = common(matchesOf(candidates, 'Q'));
      const shortest = Math.min(...candidates.map(({ value: { length } }) => length));
      expect(shared.length).toBeLessThanOrEqual(shortest);
    }),
  );
});
