/** All addresses of the web application: what each needs, and what it answers. What is not listed here does not exist. */
// @implements SRS-S02, SRS-F08
import type { Action, User } from './access.js';
import { signedAddress } from '../attachments/address.js';
import { faultsOf, storeOrder, type Catalogue, type OrderForm } from './order-entry.js';
import { ordersOfWards, shown } from './order-list.js';
import { searchOrders, type Database, type OrderRow } from './order-search.js';
import { orderSheet } from './order-sheet.js';
import { listPage, messagePage, orderPage } from './pages.js';
import { markReceived } from './receipt.js';
import { checkUpload, type Scanner } from './uploads.js';

/** What an address needs of the world around it. */
export interface Site {
  readonly catalogue: Catalogue;
  readonly scanner: Scanner;
  readonly attachments: { store(name: string, bytes: Uint8Array): Promise<void>; readonly origin: URL; readonly key: Buffer };
  now(): Date;
}

export interface Asked {
  readonly user: User;
  readonly database: Database;
  readonly site: Site;
  readonly query: URLSearchParams;
  readonly body: URLSearchParams;
  readonly file: Uint8Array;
}

export interface Answer {
  readonly status: number;
  readonly page?: string;
  readonly location?: string;
  /** Order that was touched: the audit log gets it. */
  readonly order?: string;
}

interface Common {
  readonly method: 'get' | 'post' | 'put';
  readonly path: string;
  readonly action: Action;
}

/** Those of one order get it after the access check, and never see one that the user may not touch. */
export type Route =
  | (Common & { readonly about: 'orders'; answer(asked: Asked): Promise<Answer> })
  | (Common & { readonly about: 'order'; answer(asked: Asked, order: OrderRow): Promise<Answer> });

export const ROUTES: readonly Route[] = [
  { method: 'get', path: '/orders', action: 'view', about: 'orders', answer: list },
  { method: 'post', path: '/orders', action: 'create', about: 'orders', answer: enter },
  { method: 'get', path: '/orders/:number', action: 'view', about: 'order', answer: show },
  { method: 'post', path: '/orders/:number', action: 'change', about: 'order', answer: comment },
  { method: 'get', path: '/orders/:number/sheet', action: 'print', about: 'order', answer: print },
  { method: 'post', path: '/orders/:number/receipt', action: 'receive', about: 'order', answer: receive },
  { method: 'put', path: '/orders/:number/form', action: 'change', about: 'order', answer: attach },
  { method: 'get', path: '/orders/:number/form', action: 'view', about: 'order', answer: fetchForm },
];

async function list({ database, user, site, query }: Asked): Promise<Answer> {
  const wanted = query.get('find');
  const orders = wanted === null ? await ordersOfWards(database, user) : await searchOrders(database, user, wanted);
  return { status: 200, page: listPage(orders.map((order) => shown(order, site.now()))) };
}

async function enter({ database, user, site, body }: Asked): Promise<Answer> {
  const form = formOf(body);
  const faults = [
    ...faultsOf(form, site.catalogue, site.now().toISOString().slice(0, 10)),
    ...(user.wards.includes(form.ward) ? [] : ['You order for your own wards.']),
  ];
  if (faults.length > 0) return { status: 422, page: messagePage('The order is not stored yet', faults) };
  const number = await storeOrder(database, user, form);
  if (number === undefined) return { status: 409, page: messagePage('Open a new form and enter the order again') };
  return { status: 303, location: `/orders/${number}`, order: number };
}

function formOf(body: URLSearchParams): OrderForm {
  const text = (name: string): string => (body.get(name) ?? '').trim();
  return {
    formKey: text('form-key'),
    ward: text('ward'),
    patientNumber: text('patient-number'),
    patient: text('patient'),
    born: text('born'),
    tests: body.getAll('test'),
    comment: text('comment'),
    paperNumber: text('paper-number'),
  };
}

async function show({ site }: Asked, order: OrderRow): Promise<Answer> {
  return { status: 200, page: orderPage(shown(order, site.now())), order: order.number };
}

// The worker may have sent it: what the laboratory has is changed by a call and not here.
const COMMENT = `UPDATE orders SET comment = $1 WHERE number = $2 AND state = 'waiting' RETURNING number`;

async function comment({ database, body }: Asked, { number }: OrderRow): Promise<Answer> {
  const text = body.get('comment') ?? '';
  if (text.length > 500 || text.includes('\u0000')) return { status: 422, page: messagePage('A comment has at most 500 characters') };
  const { rows } = await database.query(COMMENT, [text, number]);
  return rows.length === 1
    ? { status: 303, location: `/orders/${number}`, order: number }
    : { status: 409, page: messagePage('The order was sent already: call the laboratory') };
}

async function print({ site }: Asked, order: OrderRow): Promise<Answer> {
  return { status: 200, page: orderSheet(shown(order, site.now()), site.now()), order: order.number };
}

async function receive({ database, user, site }: Asked, { number }: OrderRow): Promise<Answer> {
  return (await markReceived(database, user, number, site.now()))
    ? { status: 303, location: `/orders/${number}`, order: number }
    : { status: 409, page: messagePage('It was received before, or the laboratory system does not have it') };
}

const ATTACH = 'UPDATE orders SET attachment = $1 WHERE number = $2 RETURNING number';

async function attach({ database, site, file }: Asked, { number }: OrderRow): Promise<Answer> {
  const checked = await checkUpload(file, site.scanner);
  if (!checked.accepted) return { status: 422, page: messagePage('The form is not stored', [checked.why]) };
  await site.attachments.store(checked.objectName, file);
  await database.query(ATTACH, [checked.objectName, number]);
  return { status: 303, location: `/orders/${number}`, order: number };
}

async function fetchForm({ site }: Asked, order: OrderRow): Promise<Answer> {
  if (order.attachment === null) return { status: 404, page: messagePage('There is no form with this order') };
  const { origin, key } = site.attachments;
  return { status: 303, location: signedAddress(origin, order.attachment, key, site.now()).href, order: order.number };
}
