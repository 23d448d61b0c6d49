/** What the first values of a column look like, to judge whether a field can take them. */
import type { InspectedFile } from '../../application/ports/importFiles.js';
import { fieldOf, type FieldId, type FieldKind } from '../../domain/fields.js';
import { isMutationCode } from '../../domain/mutationCodes.js';
import { isSiteLanguage, readYesNo } from '../../domain/readValue.js';
import { cellText } from '../../domain/sourceRow.js';
import { isAddress, looksLikeUserCode } from './fieldNames.js';

/** What the first rows hold in a column; shares (0-1) are of its filled cells. */
export interface ColumnContents {
  readonly any: boolean;
  readonly addresses: number;
  readonly userCodes: number;
  readonly mutationCodes: number;
  readonly yesNo: number;
  readonly siteLanguages: number;
  readonly longest: number;
}

export function columnContents(file: InspectedFile, index: number): ColumnContents {
  const filled = file.sample.map(({ cells }) => cellText(cells[index]).trim()).filter((text) => text !== '');
  const share = (fits: (text: string) => boolean): number =>
    filled.length === 0 ? 0 : filled.filter(fits).length / filled.length;
  return {
    any: filled.length > 0,
    addresses: share(isAddress),
    userCodes: share(looksLikeUserCode),
    mutationCodes: share(isMutationCode),
    yesNo: share((text) => readYesNo(text) !== undefined),
    siteLanguages: share(isSiteLanguage),
    longest: filled.reduce((longest, text) => Math.max(longest, text.length), 0),
  };
}

/** Whether what a column holds speaks against a kind of field. */
const SPEAKS_AGAINST: Readonly<Record<FieldKind, (contents: ColumnContents) => boolean>> = {
  userCode: ({ yesNo, longest }) => yesNo > 0.9 || longest > 60,
  personCode: ({ addresses, userCodes, longest }) => addresses > 0 || userCodes > 0.5 || longest > 30,
  groupCode: ({ addresses, userCodes }) => addresses > 0.2 || userCodes > 0.5,
  text: isNoText,
  name: isNoText,
  email: ({ addresses }) => addresses < 0.5,
  upn: ({ addresses }) => addresses < 0.5,
  mutationCode: ({ mutationCodes }) => mutationCodes < 0.5,
  secret: ({ addresses, longest }) => addresses > 0.5 || longest < 4,
  yesNo: ({ yesNo }) => yesNo < 0.5,
  siteLanguage: ({ siteLanguages }) => siteLanguages < 0.5,
};

function isNoText({ addresses, userCodes, mutationCodes }: ColumnContents): boolean {
  return addresses > 0.5 || userCodes > 0.5 || mutationCodes > 0.9;
}

/** Whether what a column holds speaks against a field; an empty column speaks against none. */
export function contradicts(contents: ColumnContents, field: FieldId): boolean {
  return contents.any && SPEAKS_AGAINST[fieldOf(field).kind](contents);
}

/** The field that a column's content alone makes think of. */
export function fieldOfContents(contents: ColumnContents): FieldId | undefined {
  if (contents.addresses > 0.9) return 'email';
  if (contents.userCodes > 0.8) return 'user';
  if (contents.siteLanguages > 0.9) return 'siteLanguage';
  return undefined;
}
