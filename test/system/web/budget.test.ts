import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { notHere } from './browser';

const FOLDER = path.resolve(__dirname, '../../../dist/web');
const MOST_BYTES = 200 * 1024;
type Chunk = { readonly file: string; readonly imports?: readonly string[] };

/** The files of a chunk and of all that it needs before it runs. */
function filesOf(name: string, manifest: Readonly<Record<string, Chunk>>): readonly string[] {
  const chunk = manifest[name];
  if (chunk === undefined) throw new Error(`the build has no ${name}`);
  return [chunk.file, ...(chunk.imports ?? []).flatMap((needed) => filesOf(needed, manifest))];
}

const built = notHere() === undefined ? it : it.skip;
describe('the script of Today', () => {
  built('stays under 200 KB, compressed', () => {
    const manifest = JSON.parse(readFileSync(path.join(FOLDER, 'manifest.json'), 'utf8')) as Record<string, Chunk>;
    const files = [...new Set(filesOf('index.html', manifest))];
    const bytes = files.map((file) => gzipSync(readFileSync(path.join(FOLDER, file))).length);
    expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThan(MOST_BYTES);
  });
});
