import { inUtc, withTemplate } from '../../domain/survey/definition';
import { SurveyDefinition } from '../../domain/survey/survey.schema';
import type { SurveyInput } from '../../domain/survey/survey.schema';
import { parsed } from '../http/fieldErrors';
import type { Context } from '../http/route';
import { ProblemError, problemOf } from '../problems/problem';
import type { NewSurvey } from '../temporalSurveys';

/**
 * The definition with what its template, cycle, procedure or period adds, after the policy allowed it in its unit.
 *
 * @throws ProblemError for what does not exist, and for every rule the whole breaks
 */
export async function resolvedSurvey(input: SurveyInput, context: Context): Promise<Omit<NewSurvey, 'id'>> {
  const { deps, allow } = context;
  const home = await homeOf(input, context);
  const unit = input.unit ?? home.unit;
  await allow('survey.edit', { unit });
  if (input.unit !== undefined && (await deps.organisation.units.get(unit)) === undefined)
    throw new ProblemError('UNKNOWN_UNIT', { field: '/unit', params: { id: unit } });
  if (input.owner !== undefined && (await deps.organisation.people.get(input.owner)) === undefined)
    throw new ProblemError('UNKNOWN_PERSON', { field: '/owner', params: { id: input.owner } });
  const resolved = withTemplate(input, await deps.surveyTemplates.all());
  if (!resolved.ok) throw problemOf(resolved.refusal);
  const checked = parsed(SurveyDefinition, resolved.definition, 'body');
  if (!checked.ok)
    throw new ProblemError('VALIDATION_FAILED', { params: { count: checked.count }, errors: checked.errors });
  const { procedure } = home;
  return { unit, ...(procedure !== undefined && { procedure }), definition: inUtc(checked.value) };
}

type Home = { readonly unit: string; readonly procedure?: string };

async function homeOf({ belongsTo }: SurveyInput, { deps, allow, standing }: Context): Promise<Home> {
  if ('cycle' in belongsTo) {
    const cycle = (await deps.cycles.get(belongsTo.cycle))?.cycle;
    if (cycle !== undefined) return { unit: cycle.unit, procedure: cycle.procedure };
    await allow('survey.edit', { unit: standing.unit });
    throw new ProblemError('NO_SUCH_CYCLE', { field: '/belongsTo/cycle', params: { id: belongsTo.cycle } });
  }
  if ('procedure' in belongsTo) {
    const procedure = (await deps.organisation.procedures.get(belongsTo.procedure))?.value;
    if (procedure !== undefined) return { unit: procedure.unit, procedure: procedure.id };
    await allow('survey.edit', { unit: standing.unit });
    throw new ProblemError('UNKNOWN_PROCEDURE', { field: '/belongsTo/procedure', params: { id: belongsTo.procedure } });
  }
  if ((await deps.organisation.units.get(belongsTo.unit)) !== undefined) return { unit: belongsTo.unit };
  await allow('survey.edit', { unit: standing.unit });
  throw new ProblemError('UNKNOWN_UNIT', { field: '/belongsTo/unit', params: { id: belongsTo.unit } });
}
