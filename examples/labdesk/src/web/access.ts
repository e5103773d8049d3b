/** Answers one question for every handler: may this user do this to an order of this tenant and ward? */
// @implements SRS-S02

export type Role = 'clerk' | 'laboratory';
export type Action = 'view' | 'create' | 'change' | 'print' | 'receive';

/** Read from the database at each request, not kept in the session: wards open and close during a shift (PR-121). */
export interface User {
  readonly id: string;
  readonly tenant: string;
  readonly role: Role;
  readonly wards: readonly string[];
}

export interface OrderPlace {
  readonly tenant: string;
  readonly ward: string;
}

// What is not listed is refused.
const ALLOWED: Readonly<Record<Role, readonly Action[]>> = {
  clerk: ['view', 'create', 'change', 'print'],
  laboratory: ['view', 'receive'],
};

export function mayDo(user: User, action: Action, order: OrderPlace): boolean {
  if (user.tenant !== order.tenant) return false;
  if (!ALLOWED[user.role].includes(action)) return false;
  // The laboratory works for all wards of its hospital.
  return user.role === 'laboratory' || user.wards.includes(order.ward);
}
