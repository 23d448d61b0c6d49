/** Secrets that were sent or received are in nothing that is told, however AFAS repeats them. */

/** Shorter ones would blot out words by chance; no secret of AFAS is. */
const SHORTEST = 8;
const BLOT = '•••';

export class Secrets {
  readonly #known = new Set<string>();

  /** A text that is never told again, as it is and as it is written in an address or in base64. */
  add(secret: string): void {
    const token = /<data>([^<]+)<\/data>/u.exec(secret)?.[1];
    for (const text of [secret, ...(token === undefined ? [] : [token])]) {
      if (text.length < SHORTEST) continue;
      const base64 = Buffer.from(text).toString('base64');
      const forms = [
        text,
        text.toLowerCase(),
        text.toUpperCase(),
        encodeURIComponent(text),
        base64,
        base64.replace(/=+$/u, ''),
      ];
      for (const form of forms) this.#known.add(form);
    }
  }

  blot(text: string): string {
    // The longest first: one may be part of another.
    const known = [...this.#known].sort((one, other) => other.length - one.length);
    return known.reduce((left, secret) => left.replaceAll(secret, BLOT), text);
  }
}
