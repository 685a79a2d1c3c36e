/** A step of the story that did not give what it should: said in one sentence. */
export class StepFailed extends Error {}

export type Answer = { readonly status: number; readonly location: string; readonly body: Json };
export type Json = { readonly [name: string]: unknown };

/** One person's way to the API, over HTTP. Every call states the status it must have. */
export class Caller {
  constructor(
    private readonly base: string,
    private readonly token: string,
  ) {}

  get(path: string, status = 200): Promise<Answer> {
    return this.call('GET', path, { status });
  }
  async put(path: string, body: Json): Promise<Answer> {
    return this.call('PUT', path, { body: JSON.stringify(body), status: 201 });
  }
  post(path: string, body: Json, status: number): Promise<Answer> {
    return this.call('POST', path, { body: JSON.stringify(body), status });
  }
  /** Sends a table. */
  upload(path: string, text: string): Promise<Answer> {
    return this.call('POST', path, { body: text, status: 202, type: 'text/csv' });
  }

  private async call(method: string, path: string, request: Request): Promise<Answer> {
    const { body, status, type = 'application/json' } = request;
    const headers = { authorization: `Bearer ${this.token}`, 'accept-language': 'en', 'content-type': type };
    const response = await fetch(this.base + path, { method, headers, ...(body !== undefined && { body }) });
    const text = await response.text();
    if (response.status !== status)
      throw new StepFailed(`${method} ${path} should answer ${status} and answered ${response.status}: ${text}`);
    return { status, location: response.headers.get('location') ?? '', body: JSON.parse(text) as Json };
  }
}
type Request = { readonly body?: string; readonly status: number; readonly type?: string };

/** @throws StepFailed with the sentence unless `holds`. */
export function must(holds: boolean, sentence: string): void {
  if (!holds) throw new StepFailed(sentence);
}

const ASK_EVERY_MS = 300;

/** Asks until the answer is there. @throws StepFailed after `seconds`. */
export async function until<T>(what: string, seconds: number, ask: () => Promise<T | undefined>): Promise<T> {
  for (const end = Date.now() + seconds * 1000; Date.now() < end;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
  }
  throw new StepFailed(`${what} did not come about within ${seconds} seconds`);
}
