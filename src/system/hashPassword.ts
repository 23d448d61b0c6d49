/** Passwords are kept as scrypt hashes only. */
import { randomBytes, scrypt } from 'node:crypto';

const COST = 16384;
const BLOCK = 8;
const PARALLEL = 1;
const SALT_BYTES = 16;
const KEY_BYTES = 32;

/** Answers `scrypt$N$r$p$salt$key`, salt and key in base64. */
export function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFC'), salt, KEY_BYTES, { N: COST, r: BLOCK, p: PARALLEL }, (error, key) => {
      if (error) reject(error);
      else resolve(['scrypt', COST, BLOCK, PARALLEL, salt.toString('base64'), key.toString('base64')].join('$'));
    });
  });
}
