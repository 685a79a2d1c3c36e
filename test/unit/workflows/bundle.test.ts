import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { bundleWorkflowCode } from '@temporalio/worker';
import type { Logger } from '@temporalio/worker';

/** Libraries that make a cached workflow many times larger, or that reach for the world. */
const UNWANTED = [
  'node_modules/zod/',
  'node_modules/luxon/',
  'node_modules/decimal.js/',
  'node_modules/mongoose/',
  'node_modules/mongodb/',
];
/** Of the program itself; what follows it is the source map. The SDK is four fifths of it. */
const LIMIT_BYTES = 800_000;
const SOURCE_MAP = '//# sourceMappingURL=';

const silent: Logger = {
  log: () => {},
  trace: () => {},
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
};

describe('the workflow bundle', () => {
  it('is made of workflows and the domain alone, and stays small', async () => {
    const { code } = await bundleWorkflowCode({
      workflowsPath: path.resolve(__dirname, '../../../src/workflows/index.ts'),
      logger: silent,
    });
    expect(UNWANTED.filter((name) => code.includes(name))).toEqual([]);
    expect(code.indexOf(SOURCE_MAP)).toBeGreaterThan(0);
    expect(code.indexOf(SOURCE_MAP)).toBeLessThan(LIMIT_BYTES);
    expect(code).toContain('cycle.workflow');
  });
});
