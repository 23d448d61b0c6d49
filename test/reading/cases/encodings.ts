/** Names in every single-byte encoding, read without being told which: right, told to be a guess, or refused. */
import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import type { Case, Kind, SeenRow } from '../case.js';
import { csv, type Table } from '../table.js';

const ENCODINGS =
  'cp437 cp737 cp775 cp850 cp852 cp855 cp857 cp858 cp860 cp861 cp863 cp865 cp866 cp869 macroman maccenteuro macturkish macgreek maccyrillic windows-1250 windows-1251 windows-1252 windows-1253 windows-1254 windows-1257 windows-1258 iso-8859-1 iso-8859-2 iso-8859-4 iso-8859-5 iso-8859-7 iso-8859-9 iso-8859-10 iso-8859-13 iso-8859-15 iso-8859-16 koi8-r koi8-u'.split(
    ' ',
  );
const HEADER = ['Gebruiker', 'Mutatiecode', 'Omschrijving', 'E-mail', 'UPN'];
const USERS = ['12345.BBA', '12345.MVO', '12345.ZKO', '12345.TCE', '12345.BPO', '12345.SBO'];

/** The names, each in a row; read as Windows-1252 a letter may be another letter where the plan calls it a guess. */
function caseOf(encoding: string, name: string, names: readonly string[]): Case {
  const table: Table = [HEADER, ...names.map((text, at) => [USERS[at] ?? '', '1', text, `n${at}@voorbeeld.nl`, ''])];
  const seen = names.map((text, at): SeenRow => {
    const guessed = iconv.decode(iconv.encode(text, encoding), 'windows-1252');
    const isAName = /^[\p{L}\p{M}\u00a0 .’´–—-]*$/u.test(guessed);
    return { values: { user: USERS[at] ?? '', description: { anyOf: [text, ...(isAName ? [{ guessed }] : [])] } } };
  });
  return { name: `${encoding} ${name}`, bytes: iconv.encode(csv(table), encoding), seen };
}

const writable = (encoding: string, text: string): boolean =>
  iconv.decode(iconv.encode(text, encoding), encoding) === text;

const NAMES = [
  ...['René Müller', 'Zoë Çelik', 'Søren Ødegård', 'José Muñoz', 'João Conceição', 'François Lefèvre'],
  ...['Łukasz Żółć', 'Ștefan Țepeș', 'Jiří Dvořák', 'Čedomir Đorđević', 'Árpád Őszi', 'Małgorzata Gęś'],
  ...['İpek Yılmaz', 'Şule Ağaoğlu', 'Göğüş Işık', 'Ģirts Ķēniņš', 'Žydrūnas Šarūnas', 'Õie Mäeöö'],
  ...['Иван Петров', 'Ґалаґан Їжак', 'Щербак Ёлкина', 'Γιώργος Παπαδόπουλος', 'Ελένη Ωνάση', 'Άννα Ίων'],
];

/** A name with one byte of the encoding within it, for each byte that is a letter there. */
function byteCases(encoding: string): Case[] {
  return Array.from({ length: 128 }, (_, at) => iconv.decode(Buffer.from([at + 128]), encoding)).flatMap(
    (letter, at) =>
      /^\p{L}$/u.test(letter) ? [caseOf(encoding, `byte ${(at + 128).toString(16)}`, [`Ren${letter}e Vos`])] : [],
  );
}

export const encodingKinds: readonly Kind[] = [
  {
    name: 'encoding: names',
    cases: ENCODINGS.flatMap((encoding) => {
      const names = NAMES.filter((name) => writable(encoding, name));
      // What is UTF-8 by chance is, for everybody, UTF-8.
      return [
        ...names.map((name) => caseOf(encoding, name, [name])),
        caseOf(encoding, 'together', names.slice(0, 6)),
      ].filter(({ bytes }) => !isUtf8(bytes));
    }),
  },
  { name: 'encoding: every byte that is a letter', cases: ENCODINGS.flatMap(byteCases) },
];
