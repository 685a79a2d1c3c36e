import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Version of the product, from the nearest package.json above this file: it lies two folders up in src, three in dist. */
export const VERSION: string = versionAbove(__dirname);

function versionAbove(folder: string): string {
  const file = path.join(folder, 'package.json');
  if (existsSync(file)) return (JSON.parse(readFileSync(file, 'utf8')) as { readonly version: string }).version;
  const above = path.dirname(folder);
  return above === folder ? '0.0.0' : versionAbove(above);
}
