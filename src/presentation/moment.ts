/** A moment of ISO 8601, as it is shown: the same on every machine, so in UTC. */
export function moment(iso: string | null): string {
  return iso === null ? '' : `${iso.slice(0, 10)} ${iso.slice(11, 16)}`;
}
