import type { InspectedFile } from '../../application/ports/importFiles.js';
import type { FieldId } from '../../domain/fields.js';
import { cellText } from '../../domain/sourceRow.js';
import { isAddress, looksLikeUserCode } from './fieldNames.js';

/** What the first rows hold in a column; shares (0-1) are of its filled cells. */
export interface ColumnContents {
  readonly any: boolean;
  readonly addresses: number;
  readonly userCodes: number;
  /** Digits 0-6 alone. */
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
    mutationCodes: share((text) => /^[0-6]$/u.test(text)),
    yesNo: share((text) => /^(?:j|n|ja|nee|y|yes|no|true|false|waar|onwaar|1|0|x)$/iu.test(text)),
    siteLanguages: share((text) => /^(?:1031|1036|1043|2057|2067)$/u.test(text)),
    longest: filled.reduce((longest, text) => Math.max(longest, text.length), 0),
  };
}

/** Whether what a column holds speaks against a field; an empty column speaks against none. */
export function contradicts(contents: ColumnContents, field: FieldId): boolean {
  if (!contents.any) return false;
  switch (field) {
    case 'email':
    case 'upn':
      return contents.addresses < 0.5;
    case 'user':
    case 'newUser':
      return contents.yesNo > 0.9 || contents.longest > 60;
    case 'description':
    case 'groupDescription':
      return contents.addresses > 0.5 || contents.userCodes > 0.5 || contents.mutationCodes > 0.9;
    case 'mutationCode':
      return contents.mutationCodes < 0.5;
    case 'person':
      return contents.addresses > 0 || contents.userCodes > 0.5 || contents.longest > 30;
    case 'group':
      return contents.addresses > 0.2 || contents.userCodes > 0.5;
    case 'password':
      return contents.addresses > 0.5 || contents.longest < 4;
    case 'siteLanguage':
      return contents.siteLanguages < 0.5;
    default:
      return contents.yesNo < 0.5;
  }
}

/** The field that a column's content alone makes think of. */
export function fieldOfContents(contents: ColumnContents): FieldId | undefined {
  if (contents.addresses > 0.9) return 'email';
  if (contents.userCodes > 0.8) return 'user';
  if (contents.siteLanguages > 0.9) return 'siteLanguage';
  return undefined;
}
