/** The sheet that goes to the laboratory with the samples, ready to print. */
// @implements SRS-F04
import { Eta } from 'eta';
import type { ShownOrder } from './pages.js';

const eta = new Eta({ autoEscape: true });

// Name, day of birth and patient number stand on top of each page: samples are checked against two identifiers (RC-02).
const SHEET = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title><%= it.number %></title>
<link rel="stylesheet" href="/sheet.css"></head><body>
<header><b><%= it.patient %></b> born <b><%= it.born %></b> patient number <b><%= it.patientNumber %></b></header>
<h1><%= it.number %></h1><p>Ward <%= it.ward %>, entered <%= it.entered %></p>
<table><% it.tests.forEach((test) => { %><tr><td><%= test %></td><td>sample ______</td></tr><% }) %></table>
<p><%= it.comment %></p><footer>Printed <%= it.printed %>. Changes after this time are not on this sheet.</footer></body></html>`;

export function orderSheet(order: ShownOrder, now: Date): string {
  return eta.renderString(SHEET, { ...order, printed: now.toISOString() });
}
