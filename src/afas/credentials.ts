/** What a request is signed with: an OAuth access token that is fetched when needed, or an AfasToken. */
import type { Dispatcher } from 'undici';
import { UserError } from '../application/userError.js';
import { ask } from './http.js';
import { jsonOf, partOf, textOf } from './json.js';
import { refusalOf } from './refusal.js';
import type { Secrets } from './secrets.js';

export interface Credentials {
  /** The value of the `authorization` header. */
  header(signal?: AbortSignal): Promise<string>;
  /** A header was refused; answers whether another one can be had. */
  refused(header: string): boolean;
}

/** The whole XML of a token, as AFAS hands it out. */
const TOKEN = /^<token>\s*<version>1<\/version>\s*<data>[^<]+<\/data>\s*<\/token>$/u;

export function afasToken(xml: string, secrets: Secrets): Credentials {
  if (!TOKEN.test(xml)) throw new UserError('wrongUse', 'afas.notToken');
  secrets.add(xml);
  const header = `AfasToken ${Buffer.from(xml).toString('base64')}`;
  return { header: () => Promise.resolve(header), refused: () => false };
}

export interface Client {
  readonly url: string;
  readonly id: string;
  readonly secret: string;
}

export function clientCredentials({ url, id, secret }: Client, secrets: Secrets, dispatcher: Dispatcher): Credentials {
  secrets.add(secret);
  let token: Promise<string> | undefined;
  let last: string | undefined;
  const fetched = async (signal?: AbortSignal): Promise<string> => {
    const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: id, client_secret: secret });
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await ask(
      { method: 'POST', url: `${url}/oauth/token`, headers, body: body.toString(), signal },
      dispatcher,
    );
    const { host } = new URL(url);
    const json = jsonOf(answer.text);
    if (answer.status !== 200) {
      const error = textOf(partOf(json, 'error'));
      if (error === '') throw refusalOf(answer, host, secrets);
      const reason = [error, textOf(partOf(json, 'error_description'))].filter(Boolean).join(': ');
      throw new UserError('failure', 'afas.tokenRefused', { host, reason: secrets.blot(reason) });
    }
    const access = textOf(partOf(json, 'access_token'));
    if (access === '') throw new UserError('failure', 'afas.notUnderstood', { host, what: 'oauth/token' });
    secrets.add(access);
    return (last = `Bearer ${access}`);
  };
  return {
    header: (signal) => (token ??= fetched(signal).catch(forgotten)),
    refused(header) {
      // Another request may have asked for a new one meanwhile.
      if (header === last) token = undefined;
      return true;
    },
  };

  function forgotten(error: unknown): never {
    token = undefined;
    throw error;
  }
}
