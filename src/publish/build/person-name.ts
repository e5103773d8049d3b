/** The name of a person whom records call by an id; records may name people that the settings do not list. */
import type { Assessment } from '../../assess/index.js';

export function personName(id: string, { people }: Assessment): string {
  return people.find((person) => person.id === id)?.name ?? id;
}
