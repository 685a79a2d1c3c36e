/**
 * `npm test`: every test, on servers of its own. Further arguments go to jest (`npm test -- test/unit/cycle`).
 * The last line is `N passed, N failed`, with `, N skipped` when some were.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildWeb, installPackages, PROJECT, requireNode } from './lib/prepare.mjs';

/** More workers than this are not faster: the tests share one Temporal and one MongoDB. */
const MOST_WORKERS = 4;

requireNode();
const say = (line) => console.error(`  ${line}`);
await installPackages(say);
await buildWeb(say);
const folder = mkdtempSync(join(tmpdir(), 'kairyo-run-'));
const report = join(folder, 'report.json');
const code = await runJest();
const totals = readTotals();
rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
console.log(summary(totals));
process.exitCode = totals.failed > 0 || code !== 0 ? code || 1 : 0;

function runJest() {
  const workers = Math.max(1, Math.min(MOST_WORKERS, availableParallelism()));
  const jest = join(PROJECT, 'node_modules', 'jest', 'bin', 'jest.js');
  const own = ['--json', '--outputFile', report, '--maxWorkers', String(workers)];
  const child = spawn(process.execPath, [jest, ...own, ...process.argv.slice(2)], {
    cwd: PROJECT,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, KAIRYO_TEST_FOLDER: folder },
  });
  // Ctrl-C reaches jest too, which stops its servers; this process waits for it.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  return new Promise((resolve) => {
    child.once('close', (status, signal) => resolve(status ?? (signal === 'SIGINT' ? 130 : 1)));
  });
}

/** A file of tests that could not run counts as one failed test. */
function readTotals() {
  try {
    const result = JSON.parse(readFileSync(report, 'utf8'));
    return {
      passed: result.numPassedTests,
      failed: result.numFailedTests + result.numRuntimeErrorTestSuites,
      skipped: result.numPendingTests + result.numTodoTests,
    };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

function summary({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
