/** The packages of the pages in `web/`, installed when they are missing or older than their list: before their types are checked. */
import { installWeb } from './lib/prepare.mjs';

if (!(await installWeb((line) => console.error(`  ${line}`)))) process.exitCode = 1;
