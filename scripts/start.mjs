/**
 * `npm start`: with nothing but Node and npm there, installs the packages, builds, finds or fetches the servers, and
 * runs Kairyo until Ctrl-C. PORT, KAIRYO_DATA, KAIRYO_ADMIN_TOKEN, MONGODB_URI and TEMPORAL_ADDRESS change what it
 * takes; see docs/operations.md.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, buildWeb, installPackages, PROJECT, requireNode } from './lib/prepare.mjs';

const launchedAt = Date.now();
const say = (line) => {
  const seconds = String(Math.round((Date.now() - launchedAt) / 1000)).padStart(4);
  console.log(`[${seconds} s] ${line}`);
};

requireNode();
await installPackages(say);
await build(say);
await buildWeb(say);
process.chdir(PROJECT);
process.setSourceMapsEnabled(true);
process.env.KAIRYO_LAUNCHED_AT = String(launchedAt);
// In this very process: Ctrl-C has one receiver, and nothing can be left behind half stopped.
await import(pathToFileURL(join(PROJECT, 'dist', 'src', 'stack', 'main.js')).href);
