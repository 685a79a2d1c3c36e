import type { SurveyQuery } from '../activities/surveys.ports';

/** `after` is the place of the last row seen: `<createdAt> <id>`, newest first. */
export function filterOf({ units, cycle, procedure, series, phase, after }: SurveyQuery): Record<string, unknown> {
  const gap = after?.indexOf(' ') ?? -1;
  const [createdAt, id] = [after?.slice(0, gap), after?.slice(gap + 1)];
  return {
    ...(units !== undefined && { unit: { $in: [...units] } }),
    ...(cycle !== undefined && { cycle }),
    ...(procedure !== undefined && { procedure }),
    ...(series !== undefined && { series }),
    ...(phase !== undefined && { phase }),
    ...(createdAt !== undefined && { $or: [{ createdAt: { $lt: createdAt } }, { createdAt, _id: { $lt: id } }] }),
  };
}
