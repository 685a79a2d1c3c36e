import type { ComputedAsk, ComputedFigure, EvaluationOptions, Evaluator } from '../domain/indicators/evaluation';
import type { Closing, Figure } from '../domain/indicators/facts';
import { readsOf } from '../domain/indicators/reads';
import type { Unit } from '../domain/organisation/organisation.schema';
import { canonicalJson } from '../domain/shared/canonicalJson';
import type { CaseAsk } from './caseSeries';
import type { CaseFigures } from './caseFigures';
import { evaluatorOver } from './indicatorEvaluator';
import type {
  Closings,
  Figures,
  FigureQuery,
  Indicators,
  ProgrammeFigures,
  StoredIndicator,
  SurveyFigures,
} from './indicators.ports';
import type { Clock, Organisation } from './ports';

export type FactsDeps = {
  readonly indicators: Indicators;
  readonly figures: Figures;
  readonly closings: Closings;
  readonly organisation: Organisation;
  readonly clock: Clock;
  readonly surveyFigures?: SurveyFigures;
  readonly programmeFigures?: ProgrammeFigures;
};
/** The definitions of indicators and of all they are computed from, however far, in any version. */
export type Closure = ReadonlyMap<string, StoredIndicator>;

/** What an evaluation reads, loaded; `computed` grows as figures are asked for. */
export type LoadedFacts = {
  readonly closure: Closure;
  readonly units: readonly Unit[];
  readonly figures: readonly Figure[];
  readonly closings: readonly Closing[];
  readonly computed: Map<string, ComputedFigure>;
};

/** Each round asks for what the one before could not see yet; more rounds than indicators in a row are a fault. */
const ROUNDS = 200;

/** @throws RangeError when the indicators are computed from more than `limit` others */
export async function closureOf(ids: readonly string[], indicators: Indicators, limit: number): Promise<Closure> {
  const found = new Map<string, StoredIndicator>();
  let next: readonly string[] = [...new Set(ids)];
  while (next.length > 0) {
    const stored = await indicators.many(next);
    for (const one of stored) found.set(one.id, one);
    if (found.size > limit) throw new RangeError(`computed from more than ${limit} indicators: ${ids[0] ?? ''}`);
    next = [...new Set(stored.flatMap(readBy))].filter((id) => !found.has(id) && !next.includes(id));
  }
  return found;
}

/** What any version of it reads. */
export const readBy = ({ definitions }: StoredIndicator): readonly string[] => [
  ...new Set(definitions.flatMap(({ definition }) => readsOf(definition).references)),
];

export async function loadFacts(
  deps: FactsDeps,
  closure: Closure,
  narrowed: Pick<FigureQuery, 'units'> = {},
): Promise<LoadedFacts> {
  const units = await deps.organisation.allUnits();
  const [figures, closings] = await Promise.all([
    deps.figures.find({ indicators: [...closure.keys()], ...narrowed }),
    deps.closings.of(units.map(({ id }) => id)),
  ]);
  return { closure, units, figures, closings, computed: new Map() };
}

export type ComputedDeps = Pick<FactsDeps, 'surveyFigures' | 'programmeFigures' | 'clock'> & {
  readonly caseFigures: Pick<CaseFigures, 'figures'>;
};

/** Evaluates until nothing is asked for that is not loaded. */
export async function settled<Result>(
  facts: LoadedFacts,
  options: EvaluationOptions,
  { deps, read }: { readonly deps: ComputedDeps; readonly read: (over: Evaluator) => Result },
): Promise<Result> {
  const one = evaluatorOver(facts, options);
  for (let round = 0; round < ROUNDS; round += 1) {
    const result = read(one);
    const wanted = one.wanted();
    if (wanted.length === 0) return result;
    const loaded = await load(wanted, deps);
    wanted.forEach((ask, i) => facts.computed.set(canonicalJson(ask), loaded[i] ?? absent(ask, deps)));
  }
  throw new Error('an evaluation asks for figures without an end');
}

async function load(wanted: readonly ComputedAsk[], deps: ComputedDeps): Promise<readonly ComputedFigure[]> {
  const ofCases = wanted.filter(isOfCases);
  const figures = await deps.caseFigures.figures(ofCases);
  const byAsk = new Map<ComputedAsk, ComputedFigure>(ofCases.map((ask, i) => [ask, figures[i] ?? absent(ask, deps)]));
  return Promise.all(wanted.map(async (ask) => byAsk.get(ask) ?? (await otherFigure(ask, deps)) ?? absent(ask, deps)));
}

const isOfCases = (ask: ComputedAsk): ask is CaseAsk => ask.source.type === 'cases';

async function otherFigure(ask: ComputedAsk, deps: ComputedDeps): Promise<ComputedFigure | undefined> {
  const { source } = ask;
  if (source.type === 'survey') return deps.surveyFigures?.figure({ ...ask, source });
  if (source.type === 'programme') return deps.programmeFigures?.figure({ ...ask, source });
  return undefined;
}

function absent({ source }: ComputedAsk, { clock }: Pick<ComputedDeps, 'clock'>): ComputedFigure {
  return { n: 0, origin: originOf(source), recordedAt: clock.now() };
}

function originOf(source: ComputedAsk['source']): ComputedFigure['origin'] {
  switch (source.type) {
    case 'cases':
      return { kind: 'cases', procedure: source.procedure, aggregation: source.aggregation };
    case 'survey':
      return { kind: 'survey', survey: source.survey, question: source.question };
    case 'programme':
      return { kind: 'programme', programme: source.programme, figure: source.figure };
  }
}
