/** The workers of imports as a process of its own, to be killed. Arguments: Temporal's address, MongoDB's URI. */
const { transformFileSync } = require('@swc/core');

require.extensions['.ts'] = (module, file) => module._compile(transformFileSync(file).code, file);
const { activitiesOver, storesAt, workersAt } = require('./support.ts');

const [, , address, uri] = process.argv;
storesAt(uri)
  .then((stores) => workersAt(address, activitiesOver(stores)))
  .then(() => console.log('ready'))
  .catch((error) => {
    console.error(error);
    process.exit(1);
  });
