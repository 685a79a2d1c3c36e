/**
 * `npm run demo`: one improvement cycle from launch to the next one, on servers of its own with made-up data, in less than
 * two minutes. Exits 0 only when every step gave what it should.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, installPackages, PROJECT, requireNode } from './lib/prepare.mjs';

requireNode();
const say = (line) => console.log(`  ${line}`);
await installPackages(say);
await build(say);
process.chdir(PROJECT);
await import(pathToFileURL(join(PROJECT, 'dist', 'demo', 'demo.js')).href);
