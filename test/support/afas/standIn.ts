/**
 * A stand-in for AFAS's web services, on loopback over TLS. It imitates what AFAS documents, has a switch for what it does
 * not (`switches.ts`), and breaks on request. It is a stand-in, not AFAS: what passes here was not tried there.
 */
import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { fullOf, type DirectoryNote, type FullDirectory } from '../engineDirectory.js';
import { StandInAccess } from './access.js';
import { ownCertificate } from './certificate.js';
import { CONNECTORS, type Row } from './connectors.js';
import { importFile, type ImportedFile } from './fileImport.js';
import { posted } from './knUser.js';
import { inOrder, keptRows, queried, Refused, type KeptRows, type Order } from './query.js';
import { FIRST, type Switches } from './switches.js';

const BASE = '/ProfitRestServices';
/** A longer query is answered as if nothing were there. */
const LONGEST_QUERY = 2049;

/** How a request goes wrong. `after`: once it was done. */
export type Fault =
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly headers?: Record<string, string>;
      readonly body?: string;
    }
  | { readonly kind: 'reset' | 'resetAfter' | 'half' | 'silent' };

export interface SeenRequest {
  readonly method: string;
  /** Below the address, with its query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly authorization: string | undefined;
  readonly body: string;
}

interface Answer {
  readonly status: number;
  readonly headers?: Record<string, string>;
  /** Text as it is, else JSON in one line. */
  readonly body?: unknown;
}

export class StandIn {
  readonly access: StandInAccess;
  /** What was asked, in order. */
  readonly requests: SeenRequest[] = [];
  /** Connectors that the app connector has. */
  connectors: readonly string[] = Object.keys(CONNECTORS);
  /** Users whom the rights of the token's user hide. */
  hidden: readonly string[] = [];
  /** Called when a request was answered. */
  afterRequest: (request: SeenRequest) => void = () => undefined;
  /** Code that it says it is, where that is not the one of the token. */
  saysItIs: string | undefined;
  tokenExpiry: string | null = null;
  /** How many users of an environment may be active. */
  licences = Number.POSITIVE_INFINITY;
  /** Most requests at work at one moment. */
  mostAtOnce = 0;
  #atOnce = 0;
  #faults: { readonly on: RegExp; readonly fault: Fault; left: number }[] = [];
  #rows = new Map<string, KeptRows>();
  #turn = 0;
  #directory: FullDirectory;

  private constructor(
    note: DirectoryNote,
    readonly switches: Switches,
    private readonly server: Server,
  ) {
    this.#directory = fullOf(note);
    this.access = new StandInAccess(switches);
  }

  static async start(note: DirectoryNote, switches: Switches = FIRST): Promise<StandIn> {
    const server = createServer(ownCertificate());
    const standIn = new StandIn(note, switches, server);
    server.on(
      'request',
      (request: IncomingMessage, response: ServerResponse) => void standIn.#serve(request, response),
    );
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return standIn;
  }

  get url(): string {
    return `https://localhost:${(this.server.address() as AddressInfo).port}${BASE}`;
  }

  /** The authority to believe, as PEM. */
  get ca(): string {
    return ownCertificate().cert;
  }

  get directory(): FullDirectory {
    return this.#directory;
  }

  set directory(directory: FullDirectory) {
    this.#directory = directory;
    this.#rows.clear();
  }

  /** Requests whose path matches go wrong, so many times. */
  fail(on: RegExp, fault: Fault, times = 1): void {
    this.#faults.push({ on, fault, left: times });
  }

  /** AFAS's own import of a file: by hand, in its screens. */
  importFile(environment: string, type: 'user' | 'mutation', csv: string): ImportedFile {
    const imported = importFile(this.#directory, environment, type, csv);
    this.directory = imported.directory;
    return imported;
  }

  async close(): Promise<void> {
    const closed = once(this.server, 'close');
    this.server.close();
    this.server.closeAllConnections();
    await closed;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.mostAtOnce = Math.max(this.mostAtOnce, ++this.#atOnce);
    try {
      const { pathname, searchParams, search } = new URL(request.url ?? '/', 'https://localhost');
      const path = decodeURI(pathname).replace(new RegExp(`^${BASE}/`, 'iu'), '');
      const { method = 'GET', headers } = request;
      const body = await textOf(request);
      const seen = { method, path: path + search, query: searchParams, authorization: headers.authorization, body };
      this.requests.push(seen);
      const fault = this.#faultOf(path);
      if (fault?.kind === 'silent') return;
      if (fault?.kind === 'reset') return void request.socket.destroy();
      if (fault?.kind === 'status') return send(response, fault);
      const answer =
        search.length > LONGEST_QUERY ? { status: 404 } : this.#answer(seen, path, headers['content-type']);
      if (fault?.kind === 'resetAfter') return void request.socket.destroy();
      send(response, answer, fault?.kind === 'half');
      this.afterRequest(seen);
    } finally {
      this.#atOnce--;
    }
  }

  #faultOf(path: string): Fault | undefined {
    const found = this.#faults.find(({ on, left }) => left > 0 && on.test(path));
    if (found) found.left--;
    return found?.fault;
  }

  #answer(request: SeenRequest, path: string, type = ''): Answer {
    if (path === 'oauth/token') {
      const { status, json } = this.access.grant(request.method, type, request.body);
      return { status, body: json };
    }
    const environment = this.access.environmentOf(request.authorization);
    if (environment === undefined) return unauthorised(request.authorization);
    try {
      return { status: 200, body: this.#ask(request, path, environment) };
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const profitLogReference = 'A1B2C3D4E5F60718293A4B5C6D7E8F90';
      return { status: 500, body: { externalMessage: error.message, errorNumber: -2147180996, profitLogReference } };
    }
  }

  #ask(request: SeenRequest, path: string, environment: string): unknown {
    const [first = '', second = '', third = ''] = path.split('/').map((part) => decodeURIComponent(part));
    if (first === 'ProfitVersion') return { version: '22.22.5' };
    if (first === 'metainfo' && second === '') return this.#metainfo(environment);
    if (first === 'metainfo' && second === 'get') return fieldsOf(this.#connector(third));
    if (first === 'connectors' && second === 'KnUser') return this.#write(request, environment);
    if (first === 'connectors') return this.#read(request, this.#connector(second), environment);
    throw new Refused('Er is een onverwachte fout opgetreden.');
  }

  #metainfo(environment: string): object {
    return {
      updateConnectors: [{ id: 'KnUser', description: 'Gebruiker' }],
      getConnectors: this.connectors.map((id) => ({ id, description: CONNECTORS[id]?.description ?? '' })),
      customConnectors: [],
      info: {
        envid: this.saysItIs ?? environment,
        appName: 'Instroom',
        group: 'Koppelingen',
        tokenExpiry: this.tokenExpiry,
      },
    };
  }

  #connector(id: string): string {
    if (this.connectors.includes(id)) return id;
    throw new Refused('GetConnector niet ondersteund voor deze app of de gebruiker is niet geautoriseerd');
  }

  #read({ query }: SeenRequest, id: string, environment: string): object {
    const { fields = [] } = CONNECTORS[id] ?? {};
    const found = queried(fields, query, this.switches, (order) => this.#rowsIn(id, environment, order));
    return { ...found, rows: found.rows.map((row) => this.#written(row)) };
  }

  #rowsIn(id: string, environment: string, order: Order | undefined): KeptRows {
    const kept = (name: string, make: () => readonly Row[]): KeptRows => {
      const rows = this.#rows.get(name) ?? keptRows(make());
      this.#rows.set(name, rows);
      return rows;
    };
    const name = `${id} ${environment} ${this.hidden.join(' ')}`;
    const isSeen = (row: Row): boolean => !this.hidden.includes(String(row['UserId']));
    const { rows } = kept(name, () => (CONNECTORS[id]?.rows(this.#directory, environment) ?? []).filter(isSeen));
    return order ? kept(`${name} ${JSON.stringify(order)}`, () => inOrder(rows, order)) : keptRows(this.#turned(rows));
  }

  /** Nobody may rely on an order that was not asked for. */
  #turned(rows: readonly Row[]): readonly Row[] {
    const at = rows.length === 0 ? 0 : (++this.#turn * 7) % rows.length;
    return [...rows.slice(at), ...rows.slice(0, at)];
  }

  #written(row: Row): object {
    const { empty, yesNo } = this.switches;
    if (empty === 'null' && yesNo === 'boolean') return row;
    const values = Object.entries(row).filter(([, value]) => empty === 'null' || value !== null);
    const written = (value: unknown): unknown =>
      typeof value === 'boolean' && yesNo === 'digit' ? (value ? '1' : '0') : value;
    return Object.fromEntries(values.map(([field, value]) => [field, written(value)]));
  }

  #write({ method, body }: SeenRequest, environment: string): unknown {
    if (method !== 'POST' && method !== 'PUT') throw new Refused('Er is een onverwachte fout opgetreden.');
    const { switches, licences } = this;
    posted(this.#directory, { environment, method, body, switches, licences }, (left) => {
      this.directory = left;
    });
    return undefined;
  }
}

function fieldsOf(id: string): object {
  const { description = '', fields = [] } = CONNECTORS[id] ?? {};
  return {
    name: id,
    description,
    fields: fields.map((field) => ({ id: field, fieldId: '', dataType: 'string', label: field, length: 80 })),
  };
}

/** With nothing in it, as AFAS answers; an OAuth token that is good no more is told in a header. */
function unauthorised(authorization = ''): Answer {
  const headers = authorization.startsWith('Bearer ')
    ? { 'www-authenticate': 'Bearer error="invalid_token"' }
    : { 'content-type': 'application/xml' };
  return { status: 401, headers };
}

function send(response: ServerResponse, { status, headers = {}, body }: Answer, half = false): void {
  const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
  const length = String(Buffer.byteLength(text));
  response.writeHead(status, { 'content-type': 'application/json', ...headers, 'content-length': length });
  if (!half) return void response.end(text);
  response.write(text.slice(0, text.length / 2), () => response.destroy());
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}
