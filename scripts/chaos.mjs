/**
 * `npm run chaos [-- --rounds 20 --seed 1]`: kills worker, Temporal and database with SIGKILL, each once a round, in the
 * middle of every phase of a cycle, of a round of reminders and of an import, on servers of its own; says for each kill
 * what was under way and whether everything is there afterwards, once. Exit code 1 when something was lost or doubled.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build, installPackages, PROJECT, requireNode } from './lib/prepare.mjs';

const say = (line) => console.error(`  ${line}`);
requireNode();
await installPackages(say);
await build(say);
process.chdir(PROJECT);
const require = createRequire(import.meta.url);
const { transformFileSync } = require('@swc/core');
require.extensions['.ts'] = (module, file) => module._compile(transformFileSync(file).code, file);
const { main } = require('../test/system/chaos/main.ts');
await main(join(PROJECT, 'dist', 'src', 'worker', 'main.js'), process.argv.slice(2));
