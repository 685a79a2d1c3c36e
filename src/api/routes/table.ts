import type { Route } from '../http/route';
import { aggregationRoutes } from './aggregations';
import { analysisRoutes } from './analyses';
import { workingDays } from './calendars';
import { cycleRoutes } from './cycles';
import { unitCycles } from './history';
import { importRoutes } from './imports';
import { me } from './me';
import { messageRoutes } from './messages';
import { organisationRoutes } from './organisation';
import { serviceRoutes } from './service';
import { tokenRoutes } from './tokens';

/** Every route of the API. The application and the OpenAPI document are made from this list and from nothing else. */
export const ROUTES: readonly Route[] = [
  ...cycleRoutes,
  unitCycles,
  ...organisationRoutes,
  workingDays,
  ...importRoutes,
  ...aggregationRoutes,
  ...analysisRoutes,
  ...messageRoutes,
  me,
  ...tokenRoutes,
  ...serviceRoutes,
];
