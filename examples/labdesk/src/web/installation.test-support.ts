/** An installation of LabDesk in this process: the web application over HTTP, and a real PostgreSQL with its rules. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { PGlite } from '@electric-sql/pglite';
import type { User } from './access.js';
import type { AuditEvent } from './audit.js';
import type { Database } from './order-search.js';
import { webApplication, type Surroundings } from './server.js';
import { openSession, SESSION_COOKIE } from './session.js';

export const CLERK: User = { id: 'u-clerk', tenant: 'north', role: 'clerk', wards: ['W3', 'W4'] };
export const NURSE_OF_W9: User = { id: 'u-w9', tenant: 'north', role: 'clerk', wards: ['W9'] };
export const LABORATORY: User = { id: 'u-lab', tenant: 'north', role: 'laboratory', wards: [] };
export const FOREIGN: User = { id: 'u-south', tenant: 'south', role: 'clerk', wards: ['W3'] };
export const FOREIGN_LABORATORY: User = { id: 'u-lab-south', tenant: 'south', role: 'laboratory', wards: [] };

export const ADA = {
  ward: 'W3',
  'patient-number': '99000017',
  patient: 'Testfall, Ada',
  born: '1961-04-02',
  test: 'NA',
  comment: '',
} as const;

export interface Installation {
  readonly database: PGlite;
  readonly origin: string;
  readonly events: readonly AuditEvent[];
  readonly stored: ReadonlyMap<string, Uint8Array>;
  readonly around: Surroundings;
  /** The clock of the application; the database has its own. */
  moveClock(minutes: number): void;
  request(user: User | undefined, method: string, path: string, body?: Readonly<Record<string, string>> | Uint8Array): Promise<Response>;
  /** @returns the number of the order */
  order(user: User, fields?: Readonly<Record<string, string>>): Promise<string>;
  close(): Promise<void>;
}

/** The tables and the rules on them, as they are installed at a site. */
export async function newDatabase(): Promise<PGlite> {
  const database = new PGlite();
  await database.exec(readFileSync('src/database/schema.sql', 'utf8'));
  await database.exec(readFileSync('src/database/rules.sql', 'utf8'));
  return database;
}

export async function newInstallation(change: Partial<Surroundings> = {}): Promise<Installation> {
  const database = await newDatabase();
  const users = new Map([CLERK, NURSE_OF_W9, LABORATORY, FOREIGN, FOREIGN_LABORATORY].map((user) => [user.id, user]));
  const events: AuditEvent[] = [];
  const stored = new Map<string, Uint8Array>();
  let aheadMs = 0;
  let last: Promise<unknown> = Promise.resolve();
  const around: Surroundings = {
    site: {
      catalogue: new Set(['NA', 'K', 'CREA', 'CRP', 'TSH']),
      scanner: { isClean: async (bytes) => !Buffer.from(bytes).includes('EICAR') },
      attachments: {
        store: async (name, bytes) => void stored.set(name, bytes),
        origin: new URL('https://forms.labdesk.example'),
        key: Buffer.alloc(32, 7),
      },
      now: () => new Date(Date.now() + aheadMs),
    },
    origin: new URL('http://127.0.0.1'),
    signIn: { begin: async () => Promise.reject(new Error('no provider')), finish: async () => undefined },
    audit: { append: async (event) => void events.push(event) },
    waiting: { add: async () => undefined },
    sessions: new Map(),
    attempts: new Map(),
    findUser: async (id) => users.get(id),
    // One connection here; requests take it one after the other.
    withConnection: (work) => {
      const done = last.then(() => work(database as Database));
      last = done.catch(() => undefined);
      return done;
    },
    ...change,
  };
  const server = webApplication(around).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  Object.assign(around, { origin: new URL(origin) });

  const request: Installation['request'] = (user, method, path, body) => {
    const session = user && openSession({ sub: user.id, amr: ['mfa'] }, around.site.now());
    if (session) around.sessions.set(session.id, session);
    const isFile = body instanceof Uint8Array;
    return fetch(new URL(path, origin), {
      method,
      redirect: 'manual',
      headers: {
        ...(session && { cookie: `${SESSION_COOKIE}=${session.id}` }),
        ...(method !== 'GET' && { origin }),
        ...(isFile && { 'content-type': 'application/pdf' }),
      },
      ...(body && { body: isFile ? Buffer.from(body) : new URLSearchParams(body) }),
    });
  };

  return {
    database,
    origin,
    events,
    stored,
    around,
    moveClock: (minutes) => void (aheadMs += minutes * 60_000),
    request,
    order: async (user, fields = {}) => {
      const answer = await request(user, 'POST', '/orders', { ...ADA, 'form-key': randomUUID(), ...fields });
      if (answer.status !== 303) throw new Error(`Not stored: ${await answer.text()}`);
      return (answer.headers.get('location') ?? '').slice('/orders/'.length);
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await database.close();
    },
  };
}
