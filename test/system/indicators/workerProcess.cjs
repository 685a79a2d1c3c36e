/** The workers as a process of its own, to be killed. Arguments: Temporal's address, MongoDB's URI, namespace. */
const { transformFileSync } = require('@swc/core');

require.extensions['.ts'] = (module, file) => module._compile(transformFileSync(file).code, file);
const { Client, Connection } = require('@temporalio/client');
const { DefaultLogger, NativeConnection, Runtime } = require('@temporalio/worker');
const { activityDeps } = require('../../../src/worker/activityDeps.ts');
const { openStores } = require('../../../src/worker/stores.ts');
const { startWorkers } = require('../../../src/worker/workers.ts');

const [, , address, uri, namespace] = process.argv;

async function main() {
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  const [stores, connection, native] = await Promise.all([
    openStores(uri),
    Connection.connect({ address }),
    NativeConnection.connect({ address }),
  ]);
  const client = new Client({ connection, namespace });
  const deps = activityDeps({ stores, client, env: {}, say: () => undefined });
  await startWorkers({ connection: native, namespace, deps });
  console.log('ready');
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
