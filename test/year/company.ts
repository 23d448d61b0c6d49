/**
 * A company as its HR department knows it: who works there, in which departments, and the file that it exports every night.
 * Nothing of the program's code: what the directory has to become is worked out from this alone (`accounts.ts`).
 */
import type { Random } from '../support/breakRandom.js';

export const DEPARTMENTS = {
  Directie: 'DIRECTIE',
  'Financiële administratie': 'FIN',
  HRM: 'HRM',
  ICT: 'ICT',
  Inkoop: 'INKOOP',
  Verkoop: 'VERKOOP',
} as const;
export type Department = keyof typeof DEPARTMENTS;
const ALL = Object.keys(DEPARTMENTS) as Department[];

export type Status = 'In dienst' | 'Terug in dienst' | 'Uit dienst';

export interface Person {
  readonly number: string;
  readonly first: string;
  last: string;
  mail: string;
  language: 'NL' | 'EN';
  departments: Department[];
  status: Status;
  /** Nights for which a status other than `In dienst` still stands in the export. */
  nights: number;
  /** Nights in the export so far. */
  seen: number;
}

/** A department that somebody was taken off: a file adds to groups, and an administrator takes out of them. */
export interface Move {
  readonly number: string;
  readonly from: Department;
}

const FIRST = ['Bea', 'Zoë', 'Karim', 'Olga', 'André', 'Chloë', 'Noor', 'Sem', 'İpek', 'Łukasz', 'Daniël', 'Fatima'];
const LAST = ['Bakker', "van 't Hof", 'Yılmaz', 'de Vries', 'El Amrani', 'Çelik', 'Brouwer', 'Müller', 'Postma'];

const HEADER = 'Personeelsnummer;Roepnaam;Achternaam;E-mail;Afdeling;Taal;Status';
/** How long a status that is not `In dienst` stays in the export, so that a night that is lost loses nothing. */
const NOTICE = 4;

export class Company {
  /** Those in the export, by number. */
  readonly people = new Map<string, Person>();
  private readonly gone: Person[] = [];
  private next = 1001;

  constructor(
    private readonly random: Random,
    size: number,
  ) {
    // Two of the oldest numbers begin with a zero, as spreadsheets like them.
    for (const number of ['0907', '0911']) this.hire(number);
    while (this.people.size < size) this.hire();
  }

  /** Everybody who works here. */
  get employed(): readonly Person[] {
    return [...this.people.values()].filter(({ status }) => status !== 'Uit dienst');
  }

  hire(number = String(this.next++)): Person {
    const { random } = this;
    const person: Person = {
      number,
      first: random.pick(FIRST),
      last: random.pick(LAST),
      mail: `medewerker.${number}@voorbeeld.nl`,
      language: random.chance(0.8) ? 'NL' : 'EN',
      departments: [random.pick(ALL)],
      status: 'In dienst',
      nights: 0,
      seen: 0,
    };
    if (random.chance(0.15)) person.departments = [...new Set([...person.departments, random.pick(ALL)])];
    this.people.set(number, person);
    return person;
  }

  /** Some are told of as leaving; others are in no file any more. */
  dismiss(person: Person, told = this.random.chance(0.5)): void {
    // Whom no night that went well has seen, nobody can let in again.
    if (person.seen > NOTICE) this.gone.push(person);
    if (!told) this.people.delete(person.number);
    else Object.assign(person, { status: 'Uit dienst', nights: NOTICE });
  }

  /** What happens in a day; answers the departments that people were taken off. */
  day(): readonly Move[] {
    const { random } = this;
    this.settle();
    const moves: Move[] = [];
    if (random.chance(0.3)) this.hire();
    if (random.chance(0.25) && this.employed.length > 35) this.dismiss(random.pick(this.regular));
    if (random.chance(0.2)) moves.push(this.move(random.pick(this.regular)));
    const renamed = random.pick(this.regular);
    if (random.chance(0.06)) renamed.last = `${random.pick(LAST)}-${renamed.last}`.slice(0, 40);
    const moved = random.pick(this.regular);
    if (random.chance(0.06)) moved.mail = `m${random.below(1000)}.${moved.number}@voorbeeld.nl`;
    if (random.chance(0.04)) renamed.language = renamed.language === 'NL' ? 'EN' : 'NL';
    const [back] = this.gone;
    if (back && random.chance(0.06) && !this.people.has(back.number)) this.takeBack(back);
    return moves;
  }

  /** A quiet day: statuses run out, and nothing else happens. */
  settle(): void {
    for (const person of this.people.values()) {
      person.seen++;
      if (person.status === 'In dienst' || --person.nights > 0) continue;
      if (person.status === 'Uit dienst') this.people.delete(person.number);
      else person.status = 'In dienst';
    }
  }

  /** Those of whom nothing else is going on; the oldest stay. */
  get regular(): readonly Person[] {
    return [...this.people.values()].filter(({ status, number }) => status === 'In dienst' && !number.startsWith('0'));
  }

  private takeBack(person: Person): void {
    this.gone.shift();
    Object.assign(person, { status: 'Terug in dienst', nights: NOTICE });
    this.people.set(person.number, person);
  }

  private move(person: Person): Move {
    const from = this.random.pick(person.departments);
    const to = this.random.pick(ALL.filter((one) => !person.departments.includes(one)));
    person.departments = [...person.departments.filter((one) => one !== from), to];
    return { number: person.number, from };
  }

  /** The file of tonight: a row for each department of each person, in the order of the numbers. */
  export(): string {
    const people = [...this.people.values()].sort((a, b) => (a.number < b.number ? -1 : 1));
    const rows = people.flatMap((person) =>
      person.departments.map((department) =>
        [person.number, person.first, person.last, person.mail, department, person.language, person.status].join(';'),
      ),
    );
    return [HEADER, ...rows, ''].join('\r\n');
  }
}
