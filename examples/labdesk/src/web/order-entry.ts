/** Takes a filled-in order form: says what is wrong with it, or stores the order once. */
// @implements SRS-F01, SRS-F13
import type { User } from './access.js';
import type { Database } from './order-search.js';

const MOST_TESTS = 20;
const LONGEST_COMMENT = 500;

export interface OrderForm {
  readonly formKey: string;
  readonly ward: string;
  readonly patientNumber: string;
  readonly patient: string;
  readonly born: string;
  readonly tests: readonly string[];
  readonly comment: string;
  /** As printed on the paper form, for an order of an outage; else empty. */
  readonly paperNumber: string;
}

/** Codes of the tests that the laboratory of the hospital offers. */
export type Catalogue = ReadonlySet<string>;

/** @returns what the clerk has to correct, each in words; empty if the order can be stored */
export function faultsOf(form: OrderForm, catalogue: Catalogue, today: string): readonly string[] {
  const unknown = form.tests.filter((test) => !catalogue.has(test));
  return [
    ...(UUID.test(form.formKey) ? [] : ['Open a new form.']),
    ...(hasControls(form) ? ['A text holds characters that cannot be printed.'] : []),
    ...(/^\d{8}$/.test(form.patientNumber) ? [] : ['The patient number has eight digits.']),
    ...(/^[^\s,][^,]*, ?[^\s,]/.test(form.patient) && form.patient.length <= 120 ? [] : ['The name is written as Family, Given.']),
    ...(isDay(form.born) && form.born <= today ? [] : ['The day of birth is a day up to today.']),
    ...(form.tests.length > 0 ? [] : ['At least one test is chosen.']),
    ...(form.tests.length <= MOST_TESTS ? [] : [`More than ${MOST_TESTS} tests need a second order.`]),
    ...(unknown.length === 0 ? [] : [`The laboratory does not offer ${unknown.join(', ')}.`]),
    ...(form.paperNumber === '' || /^P-\d{6}$/.test(form.paperNumber) ? [] : ['The number of a paper form is P- and six digits.']),
    ...(form.comment.length <= LONGEST_COMMENT ? [] : [`A comment has at most ${LONGEST_COMMENT} characters.`]),
  ];
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Line ends and tabs are allowed in a comment alone. */
function hasControls({ ward, patient, comment }: OrderForm): boolean {
  return /\p{Cc}/u.test(`${ward}${patient}${comment.replace(/[\r\n\t]/g, '')}`);
}

function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

const STORE = `
  INSERT INTO orders (tenant, ward, patient_number, patient, born, tests, comment, form_key, paper_number, entered_by)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, nullif($9, ''), $10)
  ON CONFLICT DO NOTHING
  RETURNING number`;

// The form of somebody else is not found by its key, even if that was guessed.
const STORED_BEFORE = `
  SELECT number FROM orders
   WHERE tenant = $1 AND ((form_key = $2 AND entered_by = $3) OR paper_number = nullif($4, ''))
   ORDER BY number LIMIT 1`;

/**
 * A second click, or a form that the browser sends again after a broken connection, gives the same order; so does the
 * paper form that somebody else has entered already.
 * @returns the number of the order, or nothing if it is an order that the user may not see
 */
export async function storeOrder(database: Database, user: User, form: OrderForm): Promise<string | undefined> {
  const { ward, patientNumber, patient, born, tests, comment, formKey, paperNumber } = form;
  const values = [user.tenant, ward, patientNumber, patient, born, tests, comment, formKey, paperNumber, user.id];
  const { rows } = await database.query(STORE, values);
  if (rows[0]) return rows[0].number;
  const before = await database.query(STORED_BEFORE, [user.tenant, formKey, user.id, paperNumber]);
  return before.rows[0]?.number;
}
