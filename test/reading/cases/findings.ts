/** Files made after public bug reports: the rows that may be done, and with which values; every other row has to be told. */
import { readFileSync } from 'node:fs';
import type { Case, Kind, SeenRow, SeenValue } from '../case.js';
import type { FieldId } from '../../../src/domain/fields.js';

type Values = Readonly<Partial<Record<FieldId, SeenValue>>>;

interface Finding extends Pick<Case, 'type' | 'overrides' | 'empty' | 'options'> {
  /** Rows below the header, done or told; none is lost. */
  readonly rows: number;
  /** By user code, what may be held by a row that is done. */
  readonly done?: Readonly<Record<string, Values>>;
}

const withoutMail = {
  overrides: { fix: [{ field: 'mutationCode', value: '1' }], skip: ['email'] },
  empty: { email: 'keep' },
} as const satisfies Partial<Finding>;
const mutation = { type: 'mutation' } as const;

const BEA = { description: 'Bea B.', email: 'bea.bakker@voorbeeld.nl', upn: 'bea.bakker@voorbeeld.nl' };
const MARIEKE = { description: 'Marieke V.', email: 'marieke.vos@voorbeeld.nl', upn: 'marieke.vos@voorbeeld.nl' };
const BEA_AND_MARIEKE = { '12345.BBA': BEA, '12345.MVO': MARIEKE };
const WARNED_SHAPE = (value: string): SeenValue => ({ value, told: ['UPN_SHAPE'] });
const LOOKALIKE = (code: string): SeenValue => ({ value: code, told: ['USER_LOOKALIKE'] });

/** Nothing is wrong with these: they have to be read, without an error. */
const HONEST: Readonly<Record<string, Finding>> = {
  'sep-line-quoted.csv': { rows: 2, done: BEA_AND_MARIEKE },
  'sep-line-with-delimiters.csv': { rows: 2, done: BEA_AND_MARIEKE },
  'end-of-file-mark.csv': { rows: 2, done: BEA_AND_MARIEKE },
  'end-of-file-mark-and-zeros.csv': { rows: 2, done: BEA_AND_MARIEKE },
  'end-of-file-mark-behind-a-password.csv': { rows: 1, done: { '12345.BBA': { ...BEA, password: 'Wachtwoord2027!' } } },
  'relation-with-backslash.xlsx': { rows: 2, done: BEA_AND_MARIEKE },
  'strings-relation-with-backslash.xlsx': {
    rows: 3,
    done: {
      '12345.BBA': { ...BEA, description: 'Bea Bakker' },
      '12345.MVO': { ...MARIEKE, description: 'Marieke Vos' },
      '12345.ZKO': { description: 'Zoë Koster', email: 'zoe.koster@voorbeeld.nl', upn: 'zoe.koster@voorbeeld.nl' },
    },
  },
};

const FINDINGS: Readonly<Record<string, Finding>> = {
  'nul-in-a-name.csv': { rows: 1 },
  'half-emoji-in-a-new-code.xlsx': { rows: 1 },
  'nul-in-an-ignored-column.xlsx': {
    rows: 2,
    overrides: { ignoreColumns: ['Opmerking'] },
    done: {
      '12345.MVO': { description: 'Marieke Vos', email: 'marieke@voorbeeld.nl', upn: 'marieke.vos@voorbeeld.nl' },
      '12345.ZKO': { description: 'Zoë Koster', email: 'zoe@voorbeeld.nl', upn: 'zoe.koster@voorbeeld.nl' },
    },
  },
  'half-emoji-and-nul.xlsx': {
    rows: 3,
    overrides: { ignoreColumns: ['Opmerking'] },
    done: { '12345.MVO': { description: 'Marieke Vos' }, '12345.ZKO': { description: 'Zoë Koster' } },
  },
  'boolean-that-is-a-word.xlsx': { ...mutation, rows: 2, done: { '12345.MVO': { description: 'Marieke Vos' } } },
  'number-that-is-a-word.xlsx': { ...mutation, rows: 2, done: { '12345.MVO': { description: 'Marieke Vos' } } },
  'strings-part-missing.xlsx': { ...mutation, rows: 1 },
  'strings-outside-the-table.xlsx': {
    ...mutation,
    rows: 4,
    done: { '12345.TCE': { description: 'Thijs Çelik', email: 'thijs.celik@voorbeeld.nl', upn: '' } },
  },
  'code-without-string-number.xlsx': { rows: 2, done: { '12345.MVO': { description: 'Marieke Vos' } } },
  'formula-of-a-text.csv': {
    rows: 2,
    done: {
      '12345.BBA': { description: 'Bea Bakker', email: 'bea@voorbeeld.nl', upn: '' },
      '12345.NW1': { description: 'Bos; Nel', email: 'nel@voorbeeld.nl', upn: '' },
    },
  },
  'formula-of-a-text-quoted.csv': {
    rows: 2,
    done: { '12345.BBA': { description: 'Bea Bakker' }, '12345.NW1': { description: 'Bos; Nel' } },
  },
  'formula-of-a-text-mutation.csv': {
    ...mutation,
    rows: 1,
    done: { '12345.BBA': { description: 'Bea Bakker', upn: 'bea.bakker@voorbeeld.nl' } },
  },
  'quote-marks-before-codes.csv': { rows: 12 },
  'apostrophes.csv': { rows: 3, done: { '12345.ZKO': { description: "'s-Gravenhage" } } },
  'apostrophes.xlsx': { rows: 3, done: { '12345.ZKO': { description: "'s-Gravenhage" } } },
  'unit-separators.csv': {
    rows: 4,
    done: {
      '12345.BBA': { description: 'Bea Bakker' },
      '12345.MVO': { description: 'Marieke Vos' },
      '12345.ZKO': { email: 'zoe@voorbeeld.nl' },
      '12345.TCE': { person: '100015' },
    },
  },
  'unit-separators.xlsx': {
    rows: 2,
    done: { '12345.BBA': { description: 'Bea Bakker' }, '12345.MVO': { description: 'Marieke' } },
  },
  'invisible-marks-in-codes.csv': {
    rows: 3,
    done: { '12345.BBA': { description: 'Bea Bakker' }, '12345.bba': { description: 'Bea Bakker' } },
  },
  'invisible-marks-in-addresses.csv': { rows: 3, done: { '12345.MVO': { email: 'jan@voorbeeld.nl' } } },
  'invisible-marks-in-upns.csv': { rows: 3, done: { '12345.MVO': { upn: 'jan@voorbeeld.nl' } } },
  'upn-of-another-with-invisible-mark.csv': { rows: 1 },
  'utf-8-misread-before.csv': { rows: 2 },
  'utf-8-with-one-bad-byte.csv': { rows: 0 },
  'utf-8-cut-off-in-a-letter.csv': { rows: 0 },
  'cp850-names.csv': { rows: 2 },
  'mac-roman-names.csv': { rows: 2 },
  'replacement-character.csv': { rows: 2, done: { '12345.MVO': { description: 'Marieke Vos' } } },
  'byte-that-is-nothing.csv': { rows: 2, done: { '12345.MVO': { description: 'Marieke Vos' } } },
  'formula-that-is-false.xlsx': { rows: 1 },
  'password-in-e-notation.csv': { rows: 1 },
  'codes-in-e-notation.csv': { rows: 3 },
  'dates-as-codes.csv': { rows: 2, done: { '12345.BBA': { group: '1-feb' }, '3-apr': { description: 'April Drie' } } },
  'number-with-a-letter-in-its-format.xlsx': { rows: 1 },
  'lists-of-groups.csv': { rows: 4 },
  'lists-of-groups-to-add.csv': { rows: 4 },
  'query-result-with-rules.csv': { ...withoutMail, rows: 3 },
  'words-for-nothing-in-upns.csv': {
    rows: 0,
    done: {
      '12345.BGR': { upn: WARNED_SHAPE('geen') },
      '12345.MSC': { upn: WARNED_SHAPE('leeg') },
      '12345.SPET': { upn: WARNED_SHAPE('Onbekend') },
    },
  },
  // Words that may be somebody's code as well.
  'words-for-nothing-as-codes.csv': { rows: 0, done: { NA: {}, geen: {}, leeg: {}, Onbekend: {} } },
  'row-of-totals.csv': {
    ...withoutMail,
    rows: 2,
    // Nothing in the row of totals tells it from one on a user called so.
    done: { '12345.BBA': { description: 'Bea Bakker', upn: 'bea.bakker@voorbeeld.nl' }, Totaal: {} },
  },
  'null-as-new-code.csv': { rows: 1 },
  'labels-and-then-ids.csv': {
    ...withoutMail,
    rows: 2,
    done: { '12345.BBA': { description: 'Bea B.' }, '12345.MVO': { description: 'Marieke V.' } },
  },
  'two-files-joined.csv': { rows: 2, done: BEA_AND_MARIEKE },
  'two-files-joined-columns-exchanged.csv': {
    ...withoutMail,
    rows: 2,
    done: {
      '12345.BBA': { description: 'Bea B.' },
      '12345.MVO': { description: 'Marieke V.', upn: 'mvo@voorbeeld.nl' },
    },
  },
  'two-files-joined-longer-header.csv': {
    rows: 3,
    done: {
      '12345.BBA': { mutationCode: '0', description: 'Bea Bakker' },
      '12345.MVO': { mutationCode: '0' },
      '12345.NW1': { person: '100001', group: 'INKOOP' },
    },
  },
  'whole-numbers-made-fractions.csv': { rows: 1 },
  'codes-made-fractions.csv': { rows: 3, done: { '12345.10': { description: 'Tien' } } },
  'new-code-made-a-fraction.csv': { rows: 2, done: { '12345.MVO': { password: '123456789012.0' } } },
  'header-with-pipes.csv': { rows: 2, done: BEA_AND_MARIEKE },
  'header-with-commas.csv': {
    ...withoutMail,
    rows: 2,
    overrides: { ...withoutMail.overrides, skip: ['email', 'upn'] },
  },
  'every-line-in-quotes.csv': { rows: 1 },
  'all-in-one-column.xlsx': { rows: 2 },
  'error-words-in-upns.csv': { rows: 10 },
  'error-words-in-names.csv': { rows: 0 },
  'error-words-as-codes.csv': { rows: 10 },
  'password-formula-without-result.xlsx': { rows: 1 },
  'fixed-width-cut-at-240.prn': { rows: 1, overrides: { ignoreColumns: ['#2'] } },
  'fixed-width-cut-in-a-upn.prn': { ...withoutMail, rows: 0 },
  'carriage-returns-doubled.csv': {
    rows: 1,
    done: { '12345.BBA': { description: { anyOf: ['Bea B.', 'Bea\nB.', 'Bea\n\nB.'] } } },
  },
  'backslash-before-quotes.csv': { rows: 2, done: { '12345.MVO': { description: 'Marieke Vos' } } },
  'backslash-before-quotes-outside-quotes.csv': {
    rows: 2,
    done: {
      '12345.BBA': { description: { value: 'Bea \\"Bee\\" Bakker', told: ['TEXT_ESCAPED'] } },
      '12345.MVO': { description: 'Marieke Vos' },
    },
  },
  'html-entity.csv': {
    rows: 1,
    done: { '12345.NON': { description: { value: 'Noor O&#39;Neill', told: ['TEXT_ESCAPED'] } } },
  },
  'shifted-by-a-semicolon.csv': {
    ...withoutMail,
    rows: 4,
    overrides: { skip: ['email'] },
    done: {
      '12345.MVO': { upn: 'marieke.vos@voorbeeld.nl' },
      '12345.ZKO': { upn: 'zoe.koster@voorbeeld.nl' },
    },
  },
  'shifted-into-an-empty-cell.csv': { rows: 2, done: { '12345.MVO': { upn: 'marieke.vos@voorbeeld.nl' } } },
  'line-end-before-a-workbook.xlsx': { rows: 2, done: BEA_AND_MARIEKE },
  'mark-before-a-workbook.xlsx': { rows: 2, done: BEA_AND_MARIEKE },
  'strings-part-missing-for-some.xlsx': { rows: 3 },
  'styles-relation-with-backslash.xlsx': {
    rows: 1,
    done: { '12345.00007': { description: 'Nieuw Zeven', person: '00042' } },
  },
  'mail-called-xls.xls': { rows: 1 },
  'json-called-csv.csv': { rows: 1 },
  'web-page-called-xls.xls': { rows: 2 },
  'look-alikes-in-addresses.csv': {
    rows: 0,
    done: { '12345.PWI': { email: 'x`y@voorbeeld.nl' }, '12345.JHO': { email: 'xıy@voorbeeld.nl' } },
  },
  'at-signs.csv': {
    rows: 0,
    done: {
      '12345.CHO': { upn: WARNED_SHAPE('chloe') },
      '12345.YBR': { upn: WARNED_SHAPE('a@b@voorbeeld.nl') },
      '12345.SHE': { upn: WARNED_SHAPE('sem hendriks@voorbeeld.nl') },
      '12345.BPO': { upn: WARNED_SHAPE('<bram@voorbeeld.nl>') },
      '12345.PWI': { upn: WARNED_SHAPE('VOORBEELD\\pwi') },
      '12345.TCE': { upn: WARNED_SHAPE('Thijs Celik') },
      '12345.RDE': { upn: WARNED_SHAPE('rde@voorbeeld.nl.') },
    },
  },
  'dotted-i-in-codes.csv': {
    rows: 3,
    done: {
      '12345.İPEK': { description: 'Een' },
      '12345.IPEK': { description: 'Twee' },
      '12345.ıpek': { user: LOOKALIKE('12345.ıpek') },
    },
  },
};

function caseOf(name: string, { rows, done = {}, ...how }: Finding): Case {
  const seen: SeenRow[] = Object.entries(done).map(([user, values]) => ({ values: { user, ...values } }));
  const told = Array.from({ length: Math.max(0, rows - seen.length) }, () => ({ values: { user: null } }));
  const bytes = readFileSync(`samples/corpus/findings/${name}`);
  return { name, file: name, bytes, ...how, seen: [...seen.map((row) => ({ ...row, optional: rows === 0 })), ...told] };
}

const casesOf = (findings: Readonly<Record<string, Finding>>): Case[] =>
  Object.entries(findings).map(([name, finding]) => caseOf(name, finding));

export const findingKinds: readonly Kind[] = [
  { name: 'finding: nothing wrong', honest: true, cases: casesOf(HONEST) },
  { name: 'finding: misleading', cases: casesOf(FINDINGS) },
];
