/** Pages of the web application: the templates encode what they print, and the headers forbid script in the page. */
// @implements SRS-S04
import { Eta } from 'eta';
import helmet from 'helmet';

// Encodes in text and in attributes; a template that prints raw text does not pass the review (QP-11).
const eta = new Eta({ autoEscape: true });

/** No inline script, no frames, and forms go nowhere but to LabDesk. */
export const SECURITY_HEADERS = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
  },
  referrerPolicy: { policy: 'no-referrer' },
});

export interface ShownOrder {
  readonly number: string;
  readonly patient: string;
  readonly patientNumber: string;
  readonly born: string;
  readonly ward: string;
  readonly tests: readonly string[];
  readonly comment: string;
  readonly entered: string;
  readonly progress: string;
}

const FRAME = (title: string, main: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>` +
  `<link rel="stylesheet" href="/labdesk.css"></head><body><main>${main}</main></body></html>`;

const LIST = FRAME(
  'Orders',
  `<h1>Orders</h1><table><% it.orders.forEach((order) => { %>
<tr><td><a href="/orders/<%= order.number %>"><%= order.number %></a></td><td><%= order.patient %></td>
<td><%= order.ward %></td><td><%= order.entered %></td><td><%= order.progress %></td></tr><% }) %></table>`,
);

const ORDER = FRAME(
  'Order <%= it.order.number %>',
  `<h1>Order <%= it.order.number %></h1><p><%= it.order.patient %>, born <%= it.order.born %>, patient number
<%= it.order.patientNumber %>, ward <%= it.order.ward %></p><ul><% it.order.tests.forEach((test) => { %><li><%= test %></li><% }) %></ul>
<p title="<%= it.order.comment %>"><%= it.order.comment %></p><p><%= it.order.progress %></p>`,
);

const MESSAGE = FRAME('LabDesk', '<h1><%= it.title %></h1><ul><% it.lines.forEach((line) => { %><li><%= line %></li><% }) %></ul>');

export function listPage(orders: readonly ShownOrder[]): string {
  return eta.renderString(LIST, { orders });
}

export function orderPage(order: ShownOrder): string {
  return eta.renderString(ORDER, { order });
}

export function messagePage(title: string, lines: readonly string[] = []): string {
  return eta.renderString(MESSAGE, { title, lines });
}
