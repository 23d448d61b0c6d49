/** Directories and imports for properties: few names, so that rows meet each other. */
import fc from 'fast-check';
import type { AccessField, FieldId, ImportType } from '../../src/domain/fields.js';
import type { DirectoryNote, UserNote } from './engineDirectory.js';
import type { RowTexts } from './engineRows.js';
import { MODEL_FILTERS, type ModelFilter } from './naiveModel.js';

export const TARGET = 'T12345AA';
const ENVIRONMENTS = [TARGET, 'T12345AB', 'O12345AA', 'T12345AX'] as const;
const CODES = ['12345.A', '12345.B', '12345.C', '12345.d@x', '12345.SYS'] as const;
const UPNS = ['', 'u1@x.nl', 'u2@x.nl', 'u3@x.nl'] as const;
const EMAILS = ['', 'a@x.nl', 'b@x.nl'] as const;

const user = (environment: string): fc.Arbitrary<Partial<UserNote>> =>
  fc.record({
    description: fc.constantFrom('', 'Een', 'Twee'),
    email: fc.constantFrom(...EMAILS),
    upn: fc.constantFrom(...UPNS),
    person: fc.constantFrom(null, 'P1'),
    blocked: fc.boolean(),
    access: fc.subarray(['profit', 'inSite', 'outSite'] as AccessField[]),
    groups: environment === TARGET ? fc.subarray(['G1', 'G2']) : fc.constant([]),
    tokens: fc.subarray(['Pocket / een', 'Pocket / twee']),
  });

/** Any users in two test environments, a production one and a removed one; no two codes share a UPN in a type. */
export const directories: fc.Arbitrary<DirectoryNote> = fc
  .tuple(
    ...ENVIRONMENTS.flatMap((environment) =>
      CODES.map((code) =>
        fc.option(
          user(environment).map((note) => [environment, code, note] as const),
          { freq: 2 },
        ),
      ),
    ),
  )
  .map((given) => {
    const users: Record<string, Partial<UserNote>> = {};
    const owners = new Map<string, string>();
    for (const one of given) {
      if (!one) continue;
      const [environment, code, note] = one;
      const key = `${environment === 'T12345AX' ? 'X' : environment.charAt(0)} ${note.upn}`;
      const owner = owners.get(key) ?? code;
      owners.set(key, owner);
      users[`${environment} ${code}`] = { ...note, system: code === '12345.SYS', ...(owner !== code && { upn: '' }) };
    }
    return {
      environments: { T12345AA: {}, T12345AB: {}, O12345AA: {}, T12345AX: { deleted: true } },
      persons: Object.fromEntries(ENVIRONMENTS.map((environment) => [environment, ['P1', 'P2']])),
      groups: { 'T12345AA G1': 'Een', 'T12345AA G2': '', 'O12345AA G1': 'Een' },
      users,
    };
  });

/** Whom environments protect: nobody, in most. */
export const protections: fc.Arbitrary<Readonly<Record<string, ModelFilter>>> = fc.dictionary(
  fc.constantFrom(TARGET, 'T12345AB'),
  fc.constantFrom(...MODEL_FILTERS),
  { maxKeys: 2, size: 'xsmall' },
);

const CELLS: Readonly<Partial<Record<FieldId, readonly string[]>>> = {
  user: ['A', '12345.a', 'B', '12345.B', 'C', 'd@x', 'NIEUW', 'nieuw', 'e@x', 'SYS', '', '12345.VEEL-TE-LANGE-CODE'],
  mutationCode: ['0', '1', '1', '2', '3', '3', '4', '4', '4', '5', '6', '', '7'],
  newUser: ['', 'A', 'b', 'NIEUW', 'NIEUWER', 'f@x'],
  description: ['Een', 'Twee', 'Drie', ''],
  email: ['a@x.nl', 'A@x.nl', 'c@x.nl', '', 'geen adres'],
  upn: ['u1@x.nl', 'U1@X.nl', 'u2@x.nl', 'u3@x.nl', 'u4@x.nl', ''],
  person: ['P1', 'p2', 'P9', ''],
  group: ['G1', 'g2', 'G3', 'g3', '', 'iedereen'],
  groupDescription: ['', 'Een', 'Nieuw'],
  password: ['', 'lang-genoeg-zo', 'kort'],
  profit: ['J', 'n', '', '', 'eh'],
  outSite: ['X', 'nee', '', ''],
  siteLanguage: ['1043', '2057', '', '', '1'],
};

const NOT_IN_MUTATION: readonly string[] = ['mutationCode', 'newUser', 'group', 'groupDescription', 'password'];

export interface AnyImport {
  readonly type: ImportType;
  readonly columns: FieldId[];
  readonly rows: RowTexts[];
  readonly empty: Record<string, 'keep' | 'clear'>;
}

const emptyRules: fc.Arbitrary<Record<string, 'keep' | 'clear'>> = fc.dictionary(
  fc.constantFrom('upn', 'email', 'description', 'person', 'profit', 'siteLanguage'),
  fc.constantFrom('keep' as const, 'clear' as const),
  { maxKeys: 2 },
);

/** Any file: most have all columns, some lack a few. */
export function imports(
  options: { readonly codes?: readonly string[]; readonly type?: ImportType; readonly maxRows?: number } = {},
): fc.Arbitrary<AnyImport> {
  const types = fc.constantFrom<ImportType>(
    ...(options.type ? [options.type] : (['user', 'user', 'user', 'mutation'] as const)),
  );
  return types.chain((type) => {
    const fields = (Object.keys(CELLS) as FieldId[]).filter(
      (field) => type === 'user' || !NOT_IN_MUTATION.includes(field),
    );
    const columns = fc
      .subarray(fields.filter((field) => field !== 'user' && (!options.codes || field !== 'mutationCode')))
      .map((few) =>
        few.length < 3
          ? fields
          : (['user', ...(options.codes && type === 'user' ? ['mutationCode' as const] : []), ...few] as FieldId[]),
      );
    return columns.chain((chosen) => {
      const cells = chosen.map((field) => {
        const texts = field === 'mutationCode' ? (options.codes ?? CELLS[field]) : CELLS[field];
        return [field, fc.constantFrom(...(texts ?? ['']))] as const;
      });
      return fc.record({
        type: fc.constant(type),
        columns: fc.constant(chosen),
        rows: fc.array(fc.record(Object.fromEntries(cells)), {
          minLength: 1,
          maxLength: options.maxRows ?? 10,
        }),
        empty: emptyRules,
      });
    });
  });
}

/** Rows that are planned together: usually all, sometimes so few that a file spans many chunks. */
export const chunks = fc.constantFrom(undefined, 1, 2, 3);
