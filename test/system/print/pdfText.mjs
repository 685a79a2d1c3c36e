import { readFileSync } from 'node:fs';
import { extractText, getDocumentProxy } from 'unpdf';

/** Prints the text of a PDF that a reader could copy. A program of its own: the library is an ES module, which jest does not load. */
const pdf = await getDocumentProxy(new Uint8Array(readFileSync(process.argv[2])));
console.log((await extractText(pdf, { mergePages: true })).text);
