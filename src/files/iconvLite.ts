/** Loaded late, by `encodings.ts`: a package of its kind has its names only where it is imported statically. */
import iconv from 'iconv-lite';

export { iconv };
