/** Every foreign format: the list of files in this folder, written by a script. */
import otm from './otm.js';
import threagile from './threagile.js';
import threatDragon from './threat-dragon.js';

export const all = [otm, threagile, threatDragon] as const;
