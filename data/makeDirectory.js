// Makes data/directory.json, the directory of the demo: always the same one, as the chance is seeded.
//   node data/makeDirectory.js > data/directory.json
const ENVIRONMENTS = [
  ['O12345AA', 'production', 'Productie holding', '12345', 'none', false],
  ['O12345AB', 'production', 'Productie dochter', '12345', 'none', false],
  ['O67890AA', 'production', 'Productie zorggroep', '67890', 'second-person', false],
  ['T12345AA', 'test', 'Test holding', '12345', 'none', false],
  ['T12345AB', 'test', 'Test salaris', '12345', 'none', false],
  ['T67890AA', 'test', 'Test zorggroep', '67890', 'none', false],
  ['A12345AA', 'accept', 'Accept holding', '12345', 'none', false],
  ['T12345AX', 'test', 'Oude test (verwijderd)', '12345', 'none', true],
].map(([code, type, name, participant, approval, deleted]) => ({ code, type, name, participant, approval, deleted }));

const FIRST = 'Bea Jan Marieke Daniël Zoë André Chloë Fatima Yusuf Noor Sem Lotte Bram Sanne Thijs Anouk Pieter Mila Ruben Aisha Joost Elin Karim Femke Gijs İpek Wouter Eva Mehmet Hanna Koen Liselotte Omar Sofie Tim Roos Jasper Naomi Rik Julia'.split(' ');
const LAST = ['Bakker', 'Bos', 'de Wit', "O'Neill", 'de Vries', 'Mulder', 'Dekker', 'Yılmaz', 'Çelik', 'Meijer', 'Hendriks', 'de Graaf', "van 't Hof", 'Visser', 'Vos', 'van den Berg', 'Jansen', 'El Amrani', 'Smit', 'Kuipers', 'van Dijk', 'Peters', 'Willems', 'Hoekstra', 'Postma', 'Schouten', 'Brouwer', 'van Leeuwen', 'Koster', 'Verhoeven'];
const GROUPS = [['DIRECTIE', 'Directie'], ['HRM', 'Personeelszaken'], ['FIN', 'Financiën'], ['INKOOP', 'Inkoop'], ['VERKOOP', 'Verkoop'], ['ICT', 'ICT-beheer'], ['SALARIS', 'Salarisadministratie'], ['PLANNING', 'Planning'], ['MAGAZIJN', 'Magazijn'], ['OR', 'Ondernemingsraad']];
const DEVICES = [['Pocket', 'iPhone'], ['Pocket', 'Android-telefoon'], ['Pocket', 'iPad'], ['Communicator', 'Laptop']];

/** Mulberry32: small, and the same everywhere. */
let seed = 20260101;
function chance() {
  seed = (seed + 0x6d2b79f5) | 0;
  let x = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  x = (x + Math.imul(x ^ (x >>> 7), 61 | x)) ^ x;
  return ((x ^ (x >>> 14)) >>> 0) / 4294967296;
}
const pick = (list) => list[Math.floor(chance() * list.length)];

const plainLetters = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/ı/gu, 'i').replace(/[^A-Za-z]/gu, '');
const access = (more = {}) => ({ profit: true, inSite: true, outSite: false, connector: false, commandLine: false, accept: false, portalAdmin: false, ...more });

/** People with a code of three letters or more, no two the same. */
function makePeople(count, participant, domain) {
  const codes = new Set();
  const people = [];
  for (let at = 0; people.length < count; at++) {
    const first = FIRST[at % FIRST.length];
    const last = LAST[(at * 7 + Math.floor(at / FIRST.length)) % LAST.length];
    const surname = plainLetters(last.split(' ').at(-1)).toUpperCase();
    const initial = plainLetters(first)[0].toUpperCase();
    const code = [2, 3, 4, 5].map((length) => initial + surname.slice(0, length)).find((one) => !codes.has(one));
    if (!code) continue;
    codes.add(code);
    const mailbox = `${plainLetters(first)}.${plainLetters(last)}`.toLowerCase();
    people.push({ code: `${participant}.${code}`, person: String(100001 + at), name: `${first} ${last}`, email: `${mailbox}@${domain}`, device: chance() });
  }
  const seen = new Set();
  for (const one of people) {
    if (seen.has(one.email)) one.email = one.email.replace('@', `${one.person.slice(-3)}@`);
    seen.add(one.email);
  }
  return people;
}

function userOf(environment, one, more = {}) {
  const tokens = one.device < 0.2 ? [pick(DEVICES)] : [];
  return {
    environment, user: one.code, description: one.name, email: one.email, upn: one.device < 0.9 ? one.email : '', person: one.person,
    system: false, blocked: chance() < 0.05, access: access({ outSite: chance() < 0.1 }), siteLanguage: chance() < 0.04 ? '2057' : '1043',
    groups: [...new Set([pick(GROUPS)[0], ...(chance() < 0.3 ? [pick(GROUPS)[0]] : [])])],
    tokens: tokens.map(([application, device]) => ({ application, device })), ...more,
  };
}

const holding = makePeople(230, '12345', 'voorbeeld.nl');
const care = makePeople(45, '67890', 'zorg.voorbeeld.nl');
const wide = (people, every) => people.filter((_, at) => at % every === 0);
const staff = {
  O12345AA: holding, O12345AB: wide(holding, 3), O67890AA: care,
  T12345AA: holding.slice(0, 120), T12345AB: wide(holding.slice(0, 120), 2), T67890AA: wide(care, 4), A12345AA: wide(holding, 25),
};

const persons = ENVIRONMENTS.flatMap(({ code, participant }) =>
  (participant === '67890' ? care : holding).filter((_, at) => !code.startsWith('T') || at < 140).map(({ person, name }) => ({ environment: code, code: person, name })),
);
const groups = ENVIRONMENTS.flatMap(({ code }) => GROUPS.map(([group, description]) => ({ environment: code, code: group, description })));

const users = Object.entries(staff).flatMap(([environment, people]) => people.map((one) => userOf(environment, one)));
const find = (environment, at) => users.find((user) => user.environment === environment && user.user === holding[at].code);

// What the samples count on: these users look the same in every copy of the directory.
for (const user of users) if (holding.slice(0, 24).some(({ code }) => code === user.user)) Object.assign(user, { blocked: false, groups: ['INKOOP'], upn: user.email, siteLanguage: '1043', access: access() });
for (const environment of ['T12345AA', 'T12345AB']) for (const at of [6]) Object.assign(find(environment, at) ?? {}, { blocked: true });
for (const at of [4, 5]) Object.assign(find('T12345AA', at), { tokens: [{ application: 'Pocket', device: 'iPhone' }] });
Object.assign(find('T12345AB', 4), { tokens: [{ application: 'Pocket', device: 'iPad' }] });

// Linked users that differ: env drift shows them.
Object.assign(find('T12345AB', 30), { description: `${holding[30].name} (oud)` });
Object.assign(find('O12345AB', 33), { email: holding[33].email.replace('@', '.oud@') });

for (const environment of ['O12345AA', 'O12345AB', 'T12345AA', 'T12345AB']) {
  const system = { description: 'Koppeling salaris', email: '', upn: '', person: null, system: true, blocked: false, access: access({ profit: false, inSite: false, connector: true }), siteLanguage: '1043', groups: [], tokens: [] };
  users.push({ environment, user: '12345.SYSKOPPEL', ...system }, { environment, user: '12345.SYSBEHEER', ...system, description: 'Beheer' });
}
// An old code with @, which does no harm as long as there is no access to Profit.
users.push(userOf('T12345AA', { code: '12345.gast@extern', name: 'Gast van buiten', email: 'gast@extern.voorbeeld.nl', person: null, device: 1 }, { blocked: false, access: access({ profit: false }), groups: [] }));

// Left behind in the removed environment: their UPN stays taken until it is cleared (manual).
for (const [code, name, upn] of [['12345.OUD1', 'Olga Uden', 'olga.uden@voorbeeld.nl'], ['12345.OUD2', 'Otto Dam', 'otto.dam@voorbeeld.nl'], ['12345.OUD3', 'Oscar Ditz', '']]) {
  users.push({ environment: 'T12345AX', user: code, description: name, email: upn, upn, person: null, system: false, blocked: false, access: access(), siteLanguage: '1043', groups: [], tokens: [] });
}

const lines = (list) => list.map((item) => `  ${JSON.stringify(item)}`).join(',\n');
const lists = { environments: ENVIRONMENTS, persons, groups, users };
process.stdout.write(`{ ${Object.entries(lists).map(([name, list]) => `"${name}": [\n${lines(list)}\n ]`).join(',\n ')}}\n`);
