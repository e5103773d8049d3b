/** Every command: the list of files in this folder, written by a script. */
import assess from './assess.js';
import check from './check.js';
import explain from './explain.js';
import schema from './schema.js';
import show from './show.js';
import status from './status.js';

export const all = [assess, check, explain, schema, show, status] as const;
