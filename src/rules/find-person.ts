/** Finds the person of the settings whom a record names, by id or by name. */
import type { Person } from './define.js';

export function findPerson(written: string, people: readonly Person[]): Person | undefined {
  const word = written.trim();
  return people.find((person) => person.id === word || person.name === word);
}
