import type { Client } from '@temporalio/client';
import type { ActivityDeps } from '../activities/create';
import { indicatorValues } from '../activities/indicatorValues';
import { createSurveyFigures } from '../activities/surveyFigures';
import { temporalCycles } from '../api/temporalCycles';
import { tellingReviews } from '../api/temporalReviews';
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
export function activityDeps({ stores, client, env, say, searchable = false }: World): ActivityDeps {
  const clock = { now: () => new Date().toISOString() };
  const surveyFigures = createSurveyFigures(stores);
  const cycles = temporalCycles({ ...stores, client, searchable });
  return {
    ...stores,
    telling: tellingOver(client, stores),
    onIndicatorChange: tellingReviews(temporalRecompute(client), { ...stores, client }),
    surveyFigures,
    indicatorValues: indicatorValues({ ...stores, surveyFigures, clock }),
    launchDraft: (input, by, commandId) => cycles.launch(input, by, commandId),
    sources: createSources(),
    collectSource: httpCollectSource({ env }),
    channels: createChannels(env, say),
    clock,
  };
}
