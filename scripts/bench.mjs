/** `npm run bench [-- reminders import]`: builds, and runs every benchmark of the folder `bench`, or those named. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, join } from 'node:path';
import { build, installPackages, PROJECT, requireNode } from './lib/prepare.mjs';

const say = (line) => console.error(`  ${line}`);
requireNode();
await installPackages(say);
await build(say);
const wanted = process.argv.slice(2);
console.log(`Node ${process.version}, ${availableParallelism()} cores`);
for (const name of benchmarks()) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`\n== ${name}`);
  const program = join(PROJECT, 'dist', 'bench', `${name}.js`);
  const { status } = spawnSync(process.execPath, [program], { cwd: PROJECT, stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}

/** A benchmark is a file that reads its arguments; the others are what benchmarks import. */
function benchmarks() {
  const folder = join(PROJECT, 'bench');
  return readdirSync(folder)
    .filter((file) => file.endsWith('.ts') && readFileSync(join(folder, file), 'utf8').includes('process.argv'))
    .map((file) => basename(file, '.ts'))
    .sort();
}
