/** People who do not exist: person number n is the same in every run. */
import { seededRandom } from './random.js';

const FIRST =
  'Anna Bram Cees Daan Eva Fatima Gijs Hanna Ilse Jan Kees Lotte Mohamed Noor Otto Pien Ruud Sanne Tess Youssef';
const MIDDLE = [' ', ' ', ' ', ' van ', ' de ', ' van der '];
const LAST =
  'Aydin Bakker Citroën Dijkstra Évers Fransen Groot Hoekstra Ivens Jansen Kuipers Linden Meijer Özdemir Postma Smit Vries';

const FIRST_NAMES = FIRST.split(' ');
const LAST_NAMES = LAST.split(' ');

/** As many as a directory of this size has: what searches through all of them shows. */
export const GROUPS = 200;

export interface Person {
  readonly code: string;
  readonly name: string;
  readonly email: string;
  readonly upn: string;
  readonly personCode: string;
  readonly group: string;
}

export function personNumber(number: number): Person {
  const random = seededRandom(number);
  const one = (names: readonly string[]): string => names[Math.floor(random() * names.length)] ?? '';
  return {
    code: `12345.U${number}`,
    name: `${one(FIRST_NAMES)}${one(MIDDLE)}${one(LAST_NAMES)}`,
    email: `u${number}@voorbeeld.nl`,
    upn: `u${number}@sso.voorbeeld.nl`,
    personCode: `P${number}`,
    group: groupNumber(number),
  };
}

export function groupNumber(number: number): string {
  return `Afdeling ${number % GROUPS}`;
}
