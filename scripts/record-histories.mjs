/**
 * `node scripts/record-histories.mjs [workflow …]`: plays every story of the workflows on servers of its own and writes the histories to
 * test/histories, named by the version of package.json. Run it once for a release; files of earlier versions stay, so that
 * every test run proves that cycles they began can still be carried on.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { installPackages, PROJECT, requireNode, version } from './lib/prepare.mjs';

requireNode();
await installPackages((line) => console.error(`  ${line}`));
process.chdir(PROJECT);
const require = createRequire(import.meta.url);
const { transformFileSync } = require('@swc/core');
require.extensions['.ts'] = (module, file) => module._compile(transformFileSync(file).code, file);
const { findPrograms } = require('../test/system/support/global-setup.ts');
const { runServers } = require('../test/system/support/run-servers.ts');
const { recordHistories } = require('../test/system/support/record-histories.ts');

const servers = await runServers(await findPrograms());
try {
  const folder = join(PROJECT, 'test', 'histories');
  for (const file of await recordHistories(servers, version(), { folder, only: process.argv.slice(2) }))
    console.log(file);
} finally {
  await servers.close();
}
