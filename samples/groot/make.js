// Makes the two files beside it, always the same ones: the directory of a company of 4,800 users, and an import of 5,000 rows
// of which most say what is so, a dozen kinds of change stand in hundreds of them, five look like no other, and two faults
// were made in many rows.
//   node samples/groot/make.js
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));

const FIRST = 'Bea Jan Marieke Daniël Zoë André Chloë Fatima Yusuf Noor Sem Lotte Bram Sanne Thijs Anouk Pieter Mila Ruben Aisha Joost Elin Karim Femke Gijs İpek Wouter Eva Mehmet Hanna Koen Liselotte Omar Sofie Tim Roos Jasper Naomi Rik Julia'.split(' ');
const LAST = ['Bakker', 'Bos', 'de Wit', 'de Vries', 'Mulder', 'Dekker', 'Yılmaz', 'Çelik', 'Meijer', 'Hendriks', 'de Graaf', "van 't Hof", 'Visser', 'Vos', 'van den Berg', 'Jansen', 'El Amrani', 'Smit', 'Kuipers', 'van Dijk', 'Peters', 'Willems', 'Hoekstra', 'Postma', 'Schouten', 'Brouwer', 'van Leeuwen', 'Koster', 'Verhoeven', 'Prins'];
const GROUPS = [['HRM', 'Personeelszaken'], ['PZ', 'Personeel en zorg'], ['FINANCE', 'Financiën'], ['INKOOP', 'Inkoop'], ['VERKOOP', 'Verkoop'], ['ICT', 'ICT-beheer'], ['PLANNING', 'Planning'], ['MAGAZIJN', 'Magazijn']];
const ENVIRONMENTS = [['O24680AA', 'production', 'Productie'], ['O24680AB', 'production', 'Productie dochter'], ['T24680AA', 'test', 'Test']];
const TARGET = 'O24680AA';
const EMPLOYEES = 4800;

const plain = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/ı/gu, 'i').replace(/[^A-Za-z]/gu, '');

/** The employee with a number from 0; each of them is a user in production, every fourth in the other one as well. */
function employee(at) {
  const first = FIRST[at % FIRST.length];
  const last = LAST[Math.floor(at / FIRST.length) % LAST.length];
  const round = Math.floor(at / (FIRST.length * LAST.length));
  const number = round === 0 ? '' : String(round + 1);
  const mailbox = `${plain(first)}.${plain(last)}${number}`.toLowerCase();
  return {
    at,
    user: `24680.${plain(first)[0]}${plain(last).slice(0, 9)}${String(at + 1).padStart(4, '0')}`.toUpperCase(),
    description: `${first} ${last}`,
    email: `${mailbox}@${at < 184 ? 'oud.example' : 'groep.example'}`,
    upn: at >= 300 && at < 315 ? '' : `${mailbox}@groep.example`,
    person: String(200001 + at),
    group: GROUPS[at % GROUPS.length][0],
    blocked: at >= 320 && at < 327,
  };
}

const employees = Array.from({ length: EMPLOYEES }, (_, at) => employee(at));
const access = { profit: true, inSite: true };
const isIn = { O24680AA: () => true, O24680AB: ({ at }) => at % 4 === 0 && (at < 184 || at >= 600), T24680AA: ({ at }) => at >= 4500 };

/** What the directory has otherwise than the file, so that a kind of change comes of it. */
function before(one) {
  const { at } = one;
  if (at >= 400 && at < 430) return { ...one, email: one.email.replace(/^./u, (letter) => letter.toUpperCase()) };
  if (at >= 440 && at < 458) return { ...one, description: `${one.description.replace(' ', '-')}` };
  if (at >= 470 && at < 476) return { ...one, description: `${one.description} (inval)` };
  return one;
}

const directory = {
  environments: ENVIRONMENTS.map(([code, type, name]) => ({ code, type, name, participant: '24680', approval: 'none', deleted: false })),
  persons: ENVIRONMENTS.flatMap(([environment]) => Array.from({ length: EMPLOYEES + 100 }, (_, at) => employee(at)).filter((one) => one.at >= EMPLOYEES ? environment === TARGET : isIn[environment](one)).map(({ person, description }) => ({ environment, code: person, name: description }))),
  groups: ENVIRONMENTS.flatMap(([environment]) => GROUPS.map(([code, description]) => ({ environment, code, description }))),
  users: ENVIRONMENTS.flatMap(([environment]) => employees.filter(isIn[environment]).map(before).map(({ user, description, email, upn, person, group, blocked }) => ({ environment, user, description, email, upn, person, ...(blocked && { blocked }), access, groups: [group] }))),
};

const COLUMNS = ['Gebruiker', 'Mutatiecode', 'Nieuwe gebruikerscode', 'Omschrijving', 'E-mail', 'UPN', 'Persoon', 'Groep', 'OutSite', 'AFAS Online Portal-beheerder', 'Voorkeur site'];

/** What the file says of one who is there. */
function rowOf(one) {
  const { at } = one;
  const row = { ...one, code: '1', newUser: '', outSite: 'N', portalAdmin: 'N', language: '1043' };
  if (at < 184) row.email = one.email.replace('@oud.', '@groep.');
  if (at >= 190 && at < 202) row.group = 'PZ';
  if (at >= 210 && at < 232) row.outSite = 'J';
  if (at >= 240 && at < 249) row.language = '2057';
  if (at >= 260 && at < 268) row.code = '2';
  if (at >= 320 && at < 327) row.code = '6';
  if (at >= 300 && at < 315) row.upn = one.email;
  // Somebody wrote the names of two things as people call them.
  if (one.group === 'FINANCE' && at >= 1000 && at < 1296) row.group = 'Fin';
  if (at >= 2000 && at < 2060) row.language = 'NL';
  // Five that look like no other.
  if (at === 700) Object.assign(row, { code: '4', newUser: `${one.user.slice(0, -4)}VOS` });
  if (at === 801) row.code = '0';
  if (at === 902) row.portalAdmin = 'J';
  if (at === 1403) row.person = '204850';
  if (at === 1505) row.email = '';
  return row;
}

/** One who is made: 60 in INKOOP, 40 in VERKOOP. */
function newcomer(at) {
  const one = employee(EMPLOYEES + at);
  return { ...rowOf({ ...one, upn: '' }), group: at < 60 ? 'INKOOP' : 'VERKOOP' };
}

const cellsOf = (row) => [row.user, row.code, row.newUser, row.description, row.email, row.upn, row.person, row.group, row.outSite, row.portalAdmin, row.language];

/** Everybody once, those who are made, and a hundred who stand in the file twice: 5,000 rows, as they come out of a payroll system. */
const rows = [...employees.map(rowOf), ...Array.from({ length: 100 }, (_, at) => newcomer(at)), ...employees.slice(3000, 3100).map(rowOf)]
  .map((row, at) => [(at * 2741) % 5000, row])
  .sort(([one], [other]) => one - other)
  .map(([, row]) => row);

const line = (one) => JSON.stringify(one);
const list = (name, items) => ` "${name}": [\n${items.map((item) => `  ${line(item)}`).join(',\n')}\n ]`;
writeFileSync(join(here, 'directory.json'), `{\n${['environments', 'persons', 'groups', 'users'].map((name) => list(name, directory[name])).join(',\n')}\n}\n`);
writeFileSync(join(here, 'personeel.csv'), `\uFEFF${[COLUMNS, ...rows.map(cellsOf)].map((cells) => cells.join(';')).join('\r\n')}\r\n`);
