/** Last step of the build: what the compiled program reads beside itself and the compiler does not copy. */
import { cpSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from './lib/prepare.mjs';

const ASSETS = /\.(json|html|css|svg|md)$/;
const source = join(PROJECT, 'src');

for (const entry of readdirSync(source, { recursive: true, encoding: 'utf8' })) {
  if (ASSETS.test(entry)) cpSync(join(source, entry), join(PROJECT, 'dist', 'src', entry));
}
if (existsSync(join(PROJECT, 'packs'))) {
  cpSync(join(PROJECT, 'packs'), join(PROJECT, 'dist', 'packs'), { recursive: true });
}
