/** The floor of the bench: reads every file of a folder and takes its SHA-256, which no tool can do without. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const [folder = '.'] = process.argv.slice(2);
const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
const hash = createHash('sha256');
for (const file of files) hash.update(readFileSync(path.join(file.parentPath, file.name), 'utf8'));
console.log(`${files.length} files, ${hash.digest('hex')}`);
