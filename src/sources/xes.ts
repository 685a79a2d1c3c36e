import { SaxesParser } from 'saxes';
import { StringDecoder } from 'node:string_decoder';
import { caseRules, CASE_FIELDS, type CaseRules } from '../domain/cases/importCase';
import { MalformedFile } from '../domain/cases/importFailure';
import type { CaseSource, SourceOptions } from './source';
import type { Staging } from './staging';
import { utf8 } from './text';
import { unpacked } from './unpack';
import { XesLog } from './xesLog';

/** Event logs (IEEE 1849): plain or gzipped, any nesting of attributes; only those of traces and events themselves count. */
export const xes: CaseSource = {
  contentType: 'application/xes+xml',

  async stage(bytes, options, staging): Promise<CaseRules> {
    const reader = new XmlReader(options, staging);
    const text = utf8(unpacked(bytes, options.limits), declaredEncoding);
    for await (const chunk of text) reader.write(chunk);
    reader.end();
    const { mapping, timeZone } = options;
    return caseRules(mapping, timeZone, { rows: 'steps', names: CASE_FIELDS.map((field) => mapping[field]) });
  },
};

const declaredEncoding = (head: Buffer): string | undefined =>
  /^<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z][\w.:-]*)["']/.exec(head.toString('latin1'))?.[1];

/** Feeds an XML parser and turns its elements into those of a log; guards against what XML can be made to do. */
class XmlReader {
  private readonly decoder = new StringDecoder('utf8');
  private readonly parser = new SaxesParser({ xmlns: false, position: true } as const);
  private readonly log: XesLog;
  private depth = 0;
  private sinceTag = 0;

  constructor(
    private readonly options: SourceOptions,
    staging: Staging,
  ) {
    this.log = new XesLog(options, staging);
    this.parser.on('opentag', ({ name, attributes }) => {
      this.sinceTag = 0;
      this.depth += 1;
      if (this.depth > this.options.limits.maxDepth)
        throw new MalformedFile('XML_BROKEN', {
          detail: `elements nested deeper than ${this.options.limits.maxDepth}`,
        });
      this.log.open(localName(name), attributes);
    });
    this.parser.on('closetag', ({ name }) => {
      this.sinceTag = 0;
      this.depth -= 1;
      this.log.close(localName(name));
    });
    this.parser.on('doctype', () => {
      throw new MalformedFile('DOCTYPE_REFUSED');
    });
    this.parser.on('error', (error) => {
      throw new MalformedFile('XML_BROKEN', { detail: error.message });
    });
  }

  /** The parser keeps an unfinished tag, text or comment in memory: between two tags only so much may come. */
  write(chunk: Buffer): void {
    const text = this.decoder.write(chunk);
    this.sinceTag += text.length;
    this.parser.write(text);
    if (this.sinceTag > this.options.limits.maxTokenCharacters + text.length)
      throw new MalformedFile('XML_BROKEN', {
        detail: `a tag, text or comment of more than ${this.options.limits.maxTokenCharacters} characters`,
      });
  }

  end(): void {
    this.parser.close();
  }
}

/** `xes:trace` → `trace`: prefixes are the file's own choice. */
function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}
