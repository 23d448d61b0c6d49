/** The header of the column that a file of rejected rows has more than its source. */
export const REASON_HEADERS = { nl: 'Reden van afwijzing', en: 'Reason for rejection' } as const;

const HEADERS: ReadonlySet<string> = new Set(Object.values(REASON_HEADERS));

/** Whether a column holds the reasons of an earlier rejection, which nothing reads. */
export function isReasonColumn(header: string): boolean {
  return HEADERS.has(header);
}
