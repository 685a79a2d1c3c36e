import { circleIn } from '../indicators/graph';
import type { Refusal } from '../shared/result';
import { cascadeCircle } from './cascade';
import type { ScorecardDefinition } from './scorecard.schema';

type Refused = Refusal | undefined;
/** What there is beside the scorecard. What is left out is not looked at. */
export type KnownToScorecard = {
  readonly id: string;
  readonly indicator?: (id: string) => boolean;
  readonly person?: (id: string) => boolean;
  /** A scorecard that an objective is cascaded from, directly or over others, as it is defined now. */
  readonly scorecard?: (id: string) => Pick<ScorecardDefinition, 'unit' | 'objectives'> | undefined;
  /** The unit of this scorecard and those above it. */
  readonly unitLine?: readonly string[];
};

/** The first reason why a scorecard cannot be; `field` points into it. What may be, but should not, is in ./lint. */
export function checkScorecard(definition: ScorecardDefinition, known: KnownToScorecard): Refused {
  return (
    keysRefusal(definition) ??
    perspectiveRefusal(definition) ??
    objectivesRefusal(definition, known) ??
    linksRefusal(definition) ??
    peopleRefusal(definition, known) ??
    indicatorRefusal(definition, known) ??
    first(definition.objectives, (one, i) => cascadeRefusal(one.contributesTo, `/objectives/${i}`, known)) ??
    first(definition.objectives, (one, i) => circleRefusal(one.key, i, { definition, known }))
  );
}

function first<T>(items: readonly T[], refusal: (item: T, index: number) => Refused): Refused {
  for (const [i, item] of items.entries()) {
    const refused = refusal(item, i);
    if (refused !== undefined) return refused;
  }
  return undefined;
}

function keysRefusal({ perspectives, objectives, initiatives }: ScorecardDefinition): Refused {
  const twice = (keys: readonly string[], at: (i: number) => string): Refused =>
    first(keys, (key, i) =>
      keys.indexOf(key) === i ? undefined : { code: 'SCORECARD_NAMES_A_KEY_TWICE', field: at(i), params: { key } },
    );
  const keysOf = (items: readonly { readonly key: string }[]) => items.map(({ key }) => key);
  return (
    twice(keysOf(perspectives), (i) => `/perspectives/${i}/key`) ??
    twice(keysOf(objectives), (i) => `/objectives/${i}/key`) ??
    twice(keysOf(initiatives), (i) => `/initiatives/${i}/key`) ??
    first(objectives, ({ measures }, i) =>
      twice(
        measures.map(({ indicator }) => indicator),
        (at) => `/objectives/${i}/measures/${at}/indicator`,
      ),
    )
  );
}

function perspectiveRefusal({ perspectives, objectives }: ScorecardDefinition): Refused {
  const known = perspectives.map(({ key }) => key);
  return first(objectives, ({ perspective: key }, i) =>
    known.includes(key)
      ? undefined
      : { code: 'UNKNOWN_PERSPECTIVE', field: `/objectives/${i}/perspective`, params: { key, known } },
  );
}

function objectivesRefusal({ objectives, initiatives, links }: ScorecardDefinition, { id }: KnownToScorecard): Refused {
  const known = new Set(objectives.map(({ key }) => key));
  const unknown = (key: string, field: string): Refused =>
    known.has(key) ? undefined : { code: 'UNKNOWN_OBJECTIVE', field, params: { key, scorecard: id } };
  return (
    first(initiatives, ({ objective }, i) => unknown(objective, `/initiatives/${i}/objective`)) ??
    first(links, ({ from, to }, i) => unknown(from, `/links/${i}/from`) ?? unknown(to, `/links/${i}/to`))
  );
}

function linksRefusal({ objectives, links }: ScorecardDefinition): Refused {
  const graph = new Map(
    objectives.map(({ key }) => {
      const driven = links.flatMap(({ from, to }) => (from === key ? [to] : []));
      return [key, { references: driven, atOnce: driven }];
    }),
  );
  return (
    first(links, ({ from, to }, i) =>
      links.findIndex((one) => one.from === from && one.to === to) === i
        ? undefined
        : { code: 'SCORECARD_LINK_TWICE', field: `/links/${i}`, params: { from, to } },
    ) ??
    first(links, ({ from }, i) => {
      const circle = circleIn(from, graph);
      if (circle === undefined) return undefined;
      return { code: 'STRATEGY_MAP_HAS_A_CIRCLE', field: `/links/${i}`, params: { circle: circle.join(' → ') } };
    })
  );
}

function peopleRefusal({ owner, objectives, initiatives }: ScorecardDefinition, { person }: KnownToScorecard): Refused {
  const unknown = (id: string | undefined, field: string): Refused =>
    id === undefined || person === undefined || person(id)
      ? undefined
      : { code: 'UNKNOWN_PERSON', field, params: { id } };
  return (
    unknown(owner, '/owner') ??
    first(objectives, (one, i) => unknown(one.owner, `/objectives/${i}/owner`)) ??
    first(initiatives, (one, i) => unknown(one.owner, `/initiatives/${i}/owner`))
  );
}

function indicatorRefusal({ objectives }: ScorecardDefinition, { indicator }: KnownToScorecard): Refused {
  if (indicator === undefined) return undefined;
  return first(objectives, ({ measures }, i) =>
    first(measures, ({ indicator: id }, at) =>
      indicator(id)
        ? undefined
        : { code: 'UNKNOWN_INDICATOR', field: `/objectives/${i}/measures/${at}/indicator`, params: { id } },
    ),
  );
}

type Cascade = ScorecardDefinition['objectives'][number]['contributesTo'];

function cascadeRefusal(to: Cascade, at: string, { id, scorecard, unitLine }: KnownToScorecard): Refused {
  if (to === undefined || scorecard === undefined) return undefined;
  const field = `${at}/contributesTo/scorecard`;
  const above = scorecard(to.scorecard);
  if (above === undefined) return { code: 'UNKNOWN_SCORECARD', field, params: { id: to.scorecard } };
  if (to.scorecard === id || unitLine?.includes(above.unit) === false)
    return { code: 'CASCADE_NOT_FROM_ABOVE', field, params: { scorecard: to.scorecard, unit: above.unit } };
  if (above.objectives.some(({ key }) => key === to.objective)) return undefined;
  return {
    code: 'UNKNOWN_OBJECTIVE',
    field: `${at}/contributesTo/objective`,
    params: { key: to.objective, scorecard: to.scorecard },
  };
}

type Both = { readonly definition: ScorecardDefinition; readonly known: KnownToScorecard };

function circleRefusal(objective: string, i: number, { definition, known: { id, scorecard } }: Both): Refused {
  const circle = cascadeCircle({ scorecard: id, objective }, (one) => (one === id ? definition : scorecard?.(one)));
  if (circle === undefined) return undefined;
  const field = `/objectives/${i}/contributesTo`;
  return { code: 'CASCADE_HAS_A_CIRCLE', field, params: { circle: circle.join(' → ') } };
}
