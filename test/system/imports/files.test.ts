import { createHash, randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createImports } from '../../../src/store/imports';
import { servers } from '../support/servers';
import { newImport, storesAt, type Stores } from './support';

describe('an uploaded file', () => {
  let stores: Stores;
  const chunks = (): Promise<number> => stores.connection.collection('importFiles.chunks').countDocuments({});
  beforeAll(async () => {
    stores = await storesAt(servers().mongoUri(`imports_files_${process.pid}`));
  });
  afterAll(() => stores.connection.close());

  it('is measured and hashed while it streams in, and comes out as it went in', async () => {
    const file = randomBytes(1_000_000);
    const state = await stores.imports.create(newImport('whole', 'p'), Readable.from([file]));
    expect(state).toMatchObject({ bytes: 1_000_000, sha256: createHash('sha256').update(file).digest('hex') });
    expect(await stores.imports.get('whole')).toEqual(state);
    const parts: Buffer[] = [];
    for await (const part of await stores.imports.file('whole')) parts.push(Buffer.from(part));
    expect(Buffer.concat(parts).equals(file)).toBe(true);
    await stores.imports.discardFile('whole');
    expect(await chunks()).toBe(0);
    await expect(stores.imports.file('whole')).rejects.toThrow('not there any more');
  });

  it('beyond the limit is refused, and nothing of it stays', async () => {
    const limited = createImports(stores.connection, { maxFileBytes: 1_000_000 });
    const file = Readable.from(Array.from({ length: 20 }, () => randomBytes(100_000)));
    await expect(limited.create(newImport('large', 'p'), file)).rejects.toMatchObject({ code: 'FILE_TOO_LARGE' });
    expect(await limited.get('large')).toBeUndefined();
    expect(await chunks()).toBe(0);
  });

  it('that breaks off on its way leaves nothing, and can be sent again', async () => {
    const broken = Readable.from(
      (async function* () {
        yield randomBytes(600_000);
        throw new Error('connection lost');
      })(),
    );
    await expect(stores.imports.create(newImport('twice', 'p'), broken)).rejects.toThrow('connection lost');
    expect(await chunks()).toBe(0);
    await stores.imports.create(newImport('twice', 'p'), Readable.from([Buffer.from('a')]));
    const again = await stores.imports.create(newImport('twice', 'p'), Readable.from([Buffer.from('other')]));
    expect(again.bytes).toBe(1);
  });

  it('has a state that no longer changes once it has ended', async () => {
    await stores.imports.create(newImport('ended', 'p'), Readable.from([Buffer.from('a')]));
    expect(await stores.imports.running()).toContain('ended');
    expect(await stores.imports.update('ended', { status: 'done' })).toBe(true);
    expect(await stores.imports.update('ended', { status: 'failed' })).toBe(false);
    expect((await stores.imports.get('ended'))?.status).toBe('done');
    expect(await stores.imports.running()).not.toContain('ended');
  });
});
