/** A live environment, asked: each request signed, and each refusal told. */
import type { Dispatcher } from 'undici';
import { UserError } from '../application/userError.js';
import type { Credentials } from './credentials.js';
import { ask, type Answered } from './http.js';
import { jsonOf } from './json.js';
import { refusalOf } from './refusal.js';
import type { Secrets } from './secrets.js';

export class AfasClient {
  constructor(
    private readonly url: string,
    private readonly credentials: Credentials,
    private readonly secrets: Secrets,
    private readonly dispatcher: Dispatcher,
  ) {}

  /**
   * The JSON at a path below the address; `what` is what a refusal calls it. A token that is refused is renewed once.
   * Throws `UserError` of kind failure where there is no such answer.
   */
  async get(path: string, what: string, signal?: AbortSignal): Promise<unknown> {
    const { host } = new URL(this.url);
    let answer = await this.asked(path, signal);
    if (answer.status === 401 && answer.again) answer = await this.asked(path, signal);
    if (answer.status !== 200) throw refusalOf(answer, host, this.secrets, what);
    const json = jsonOf(answer.text);
    if (json === undefined) throw new UserError('failure', 'afas.notUnderstood', { host, what });
    return json;
  }

  private async asked(path: string, signal?: AbortSignal): Promise<Answered & { readonly again: boolean }> {
    const authorization = await this.credentials.header(signal);
    const asked = { method: 'GET', url: `${this.url}/${path}`, headers: { authorization }, signal } as const;
    const answer = await ask(asked, this.dispatcher);
    return { ...answer, again: answer.status === 401 && this.credentials.refused(authorization) };
  }
}
