/** Paths as terminals, file managers and chat programs hand them over. */
import { describe, expect, it } from 'vitest';
import { findPasted, pastedPaths, pastedSigns } from '../../src/domain/pastedPath.js';

const HOME = '/home/jan';
const FILES = ['/d/HR export (mei).csv', "/d/jan's lijst.csv", '/home/jan/u.csv', '/d/100% klaar.csv', '/d/m\\n.csv'];

const find = (text: string, files: readonly string[] = FILES): Promise<string | undefined> =>
  findPasted(text, HOME, (path) => Promise.resolve(files.includes(path)));

describe('a path that was pasted', () => {
  it.each([
    ["'/d/HR export (mei).csv'", FILES[0]],
    ["'/d/HR export (mei).csv' ", FILES[0]],
    ['"/d/HR export (mei).csv"', FILES[0]],
    ['/d/HR\\ export\\ \\(mei\\).csv', FILES[0]],
    ["'/d/jan'\\''s lijst.csv'", FILES[1]],
    ['"/d/jan\'s lijst.csv"', FILES[1]],
    ["/d/jan\\'s\\ lijst.csv", FILES[1]],
    ['~/u.csv', FILES[2]],
    ["'~/u.csv'", FILES[2]],
    ['$HOME/u.csv', FILES[2]],
    [`"\${HOME}/u.csv"`, FILES[2]],
    ['file:///d/HR%20export%20(mei).csv', FILES[0]],
    ['file://localhost/d/HR%20export%20%28mei%29.csv\r\n', FILES[0]],
    ['file:/d/HR%20export%20(mei).csv', FILES[0]],
    ["'file:///d/HR%20export%20(mei).csv'", FILES[0]],
    ['\u202a/d/HR export (mei).csv', FILES[0]],
    ['"\u202a/d/HR export (mei).csv\u202c"', FILES[0]],
    ['\ufeff\u200b/d/HR export (mei).csv\n', FILES[0]],
    ['“/d/HR export (mei).csv”', FILES[0]],
    // The folder was pasted, the name completed behind it.
    ["'/d/HR export (mei).csv", FILES[0]],
    ['file:///d/100% klaar.csv', FILES[3]],
    ["'/d/jan's lijst.csv", FILES[1]],
  ])('%s', async (text, path) => {
    expect(await find(text)).toBe(path);
  });

  it('is first what it says', async () => {
    for (const name of ["'a.csv'", '"a".csv', 'm\\n.csv', 'a%25.csv', 'b.csv ', '~', '$HOME', '\u202aa.csv'])
      expect(await find(name, [name, ...pastedPaths(name, HOME)])).toBe(name);
  });

  it('is nothing else where nothing is around it', () => {
    expect(pastedPaths('/d/januari.csv', HOME)).toEqual([]);
    expect(pastedPaths('', HOME)).toEqual([]);
    expect(pastedPaths("''", HOME)).toEqual([]);
  });

  it('names what to leave out', () => {
    expect(pastedSigns("'/d/x.csv'")).toEqual(["'"]);
    expect(pastedSigns('\u202a"C:\\x.csv"')).toEqual(['"', '\\', 'U+202A']);
    expect(pastedSigns('file://server/d/a%20b.csv')).toEqual(['file://', '%20']);
    expect(pastedSigns('~piet/x.csv')).toEqual(['~']);
    expect(pastedSigns('$TMP/x.csv')).toEqual(['$TMP']);
    expect(pastedSigns('/d/januari (2).csv')).toEqual([]);
  });
});
