/** Who may ask the stand-in something: AfasTokens, and OAuth clients with tokens that expire. */
import { randomBytes } from 'node:crypto';
import type { Switches } from './switches.js';

export interface ClientNote {
  readonly environment: string;
  readonly secret: string;
}

export interface TokenAnswer {
  readonly status: number;
  readonly json: object;
}

export class StandInAccess {
  /** OAuth clients by id. */
  readonly clients: Record<string, ClientNote> = {};
  /** Environments by the XML of an AfasToken. */
  readonly tokens: Record<string, string> = {};
  readonly #given = new Map<string, string>();

  constructor(private readonly switches: Switches) {}

  /** A client of an environment. */
  addClient(environment: string): { readonly id: string; readonly secret: string } {
    const id = randomBytes(8).toString('hex').toUpperCase();
    const secret = `S-${randomBytes(18).toString('base64url')}`;
    this.clients[id] = { environment, secret };
    return { id, secret };
  }

  /** The XML of a token, as AFAS hands it out. */
  addToken(environment: string): string {
    const data = randomBytes(32).toString('hex').toUpperCase();
    const xml = `<token><version>1</version><data>${data}</data></token>`;
    this.tokens[xml] = environment;
    return xml;
  }

  expire(): void {
    this.#given.clear();
  }

  /** Every access token that is good now. */
  get given(): readonly string[] {
    return [...this.#given.keys()];
  }

  /** The environment that a request is for; undefined where its header is of nobody. */
  environmentOf(authorization = ''): string | undefined {
    const [scheme, value = ''] = authorization.split(' ');
    if (scheme === 'Bearer') return this.#given.get(value);
    if (scheme !== 'AfasToken') return undefined;
    return this.tokens[Buffer.from(value, 'base64').toString()];
  }

  /** `POST oauth/token`. */
  grant(method: string, type: string, body: string): TokenAnswer {
    const refused = (error: string, description: string): TokenAnswer => ({
      status: 400,
      json: { error, error_description: description },
    });
    if (method !== 'POST' || type !== 'application/x-www-form-urlencoded')
      return refused('invalid_request', 'A form is needed');
    const form = new URLSearchParams(body);
    if (form.get('grant_type') !== 'client_credentials') return refused('unsupported_grant_type', '');
    const client = this.clients[form.get('client_id') ?? ''];
    if (!client) return refused('unauthorized_client', 'Unknown AppConnector');
    // What it says of the secret is what a log must never hold.
    if (client.secret !== form.get('client_secret'))
      return refused('invalid_client', `Secret ${form.get('client_secret')} is not that of the client`);
    const access = randomBytes(24).toString('base64url');
    this.#given.set(access, client.environment);
    const expires = this.switches.expiresIn === 'number' ? 3600 : '3600';
    return {
      status: 200,
      json: { access_token: access, token_type: 'Bearer', expires_in: expires, refresh_token: null },
    };
  }
}
