import { z } from 'zod';
import { lineOf } from '../../domain/access/place';
import { mergedTerms } from '../../domain/terms/inTerms';
import { Id } from '../../domain/shared/ids.schema';
import { route } from '../http/route';
import type { Route } from '../http/route';
import { documentRoutes } from './documents';
import { TermsInput, TermsView } from './views';

export const termsExample = {
  words: [
    { key: 'called.cycle', vi: 'sáng kiến cải tiến', en: 'initiative', ja: '改善活動' },
    { key: 'called.cycles', en: 'initiatives' },
  ],
};

const ownTerms = documentRoutes({
  kind: 'terms',
  path: '/v1/terms',
  param: 'unit',
  tag: 'Organisation',
  names: { one: 'unit’s own names and terms', many: 'own names and terms of units' },
  input: TermsInput,
  view: TermsView,
  example: termsExample,
  documents: ({ deps }) => deps.organisation.terms,
  read: 'terms.read',
  edit: 'terms.edit',
  readAt: ({ id }) => ({ unit: id }),
  allowEdit: async ({ before, after }, { allow }) => {
    const unit = (after ?? before)?.id;
    await allow('terms.edit', unit === undefined ? {} : { unit });
  },
  usedBy: async () => [],
});

const Words = z.record(z.string(), z.string());

const myTerms = route({
  method: 'get',
  path: '/v1/me/terms',
  id: 'getMyTerms',
  tag: 'Organisation',
  summary: 'The names and terms of my unit, with those of the units above it',
  description: 'Of each key the word of the nearest unit. A key that is not there is said as it ships.',
  action: 'signed-in',
  responses: {
    200: {
      description: 'Own words by language and key',
      schema: z.object({ unit: Id, words: z.object({ vi: Words, en: Words, ja: Words }) }),
      headers: ['ETag'],
    },
  },
  handle: async (_input, { person: { unit }, deps: { organisation } }) => ({
    status: 200,
    body: { unit, words: mergedTerms(await organisation.termsOf(lineOf(await organisation.allUnits(), unit))) },
  }),
});

export const termRoutes: readonly Route[] = [...ownTerms, myTerms];
