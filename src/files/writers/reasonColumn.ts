/** The header of the column that a file of rejected rows has more than its source. */
export const REASON_HEADERS = { nl: 'Reden van afkeuring', en: 'Reason for rejection' } as const;

/** Also as it was called before. */
const HEADERS: ReadonlySet<string> = new Set([...Object.values(REASON_HEADERS), 'Reden van afwijzing']);

/** Whether a column holds the reasons of an earlier rejection, which nothing reads. */
export function isReasonColumn(header: string): boolean {
  return HEADERS.has(header);
}
