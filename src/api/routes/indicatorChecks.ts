import { misspelt } from '../../domain/formula/nearest';
import { checkDefinition } from '../../domain/indicators/checkDefinition';
import type { DefinitionVersion } from '../../domain/indicators/facts';
import type { Reads } from '../../domain/indicators/reads';
import type { Refusal } from '../../domain/shared/result';
import type { Context } from '../http/route';
import { problemOf } from '../problems/problem';
import { graphBelow } from './indicatorCircles';

type Definition = DefinitionVersion['definition'];

type Checked = {
  readonly id: string;
  readonly definition: Definition;
  readonly reads: Reads;
  /** Indicators that are defined right after this one: it may name one of them as its counter-indicator. */
  readonly coming?: ReadonlySet<string>;
};

/** Everything a definition names that must be there, and every rule it must keep. @throws ProblemError naming the field */
export async function demandSound(checked: Checked, context: Context): Promise<void> {
  const { id, definition, reads, coming = new Set<string>() } = checked;
  const { source, counterIndicator } = definition;
  const { procedures } = context.deps.organisation;
  const procedure = source.type === 'cases' ? (await procedures.get(source.procedure))?.value : undefined;
  const graph = await graphBelow(id, reads, context.deps.indicators);
  const counter = counterIndicator === undefined ? [] : await context.deps.indicators.many([counterIndicator]);
  const there = new Set([...graph.keys(), ...counter.map((one) => one.id)]);
  const known = {
    id,
    graph,
    indicator: (one: string) => there.has(one) || coming.has(one),
    procedure: () => procedure,
  };
  const refusal = (await unknownInOrganisation(definition, context)) ?? checkDefinition(definition, known);
  if (refusal !== undefined) throw problemOf(await withSuggestion(refusal, context));
}

/** The indicator that may be meant by a name that there is not. */
async function withSuggestion(refusal: Refusal, { deps }: Context): Promise<Refusal> {
  const name = refusal.params?.['name'];
  if (refusal.code !== 'FORMULA_UNKNOWN_NAME' || typeof name !== 'string') return refusal;
  const ids: string[] = [];
  for await (const { id } of deps.indicators.all()) ids.push(id);
  const nearest = misspelt(name, ids);
  if (nearest === undefined) return refusal;
  return { ...refusal, code: 'FORMULA_NAME_MISSPELT', params: { ...refusal.params, nearest } };
}

async function unknownInOrganisation(definition: Definition, { deps }: Context): Promise<Refusal | undefined> {
  const { home, owner, watch, source } = definition;
  const { surveys } = deps;
  const { units, people, procedures } = deps.organisation;
  if ((await units.get(home)) === undefined) return unknown('UNKNOWN_UNIT', '/home', home);
  if (owner !== undefined && (await people.get(owner)) === undefined) return unknown('UNKNOWN_PERSON', '/owner', owner);
  if (watch?.procedure !== undefined && (await procedures.get(watch.procedure)) === undefined)
    return unknown('UNKNOWN_PROCEDURE', '/watch/procedure', watch.procedure);
  if (source.type === 'survey' && (await surveys.ofSeries(source.survey)).length === 0)
    return unknown('UNKNOWN_SURVEY', '/source/survey', source.survey);
  return undefined;
}

const unknown = (code: string, field: string, id: string): Refusal => ({ code, field, params: { id } });
