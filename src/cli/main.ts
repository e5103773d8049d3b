#!/usr/bin/env node
/** The program `medward`: as the build put it together and compiled it, or, from the sources, module by module. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Engine } from './engine.js';
import { Parts } from './parts.js';
import type * as Start from './start.js';

/** Before anything is compiled: compiled code is of use only to an engine that is set alike. */
const engine = Engine.forOneAnswer();
const folder = fileURLToPath(new URL('parts/', import.meta.url));
const started = existsSync(folder) ? (new Parts(folder).load('start.cjs') as typeof Start) : import('./start.js');

// What never comes to its end did nothing, and that is not "nothing blocks".
process.exitCode = 2;
void Promise.resolve(started)
  .then(({ start }) => start(engine))
  .then((status) => {
    // All is written. At an end that it finds by itself the engine takes its heap apart first, which nobody needs.
    process.exit(status);
  });
