import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { DeterminismViolationError } from '@temporalio/workflow';
import { bundleWorkflowCode, DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import type { ReplayResult, WorkflowBundleWithSourceMap } from '@temporalio/worker';
import * as workflows from '../../../src/workflows/index';

const FOLDER = path.resolve(__dirname, '../../histories');
const SOURCES = path.resolve(__dirname, '../../../src/workflows');
const FILES = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
const logger = new DefaultLogger('ERROR');
const WORKFLOWS = Object.keys(workflows);

type Loaded = { readonly workflowId: string; readonly history: unknown };
const load = (name: string): Loaded => ({
  workflowId: name,
  history: JSON.parse(readFileSync(path.join(FOLDER, name), 'utf8')) as unknown,
});
const bundle = (workflowsPath: string): Promise<WorkflowBundleWithSourceMap> =>
  bundleWorkflowCode({ workflowsPath, logger });

async function replayed(workflowBundle: WorkflowBundleWithSourceMap, names: readonly string[]) {
  const results: ReplayResult[] = [];
  const histories = names.map(load) as Parameters<typeof Worker.runReplayHistories>[1];
  for await (const result of Worker.runReplayHistories({ workflowBundle }, histories)) results.push(result);
  return results;
}

let current: WorkflowBundleWithSourceMap;
beforeAll(async () => {
  Runtime.install({ logger, telemetryOptions: { logging: { forward: {}, filter: 'OFF' } } });
  current = await bundle(path.join(SOURCES, 'index.ts'));
});

describe('the workflows of today', () => {
  it.each(WORKFLOWS)('have a recorded history of %s', (workflow) => {
    expect(FILES.filter((name) => name.startsWith(`${workflow}-`))).not.toEqual([]);
  });

  it('carry every recorded history on as it was', async () => {
    const results = await replayed(current, FILES);
    expect(results.map(({ workflowId }) => workflowId).sort()).toEqual([...FILES].sort());
    expect(results.filter(({ error }) => error !== undefined)).toEqual([]);
  });
});

describe('a workflow that was changed without a patch', () => {
  it('is noticed by every recorded history', async () => {
    const results = await replayed(await bundle(path.join(__dirname, 'altered.ts')), FILES);
    expect(results).toHaveLength(FILES.length);
    for (const { error } of results) expect(error).toBeInstanceOf(DeterminismViolationError);
  });
});

describe('a recorded history', () => {
  it.each(FILES)('names neither machine nor folder: %s', (name) => {
    const text = readFileSync(path.join(FOLDER, name), 'utf8');
    expect(text).not.toMatch(/"identity": "\d+@/);
    const identities = [...text.matchAll(/"identity": "([^"]*)"/g)].map(([, identity]) => identity);
    expect(
      [...new Set(identities)].filter((identity) => !['kairyo', 'history-service', ''].includes(identity ?? '')),
    ).toEqual([]);
  });
});
