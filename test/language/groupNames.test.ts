import { expect, it } from 'vitest';
import { groupName, groupNames } from '../../src/language/index.js';

it('a group whose name could be read as two stands in quotes', () => {
  expect(['INKOOP', 'PROJECT-X', 'R1/2', 'ÉÉN_2.b'].map(groupName)).toEqual(['INKOOP', 'PROJECT-X', 'R1/2', 'ÉÉN_2.b']);
  expect(['INKOOP, HRM', 'INKOOP;HRM', 'a|b', 'Team Oost', 'R&D'].map(groupName)).toEqual([
    '"INKOOP, HRM"',
    '"INKOOP;HRM"',
    '"a|b"',
    '"Team Oost"',
    '"R&D"',
  ]);
});

it('ten are named, and the rest is counted', () => {
  const codes = Array.from({ length: 12 }, (_, at) => `G${at}`);
  expect(groupNames('en', ['A', 'B c'])).toBe('A, "B c"');
  expect(groupNames('en', codes)).toBe('G0, G1, G2, G3, G4, G5, G6, G7, G8, G9 and 2 more');
  expect(groupNames('nl', codes.slice(0, 3), 2000)).toBe('G0, G1, G2 en nog 1997');
});
