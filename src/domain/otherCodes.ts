/**
 * Users whom rows may be about under another code: a spreadsheet lost the zeros of a number, or a person got another one. Who
 * then counts as absent would be blocked for it.
 */
import { textsGiven, type PlannedRow } from './plannedRow.js';
import { caseKey, upnKey } from './sourceRow.js';

/** Beyond so many new users the guard on those has something to say; memory has to stay flat. */
const MOST = 20_000;

export class OtherCodes {
  private readonly codes = new Set<string>();
  private readonly addresses = new Set<string>();

  /** Notes a row of the file that makes somebody, or that is rejected for what is somebody else's. */
  add(row: PlannedRow): void {
    if (row.outcome !== 'create' && row.outcome !== 'rejected') return;
    if (this.codes.size >= MOST || this.addresses.size >= MOST) return;
    this.codes.add(withoutZeros(row.user));
    for (const { code, params } of row.messages) {
      if (code === 'UPN_TAKEN') this.codes.add(withoutZeros(String(params['holder'])));
      if (code === 'USER_LOOKALIKE' && params['like'] !== '') this.codes.add(withoutZeros(String(params['like'])));
    }
    for (const field of ['email', 'upn'] as const)
      for (const address of textsGiven(row, field)) if (address !== '') this.addresses.add(upnKey(address));
  }

  /** Whether one of those rows may be about this user, who is named by none. */
  mayBe({ code, email, upn }: { readonly code: string; readonly email: string; readonly upn: string }): boolean {
    return (
      this.codes.has(withoutZeros(code)) ||
      [email, upn].some((address) => address !== '' && this.addresses.has(upnKey(address)))
    );
  }
}

/** A code as it is compared where the zeros in front of its numbers may be lost. */
function withoutZeros(code: string): string {
  return caseKey(code).replaceAll(/(?<!\d)0+(?=\d)/gu, '');
}
