import type { Client } from '@temporalio/client';
import type { ActivityDeps } from '../activities/create';
import { createSurveyFigures } from '../activities/surveyFigures';
import { temporalCycles } from '../api/temporalCycles';
import { temporalRecompute } from '../api/temporalRecompute';
import { createChannels } from '../channels/catalogue';
import { httpCollectSource } from '../sources/http/collect';
import { createSources } from '../sources/catalogue';
import { tellingOver } from './standing';
import type { Stores } from './stores';

export type World = {
  readonly stores: Stores;
  readonly client: Client;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether the server has Kairyo's search attributes. */
  readonly searchable?: boolean;
  readonly say: (line: string) => void;
};

/** What the activities need, over the stores, Temporal and the channels that the environment configures. */
export const activityDeps = ({ stores, client, env, say, searchable = false }: World): ActivityDeps => ({
  ...stores,
  telling: tellingOver(client),
  onIndicatorChange: temporalRecompute(client),
  surveyFigures: createSurveyFigures(stores),
  launchDraft: temporalCycles({ ...stores, client, searchable }).launch,
  sources: createSources(),
  collectSource: httpCollectSource({ env }),
  channels: createChannels(env, say),
  clock: { now: () => new Date().toISOString() },
});
