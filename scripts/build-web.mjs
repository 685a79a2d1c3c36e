/** `npm run build:web`: the pages of `web/` into `dist/web`, their packages installed before. */
import { buildWeb, requireNode } from './lib/prepare.mjs';

requireNode();
if (!(await buildWeb((line) => console.log(line)))) process.exitCode = 1;
