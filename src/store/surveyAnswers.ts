import type { Connection } from 'mongoose';
import type { AnswerQuery, SurveyAnswer, SurveyLink, Surveys } from '../activities/surveys.ports';
import type { CollectionSpec } from './collections';
import { isDuplicateKey } from './duplicateKey';

type LinkDoc = Omit<SurveyLink, 'hash'> & { readonly _id: string };
type AnswerDoc = Omit<SurveyAnswer, 'key'> & { readonly _id: string };

export const answerCollections: readonly CollectionSpec[] = [
  { name: 'survey_links', indexes: [{ keys: { survey: 1 } }] },
  { name: 'survey_answers', indexes: [{ keys: { survey: 1, day: 1 } }] },
];

/** Links under the hash of their token; answers under another hash of it, which makes them one a token. */
export function createSurveyAnswers(
  connection: Connection,
): Pick<Surveys, 'addLinks' | 'linkByHash' | 'issued' | 'addAnswer' | 'answerByKey' | 'answers'> {
  const links = connection.collection<LinkDoc>('survey_links');
  const stored = connection.collection<AnswerDoc>('survey_answers');
  const byKey = async (key: string): Promise<SurveyAnswer | undefined> => {
    const found = await stored.findOne({ _id: key });
    return found === null ? undefined : answerOf(found);
  };
  return {
    answerByKey: byKey,
    async addLinks(made) {
      await links.insertMany(made.map(({ hash, ...link }) => ({ _id: hash, ...link })));
    },
    async linkByHash(hash) {
      const found = await links.findOne({ _id: hash });
      if (found === null) return undefined;
      const { _id, ...link } = found;
      return { hash: _id, ...link };
    },
    issued: (survey) => links.countDocuments({ survey, createdBy: { $exists: true } }),
    async addAnswer({ key, ...answer }) {
      try {
        await stored.insertOne({ _id: key, ...answer });
        return undefined;
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        return byKey(key);
      }
    },
    async *answers(query) {
      for await (const found of stored.find(filterOf(query))) yield answerOf(found);
    },
  };
}

const answerOf = ({ _id, ...answer }: AnswerDoc): SurveyAnswer => ({ key: _id, ...answer });

function filterOf({ surveys, units, from, to, knownAt }: AnswerQuery): Record<string, unknown> {
  const days = { ...(from !== undefined && { $gte: from }), ...(to !== undefined && { $lte: to }) };
  return {
    survey: { $in: [...surveys] },
    ...(units !== undefined && { unit: { $in: [...units] } }),
    ...(Object.keys(days).length > 0 && { day: days }),
    ...(knownAt !== undefined && { givenAt: { $lte: knownAt } }),
  };
}
