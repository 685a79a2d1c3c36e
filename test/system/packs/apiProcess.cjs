/** The API as a process of its own, to be killed. Arguments: Temporal's address, MongoDB's URI, namespace. */
const { transformFileSync } = require('@swc/core');

require.extensions['.ts'] = (module, file) => module._compile(transformFileSync(file).code, file);
const { Client, Connection } = require('@temporalio/client');
const { createApp } = require('../../../src/api/app.ts');
const { ensureAdministrator } = require('../../../src/api/auth/administrator.ts');
const { listen } = require('../../../src/api/server.ts');
const { apiDeps } = require('../../../src/worker/apiMain.ts');
const { ensureShipped } = require('../../../src/worker/shipped.ts');
const { openStores } = require('../../../src/worker/stores.ts');

const [, , address, uri, namespace] = process.argv;

async function main() {
  const [stores, connection] = await Promise.all([openStores(uri), Connection.connect({ address })]);
  const deps = apiDeps(stores, new Client({ connection, namespace }), false);
  await ensureShipped(stores.organisation);
  await ensureAdministrator(deps, 'administrator-for-tests');
  const server = await listen(createApp(deps), { port: 0 });
  console.log(`ready on ${server.port}`);
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
