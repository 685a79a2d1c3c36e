/** `npm run simulate [-- runs]`: builds, and prints the tables of docs/statistics.md. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build, installPackages, PROJECT, requireNode } from './lib/prepare.mjs';

const say = (line) => console.error(`  ${line}`);
requireNode();
await installPackages(say);
await build(say);
const program = join(PROJECT, 'dist', 'bench', 'simulation', 'main.js');
const { status } = spawnSync(process.execPath, [program, ...process.argv.slice(2)], { cwd: PROJECT, stdio: 'inherit' });
process.exitCode = status ?? 1;
