import type { Answer, Caller } from './caller';

const begunAt = Date.now();

/** A sentence of the story, with the seconds since its beginning. */
export function say(line: string): void {
  console.log(`[${String(Math.round((Date.now() - begunAt) / 1000)).padStart(3)} s] ${line}`);
}

export const secondsSoFar = (): number => Math.round((Date.now() - begunAt) / 1000);

/** The sentence of a refusal. */
export const told = ({ body }: Answer): string => String(body['detail'] ?? body['title']);

/** What the story tells of a verdict. */
export type Verdict = {
  readonly indicator: string;
  readonly verdict: string;
  readonly prediction: string;
  readonly words: { readonly vi: string; readonly en: string };
};
export type Message = {
  readonly subject: string;
  readonly body: string;
  readonly items: readonly { readonly stream: string }[];
};

/** The newest message of somebody's inbox about a cycle, if there is one. */
export async function amongItems(person: Caller, cycle: string): Promise<Message | undefined> {
  const { body } = await person.get('/v1/inbox');
  const messages = body['items'] as readonly Message[];
  return messages.find(({ items }) => items.some(({ stream }) => stream === cycle));
}
