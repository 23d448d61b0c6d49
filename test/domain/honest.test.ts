/** Names and codes that people use: none is an error, and none is warned of. */
import { expect, test } from 'vitest';
import { fieldOf, type FieldId } from '../../src/domain/fields.js';
import { judgeText } from '../../src/domain/judgeText.js';
import { normaliseText } from '../../src/domain/sourceRow.js';

const known = { participant: '12345', kind: undefined, isSomebodys: () => false };

const HONEST: Readonly<Partial<Record<FieldId, string>>> = {
  description: `
Bea Bakker|Jan de Vries|Zoë Koster|Daniël Peters|André van 't Hoff|Noor O'Neill|Noor O’Neill|Thijs Çelik|Fatima Yılmaz|Anouk van den Berg
's-Gravenhage, Anna van|’t Hart, Piet|Jan-Willem de Groot|M.J. (Marieke) Vos|Bakker - de Boer, Bea|Prof. dr. ir. A. Smit|Łukasz Żółkiewski|Małgorzata Śliwińska
Grzegorz Brzęczyszczykiewicz|Źdźbło Ćma|José Muñoz|JOÃO CONCEIÇÃO|IRMÃ LÚCIA|Conceição da Assunção|Inês Araújo|Guimarães|ÇAĞLAR ÖZGÜR|Şükrü Öğüt
İpek Işık|IŞIL ÜNLÜ|Gökçe Çağrı|Ömer Faruk Ağaoğlu|محمد بن عبد الله|فاطمة الزهراء|نرگس می‌خواهد|علی‌رضا رضایی|مهسا امینی|حسین‌علی
क्षत्रिय कुमार|श्री‌लाल|রবীন্দ্রনাথ ঠাকুর|சுப்பிரமணியன்|ಶ್ರೀ‍ನಿವಾಸ|ස්‍රී ලංකා|Nguyễn Thị Ánh|Đỗ Hồng Ngọc|Trần Đình Thắng|Phạm Thị Mỹ Lệ
Γιώργος Παπαδόπουλος|ΆΝΝΑ ΉΡΑ|Ελένη Χατζή|Иван Жуков|Ольга Щербакова|Юлія Їжакевич|Ђорђе Љубичић|Åsa Öström|Bjørn Ærø|Þórður Ævarsson|Guðrún Jónsdóttir
Ångström Å|Æsa|Øystein Ås|Jürgen Groß|STRASSE & SÖHNE|Müller-Lüdenscheidt|François L’Hôte|Loïc Le Bœuf|Élodie « É » Dupré|Zoé D’Arc
Siobhán Ní Dhomhnaill|Seán Ó Súilleabháin|Nan de Vries|Nan|Nil Yalter|Nat King|Na Li|Undefined Books BV|Null, Jan|Nulens|None Such Ltd.
R&D|AT&T|Inkoop & Verkoop|C# ontwikkelaar|F# team|100% inzet|50%|C:\\Users|stagiair(e)|Jan "Jopie" Bos|Bea «Bee» Bakker
日本 太郎|山田　花子|김철수|王小明|欧阳娜娜|ישראל ישראלי|გიორგი|Հայկ|ไทย สมชาย|👩‍💻 Bea|Bea ❤️ 😀|🏳️‍🌈 team
3e verdieping|Kamer 508|nr. #3|Wie is dat?|Hé!|12|2026-04-03|1E5|Receptie (balie)|Test_account|a.b|Jan~Piet|x²|½ dag|€ 100|—Bea—|Å’s kamer|É’s werk|CAFÉ…|« ÉTÉ »`,
  user: `12345.BKR|BKR|j.jansen|12345.O'N|O’N|12345.Ä|jan-willem|a_b|12345.1|12345.001|12345.010|007|12345.é|ЖУК|12345.NAN|NIL|NA|1E5|a@b|x&y|12345.BKR.2|12345.(T)|T#1|12345.K+L|0`,
  group: `INKOOP|HRM|'s-Gravenhage|'t Gooi|Inkoop & verkoop|Inkoop/verkoop|R&D|C# ontwikkelaar|Financiën|Team Noord|Binnen- & buiten|Groep 1|1e lijn|منابع‌انسانی|人事部|営業　部|Отдел кадров|Διοίκηση|Phòng Nhân sự|(Extern)|A+|Zorg+|ICT-beheer|24/7|Nijmegen.Oost|100%|€-team|N.V.|Team ❤️`,
  person: `100001|00042|P-100|ab12|100.001`,
  email: `bea@voorbeeld.nl|o'neill@voorbeeld.nl|jörg@bücher.example|a_b+c@x-y.nl|иван@пример.рф|info@voorbeeld.co.uk|ipek.ışık@voorbeeld.nl|josé@correo.es`,
  upn: `bea@voorbeeld.nl|o'neill@voorbeeld.nl|j.jansen@intern.voorbeeld.local|jörg@bücher.example`,
  groupDescription: `Financiën & controle|Personeelszaken (HRM)|’t Gooi en omstreken|Inkoop, verkoop; logistiek|Отдел кадров`,
};

const CASES = Object.entries(HONEST).flatMap(([field, texts]) =>
  texts.split(/[|\n]/u).flatMap((text) => (text.trim() === '' ? [] : [[field as FieldId, text] as const])),
);

test.each(CASES)('%s: %s', (field, text) => {
  expect(judgeText(fieldOf(field), normaliseText(text), known)).toEqual([]);
});
