import type { Client } from '@temporalio/client';
import type { ActivityDeps } from '../activities/create';
import type { SchemeInForce } from '../activities/evaluationPeriods.ports';
import { indicatorValues } from '../activities/indicatorValues';
import { createSurveyFigures } from '../activities/surveyFigures';
import { temporalCycles } from '../api/temporalCycles';
import { tellingReviews } from '../api/temporalReviews';
import { temporalRecompute } from '../api/temporalRecompute';
import { createChannels } from '../channels/catalogue';
import { createWebhookChannel } from '../channels/webhook';
import { httpPost } from '../sources/http/post';
import { httpCollectSource } from '../sources/http/collect';
import { createSources } from '../sources/catalogue';
import { periodsOver, schemesOver } from './evaluationPeriods';
import { tellingOver, wakeOutbox } from './standing';
import { wakingFor } from './waking';
import type { Stores } from './stores';

export type World = {
  readonly stores: Stores;
  readonly client: Client;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether the server has Kairyo's search attributes. */
  readonly searchable?: boolean;
  readonly say: (line: string) => void;
  /** Default: the clock of this machine. */
  readonly now?: () => string;
  /** Default: the schemes of the office and those shipped. */
  readonly schemeInForce?: SchemeInForce;
};

/** What the activities need, over the stores, Temporal and the channels that the environment configures. */
export function activityDeps({ stores: plain, client, env, say, searchable = false, ...world }: World): ActivityDeps {
  const { now = () => new Date().toISOString(), schemeInForce = schemesOver(plain) } = world;
  const stores = wakingFor(plain, () => wakeOutbox(client));
  const clock = { now };
  const surveyFigures = createSurveyFigures(stores);
  const channels = [
    ...createChannels(env, say),
    createWebhookChannel({ webhooks: stores.webhooks, ...httpPost({ env }) }),
  ];
  const cycles = temporalCycles({ ...stores, client, searchable });
  return {
    ...stores,
    ...periodsOver(stores, { schemeInForce, now, channels }),
    telling: tellingOver(client, stores),
    onIndicatorChange: tellingReviews(temporalRecompute(client), { ...stores, client }),
    surveyFigures,
    indicatorValues: indicatorValues({ ...stores, surveyFigures, clock }),
    launchDraft: (input, by, commandId) => cycles.launch(input, by, commandId),
    sources: createSources(),
    collectSource: httpCollectSource({ env }),
    channels,
    clock,
  };
}
