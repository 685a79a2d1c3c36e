/**
 * A writer of evaluations that kills itself right after its so-many-th write (insert, update or commit) was answered.
 * Arguments: MongoDB's URI, `open` or `correct`, number of the write.
 */
const { transformFileSync } = require('@swc/core');

require.extensions['.ts'] = (module, file) => module._compile(transformFileSync(file).code, file);
const mongoose = require('mongoose');
const { writing } = require('./writer.ts');

const [, , uri, what, last] = process.argv;
const WRITES = ['insert', 'update', 'commitTransaction'];

async function main() {
  const connection = await mongoose.createConnection(uri, { monitorCommands: true }).asPromise();
  let writes = 0;
  connection.getClient().on('commandSucceeded', ({ commandName }) => {
    if (WRITES.includes(commandName) && ++writes === Number(last)) process.kill(process.pid, 'SIGKILL');
  });
  await writing(connection)[what]();
  console.log(`all ${writes} writes were done`);
  await connection.close();
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
