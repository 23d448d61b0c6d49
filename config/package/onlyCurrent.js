// @ts-check
/** Before packing: chunks of earlier builds, which a program may still have been reading, are not for others. */
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from './shell.js';

const modules = JSON.parse(await readFile(join(ROOT, 'dist/modules.json'), 'utf8'));
const chunks = join(ROOT, 'dist/chunks');
for (const name of await readdir(chunks)) if (!(name in modules)) await rm(join(chunks, name));
