import type { Request } from 'express';
import type { Person } from '../../domain/organisation/organisation.schema';
import { signsIn } from '../http/route';
import type { Route } from '../http/route';
import type { ApiDeps } from '../ports';
import { ProblemError } from '../problems/problem';
import { HTTP_STATUS } from '../problems/table';
import { networkOf } from './addressKey';

type Occasion = {
  readonly route: Route;
  readonly request: Request;
  readonly person: Person | undefined;
  readonly deps: ApiDeps;
};
const REFUSED: readonly number[] = [401, 403];
const MOST_PATH = 500;

type Where = {
  /** Id of the route. */
  readonly route: string;
  readonly path: string;
  readonly person: Person | undefined;
  readonly address: string;
  readonly deps: ApiDeps;
};

/** Notes a 401 or 403 of a route for people who sign in: who, what, where, when. That it cannot be noted changes no answer. */
export async function recordRefusal({ route, request, person, deps }: Occasion, error: unknown): Promise<void> {
  if (signsIn(route))
    await noteRefusal({ route: route.id, path: request.path, person, address: request.ip ?? '', deps }, error);
}

/** The same of one of many that a request asks for. */
export async function noteRefusal({ route, path, person, address, deps }: Where, error: unknown): Promise<void> {
  if (!(error instanceof ProblemError) || !REFUSED.includes(HTTP_STATUS[error.code])) return;
  const { action, unit } = error.detail.params ?? {};
  const event = {
    at: deps.now(),
    code: error.code,
    route,
    path: path.slice(0, MOST_PATH),
    ...(typeof action === 'string' && { action }),
    ...(typeof unit === 'string' && unit !== '-' && { unit }),
    ...(person !== undefined && { person: person.id }),
    address: networkOf(address),
    count: 1,
  };
  await deps.identity.refusals
    .add(event)
    .catch((failure: unknown) => deps.log.error({ err: failure }, 'a refusal could not be noted'));
}
