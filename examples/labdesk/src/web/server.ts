/** The web application behind the proxy: sessions, access check, audit and the routes. */
// @implements SRS-S01, SRS-S02, SRS-S10, SRS-S12
import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import { mayDo, type User } from './access.js';
import { recordAction, type AuditStore, type WaitingEvents } from './audit.js';
import { orderOf } from './order-list.js';
import type { Database } from './order-search.js';
import { messagePage, SECURITY_HEADERS } from './pages.js';
import { ROUTES, type Answer, type Route, type Site } from './routes.js';
import { asUser } from './row-rules.js';
import { continueSession, openSession, SESSION_COOKIE, sessionCookie, type Session } from './session.js';
import type { Attempt, SignIn } from './sign-in.js';

export interface Surroundings {
  readonly site: Site;
  readonly origin: URL;
  readonly signIn: SignIn;
  readonly audit: AuditStore;
  readonly waiting: WaitingEvents;
  /** By the name in the cookie. */
  readonly sessions: Map<string, Session>;
  /** By the state that the provider sends back; each is used once. */
  readonly attempts: Map<string, Attempt>;
  /** Read at each request (CR-47). */
  findUser(id: string): Promise<User | undefined>;
  withConnection<T>(work: (database: Database) => Promise<T>): Promise<T>;
}

const LARGEST_FORM = '12mb';

export function webApplication(around: Surroundings): express.Express {
  const app = express();
  app.disable('x-powered-by');
  app.use(SECURITY_HEADERS);
  app.get('/status', (_request, response) => void response.send(messagePage('LabDesk is in operation')));
  app.get('/sign-in', (_request, response) => signIn(around, response));
  app.get('/signed-in', (request, response) => signedIn(around, request, response));
  app.use(express.text({ type: 'application/x-www-form-urlencoded', limit: '32kb' }));
  app.use(express.raw({ type: 'application/pdf', limit: LARGEST_FORM }));
  for (const route of ROUTES) app[route.method](route.path, handlerOf(route, around));
  app.use((_request, response) => void response.status(404).send(messagePage('There is no such page')));
  app.use(onError);
  return app;
}

async function signIn({ signIn: provider, attempts }: Surroundings, response: Response): Promise<void> {
  const { attempt, address } = await provider.begin();
  attempts.set(attempt.state, attempt);
  response.redirect(303, address.href);
}

async function signedIn(around: Surroundings, request: Request, response: Response): Promise<void> {
  const address = new URL(request.originalUrl, around.origin);
  const state = address.searchParams.get('state') ?? '';
  const attempt = around.attempts.get(state);
  around.attempts.delete(state);
  const claims = attempt && (await around.signIn.finish(address, attempt));
  const session = claims && openSession(claims, around.site.now());
  if (!session) return void response.status(403).send(messagePage('You are not signed in'));
  around.sessions.set(session.id, session);
  response.setHeader('Set-Cookie', sessionCookie(session));
  response.redirect(303, '/orders');
}

function handlerOf(route: Route, around: Surroundings): RequestHandler {
  return async (request, response) => {
    const user = await userOf(request, around);
    if (!user) return void response.redirect(303, '/sign-in');
    // Browsers send it with every form and file; a form of another site has another one.
    if (route.method !== 'get' && request.headers.origin !== around.origin.origin) {
      return void response.status(403).send(messagePage('This form is not of LabDesk'));
    }
    const answer = await around.withConnection((database) =>
      asUser(database, user, (own) => answerOf(route, request, { user, database: own, site: around.site })),
    );
    const { audit, waiting, site } = around;
    if (answer.order !== undefined) await recordAction(audit, waiting, user.id, route.action, answer.order, site.now());
    send(response, answer);
  };
}

async function userOf(request: Request, { sessions, site, findUser }: Surroundings): Promise<User | undefined> {
  const id = cookieOf(request.headers.cookie ?? '');
  const session = sessions.get(id);
  const next = session && continueSession(session, site.now());
  if (!next) {
    sessions.delete(id);
    return undefined;
  }
  sessions.set(id, next);
  return findUser(next.user);
}

function cookieOf(header: string): string {
  const begin = `${SESSION_COOKIE}=`;
  const found = header.split('; ').find((cookie) => cookie.startsWith(begin));
  return found?.slice(begin.length) ?? '';
}

interface By {
  readonly user: User;
  readonly database: Database;
  readonly site: Site;
}

/** An order of others does not exist for the user: 404 and never 403, or numbers could be tried out. */
async function answerOf(route: Route, request: Request, by: By): Promise<Answer> {
  const asked = {
    ...by,
    query: new URL(request.originalUrl, 'http://labdesk').searchParams,
    body: new URLSearchParams(typeof request.body === 'string' ? request.body : ''),
    file: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
  };
  if (route.about === 'orders') return mayDoHere(route, by.user) ? route.answer(asked) : NOT_FOUND;
  const number = String(request.params['number']);
  const order = /^\d{2}-\d{6}$/.test(number) ? await orderOf(by.database, number) : undefined;
  return order && mayDo(by.user, route.action, order) ? route.answer(asked, order) : NOT_FOUND;
}

const NOT_FOUND: Answer = { status: 404, page: messagePage('There is no such order') };

/** Lists and forms are about the wards of the user alone; the laboratory has none of its own. */
function mayDoHere({ action }: Route, user: User): boolean {
  const wards = user.role === 'laboratory' ? [''] : user.wards;
  return wards.some((ward) => mayDo(user, action, { tenant: user.tenant, ward }));
}

function send(response: Response, { status, page, location }: Answer): void {
  // Pages with patients stay in no cache, of the browser neither.
  response.setHeader('Cache-Control', 'no-store');
  if (location === undefined) response.status(status).send(page);
  else response.redirect(status, location);
}

/** The cause goes to the log of the process; the page says nothing of it. */
function onError(error: unknown, _request: Request, response: Response, _next: NextFunction): void {
  const status = statusOf(error);
  if (status === 500) console.error(error instanceof Error ? error.name : 'unknown error');
  response.status(status).send(messagePage(status === 413 ? 'This is too large' : 'LabDesk cannot do this now'));
}

/** Express says of what the browser sent wrongly which status it deserves; everything else is ours. */
function statusOf(error: unknown): number {
  const status = error instanceof Error && 'status' in error ? error.status : undefined;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
}
