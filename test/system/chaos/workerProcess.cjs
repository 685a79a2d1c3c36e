/** The worker process from its sources, for tests that run without a build: the same main as `dist/src/worker/main.js`. */
const { transformFileSync } = require('@swc/core');

require.extensions['.ts'] = (module, file) => module._compile(transformFileSync(file).code, file);
require('../../../src/worker/main.ts');
