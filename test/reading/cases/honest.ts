/** What people really type, in many languages and every way of saving it: not a word may be said of it. */
import iconv from 'iconv-lite';
import type { Case, Kind } from '../case.js';
import { csv, PLAIN, seenTable, xlsx, type Table } from '../table.js';

/** Names and descriptions of users. */
const NAMES =
  '\'s-Gravenhage|\'t Hart|’t Hart|van der Meer-d\'Ancona|Noor O\'Neill|Sjoukje de Haas - van Dijk|R&D|C# ontwikkelaar|5" scherm|Nan de Vries|None Smith|Inkoop en verkoop|100% inzet|A/B-team|Null, Jan|Undefined Behaviour B.V.|Jansen; Piet|Bakker, Bea|Jan / Piet|#1 in verkoop|@home|+31 70 123 45 67|-1 etage|=mc|A=B|50/50|1-2-2027|3-apr|12345|007|0|1.0|Team "Noord"|"Noord" en "Zuid"|(tijdelijk)|[extern]|<leeg>|*|a...z|…|–|Ja|Nee|WAAR|True Blue|FALSE friends|Loading dock|Error 404|Ext. 12 / kamer 3|C:\\temp|\\\\server\\map|x_y_z|100%20|Q&A|AT&T|Smith &Co|&c.|D&D;|Æ|Ø|ß|São Paulo|JOÃO CONCEIÇÃO|ÂNGELA MAGALHÃES|IRMÃ|MÃE|Vítor Baía|Ângela|André Mulder|Zoë Koster|Thijs Çelik|Łukasz Żółć|Małgorzata Gęś|Grzegorz Brzęczyszczykiewicz|Jiří Dvořák|Željko Đorđević|Ștefan Țepeș|Árpád Őszi|İpek Yılmaz|Şule Ağaoğlu|IĞDIR|ÇİĞDEM|Nguyễn Thị Ánh|Trần Đức Lương|Phạm Ngọc Thạch|Ðorður Þórsson|Ålesund|Õie Mäeöö|Ģirts Ķēniņš|Žydrūnas|Γιώργος Παπαδόπουλος|ΕΛΕΝΗ|Άννα Ίων|Иван Петров|Щербак Ёлкина|Ґалаґан Їжак|محمد علي|فاطمة الزهراء|عبد‌الله|می‌خواهم|علی‌رضا|خانه‌ها|כהן דוד|क्‍ष|शर्मा|श्रीमान् र्‍य|ക്‍ഷ|അവൻ|നന്‍മ|ශ්‍රී|தமிழ்|ไทย สมชาย|王小明|山田 太郎|김철수|ㅋㅋ|👩‍💻 beheer|👨‍👩‍👧 gezin|❤️ zorg|1️⃣ team|🏳️‍🌈|🇳🇱 Nederland|☎️ receptie|☕|naïef|coöperatie|reünie|financiën|crème brûlée|Ångström|µ-team|½ fte|36°C|€ 100|£ 5|§ 4|m²|№ 5|™|®|©|‘enkel’|“dubbel”|„laag”|«guillemets»|‹x›|a‑b|a–b|a—b|a•b|l·l|it’s|rock ’n’ roll|d’Ancona|O’Neill|Ñandú|¿Qué?|¡Hola!|Æsop|Œuvre|Ÿ|ﬁnance|Straße|GROẞ|Kelvin K|ABC123|abc|X|N/A-team|na|nil satis|Niets|Geen bijzonderheden|N.v.t. dit jaar|leeg pand|onbekend terrein|E5|1E5|2E lijn|3e verdieping|1e lijn|12e|A1|AA-01|T.N.T.|B.V.|v.d. Berg|d.d. 1 jan.|o.a.|e-mail: zie UPN|naam@kantoor|www.voorbeeld.nl|https://voorbeeld.nl/a?b=1&c=2|user_x0041_|&|;|,'.split(
    '|',
  );

const GROUPS = [
  'R&D',
  "'s-HERTOGENBOSCH",
  'A/B-team',
  'HRM-2',
  'Ünal',
  'ΟΜΑΔΑ',
  'Группа 1',
  '100%',
  'C#',
  'Inkoop en verkoop',
  'IT+ICT',
  'Z.O.',
  '2027',
  '00012',
  'E5',
  'na',
];
const ADDRESSES = ["noor.o'neill", 'a+b', 'x_y-z', 'jan.de.vries', '1', 'zoë', 'müller', 'иван', 'a&b', 'x=y', '100%'];

const HEADER = ['Gebruiker', 'Mutatiecode', 'Omschrijving', 'E-mail', 'UPN', 'Persoon', 'Groep'];

function table(names: readonly string[]): Table {
  return [
    HEADER,
    ...names.map((name, at) => {
      const code = `12345.H${at}`;
      const address = `${ADDRESSES[at % ADDRESSES.length] ?? ''}.${at}@voorbeeld.nl`;
      return [code, '3', name, address, address.replace(/^100%/u, 'p'), '', GROUPS[at % GROUPS.length] ?? ''];
    }),
  ];
}

const WARNED_OR_EMPTY = /^(?:<leeg>|D&D;|&c\.|100%20|[*…–&;,|]|)$/u;
const PEOPLE = NAMES.filter((name) => !WARNED_OR_EMPTY.test(name));

const part = (names: readonly string[], size: number): (readonly string[])[] =>
  Array.from({ length: Math.ceil(names.length / size) }, (_, at) => names.slice(at * size, (at + 1) * size));

function textCase(name: string, text: string, encoding: string, seen: Table, addBOM = false): Case {
  return { name, bytes: iconv.encode(text, encoding, { addBOM }), seen: seenTable(seen) };
}

const isWritable = (text: string): boolean => iconv.decode(iconv.encode(text, 'windows-1252'), 'windows-1252') === text;

const savings = [
  PLAIN,
  { ...PLAIN, delimiter: ',' },
  { ...PLAIN, delimiter: '\t', newline: '\n' },
  { ...PLAIN, quoteAll: true },
];

const textCases: readonly Case[] = part(PEOPLE, 12).flatMap((names, at) =>
  savings.flatMap((style) => {
    const rows = table(names);
    const text = csv(rows, style);
    const name = `part ${at} ${JSON.stringify(style.delimiter)}`;
    return [
      textCase(`${name} utf-8`, text, 'utf-8', rows),
      textCase(`${name} utf-8 with a mark`, text, 'utf-8', rows, true),
      textCase(`${name} utf-16le`, text, 'utf-16le', rows, true),
    ];
  }),
);

/** Names that a Western file holds, with enough of them that the encoding is not in doubt. */
const WESTERN = table(
  [
    'José Muñoz',
    'François Lefèvre',
    'JOÃO CONCEIÇÃO',
    'Zoë Koster',
    'Müller & Söhne',
    'd’Ancona',
    'Åse Ødegård',
    'coöperatie',
    'naïef – reünie',
  ].filter(isWritable),
).map((row) => row.map((cell) => (isWritable(cell) ? cell : cell.replace(/[^\x20-\x7e]/gu, 'x'))));

export const honestKinds: readonly Kind[] = [
  { name: 'honest: text files', honest: true, cases: textCases },
  {
    name: 'honest: Windows-1252',
    honest: true,
    cases: savings.map((style) =>
      textCase(JSON.stringify(style.delimiter), csv(WESTERN, style), 'windows-1252', WESTERN),
    ),
  },
  {
    name: 'honest: workbooks',
    honest: true,
    cases: part(PEOPLE, 12).map((names, at) => {
      const rows = table(names);
      // Nothing that a spreadsheet writes as an escape is meant as one here.
      const cells = rows.map((row) => row.map((cell) => cell.replaceAll('_x', '_x005F_x')));
      return { name: `part ${at}`, file: 'users.xlsx', bytes: xlsx(cells), seen: seenTable(rows) };
    }),
  },
];
