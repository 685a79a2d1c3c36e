import { readableWords } from '../indicators/named';
import { bandOf } from '../scoring/bands';
import { Exact } from '../scoring/scored';
import { refuse } from '../shared/result';
import { GENERAL, node, shown } from './explain';
import type { ScoreNode } from './explain';
import { sectionPoints } from './points';
import type { Letters, SchemeRefused, SectionPoints } from './points';
import type { SchemeDefinition, TryFacts } from './scheme.schema';

/** A score, unrounded. `general`: all rated sections; `task`: all others. `byPoints`: the class before findings. */
export type Score = Letters & {
  readonly sections: readonly SectionPoints[];
  readonly general: Exact;
  readonly task: Exact;
  readonly total: Exact;
  readonly byPoints: string;
  readonly class: string;
  readonly explain: ScoreNode;
};
export type SchemeScored = { readonly ok: true; readonly score: Score } | SchemeRefused;

/** Divisions leave noise behind the 57th digit; no two different totals of real facts are this close. */
const SETTLED = 40;

const sum = (values: readonly Exact[]): Exact => values.reduce((all, one) => all.plus(one), new Exact(0));

/**
 * Scores facts by a scheme: points of the sections, the total, the class by its unrounded value, findings above it.
 * Refused (`SCHEME_…`, naming the field) where a fact is missing, unknown or beyond its maximum. Domain facts §5.
 */
export function scoreOf(definition: SchemeDefinition, facts: TryFacts): SchemeScored {
  const refused = strangeFacts(definition, facts);
  if (refused !== undefined) return refused;
  const sections: SectionPoints[] = [];
  const parts: ScoreNode[] = [];
  let letters: Letters = {};
  if (facts.general !== undefined) {
    const { max, name } = ratedTogether(definition);
    const points = new Exact(facts.general);
    sections.push({ key: 'general', points, max, rated: true });
    parts.push(node('rated', points, { max, at: '/general', blanks: { name } }));
  }
  for (const section of definition.sections) {
    if (section.of.type === 'rated' && facts.general !== undefined) continue;
    const scored = sectionPoints(section, facts, definition);
    if (!scored.ok) return scored;
    sections.push(scored.section);
    parts.push(scored.node);
    letters = { ...letters, ...scored.letters };
  }
  return classed(definition, facts, { sections, parts, letters });
}

const ratedOf = ({ sections }: SchemeDefinition) => sections.filter(({ of }) => of.type === 'rated');

function ratedTogether(definition: SchemeDefinition) {
  const rated = ratedOf(definition);
  const [only, ...others] = rated;
  const max = sum(rated.map((one) => new Exact(one.max))).toNumber();
  return { max, name: only !== undefined && others.length === 0 ? readableWords(only.name) : GENERAL };
}

function strangeFacts(definition: SchemeDefinition, facts: TryFacts): SchemeRefused | undefined {
  const { general, sections, overrides } = facts;
  if (general !== undefined && sections !== undefined && Object.keys(sections).length > 0)
    return refuse('SCHEME_POINTS_TWICE', { field: '/general' });
  const { max } = ratedTogether(definition);
  if (general !== undefined && general > max)
    return refuse('SCHEME_POINTS_ABOVE_MAX', {
      field: '/general',
      params: { section: 'general', points: general, max },
    });
  const rated = ratedOf(definition).map(({ key }) => key);
  const strange = Object.keys(sections ?? {}).find((key) => !rated.includes(key));
  if (strange !== undefined)
    return refuse('SCHEME_UNKNOWN_SECTION', { field: `/sections/${strange}`, params: { key: strange, known: rated } });
  const known = definition.overrides.map(({ key }) => key);
  const unknown = overrides.findIndex((key) => !known.includes(key));
  if (unknown < 0) return undefined;
  const params = { key: overrides[unknown] ?? '', known };
  return refuse('SCHEME_UNKNOWN_OVERRIDE', { field: `/overrides/${unknown}`, params });
}

type Added = {
  readonly sections: readonly SectionPoints[];
  readonly parts: readonly ScoreNode[];
  readonly letters: Letters;
};

function classed(definition: SchemeDefinition, facts: TryFacts, { sections, parts, letters }: Added): SchemeScored {
  const pointsOf = (rated: boolean) => sum(sections.filter((one) => one.rated === rated).map(({ points }) => points));
  const [general, task] = [pointsOf(true), pointsOf(false)];
  const total = general.plus(task).toDecimalPlaces(SETTLED);
  const byPoints = bandOf(total, definition.bands);
  if (byPoints === undefined) return refuse('SCHEME_TOTAL_IN_NO_BAND', { params: { total: total.toString() } });
  const found = overridden(definition, facts, byPoints);
  const explained = [...parts, ...bandExplained(definition, total, byPoints), ...found.nodes];
  const max = sum(definition.sections.map((one) => new Exact(one.max))).toNumber();
  const explain = node('total', total, { max, parts: explained });
  return { ok: true, score: { ...letters, sections, general, task, total, byPoints, class: found.class, explain } };
}

/** What a class is called. */
export const bandWords = ({ bandNames }: SchemeDefinition, key: string) => readableWords(bandNames[key] ?? key);

function bandExplained(definition: SchemeDefinition, total: Exact, byPoints: string): readonly ScoreNode[] {
  const number = shown(total);
  const band = node('band', undefined, { blanks: { total: number, name: bandWords(definition, byPoints) } });
  if (bandOf(new Exact(number), definition.bands) === byPoints) return [band];
  return [band, node('edge', undefined, { blanks: { exact: total.toString(), shown: number } })];
}

/** The worst that findings set, and no better than any of them allows. */
function overridden(definition: SchemeDefinition, facts: TryFacts, byPoints: string) {
  const rank = (key: string) => definition.bands.findIndex((one) => one.key === key);
  const standing = definition.overrides.filter(({ key }) => facts.overrides.includes(key));
  const worst = (a: string, b: string) => (rank(b) > rank(a) ? b : a);
  const set = standing.filter(({ effect }) => effect === 'set').map((one) => one.class);
  const most = standing.filter(({ effect }) => effect === 'at-most').map((one) => one.class);
  const [first = byPoints, ...others] = set;
  const nodes = standing.map((one) =>
    node('override', undefined, {
      at: '/overrides',
      blanks: { finding: readableWords(one.name), name: bandWords(definition, one.class) },
    }),
  );
  return { class: [...others, ...most].reduce(worst, first), nodes };
}
