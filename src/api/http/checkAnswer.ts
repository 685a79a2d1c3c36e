import type { Answer, Route } from './route';

/** Fails when an answer is not what the OpenAPI document promises: switched on in tests. */
export function checkAnswer(route: Route, answer: Answer): void {
  const spec = route.responses[answer.status];
  if (spec === undefined) throw new Error(`${route.id} does not promise the status ${answer.status}`);
  if (spec.schema === undefined) {
    if (answer.body !== undefined) throw new Error(`${route.id} promises no body with ${answer.status}`);
    return;
  }
  if (answer.bytes !== undefined) return;
  const body: unknown = JSON.parse(JSON.stringify(answer.body));
  const result = spec.schema.safeParse(body);
  if (!result.success) throw new Error(`${route.id} answered against its schema: ${result.error.message}`);
}
