import { parseFormula } from '../formula/parse';
import { bandOf } from '../scoring/bands';
import { Exact } from '../scoring/scored';
import type { Refusal } from '../shared/result';
import type { SchemeDefinition, Section } from './scheme.schema';

type Refused = Refusal | undefined;

/** The first reason why a scheme cannot be; `field` points into it. */
export function checkScheme(definition: SchemeDefinition): Refused {
  return (
    keysRefusal(definition) ??
    first(definition.sections, (one, i) => sectionRefusal(one, `/sections/${i}`)) ??
    kindsRefusal(definition) ??
    namesRefusal(definition) ??
    classesRefusal(definition) ??
    bandsRefusal(definition) ??
    categoryRefusal(definition)
  );
}

function first<T>(items: readonly T[], refusal: (item: T, index: number) => Refused): Refused {
  for (const [i, item] of items.entries()) {
    const refused = refusal(item, i);
    if (refused !== undefined) return refused;
  }
  return undefined;
}

function keysRefusal({ sections, bands, overrides, categories, products }: SchemeDefinition): Refused {
  const twice = (items: readonly { readonly key: string }[], at: string): Refused =>
    first(items, ({ key }, i) =>
      items.findIndex((one) => one.key === key) === i
        ? undefined
        : { code: 'SCHEME_KEY_TWICE', field: `${at}/${i}/key`, params: { key } },
    );
  return (
    twice(sections, '/sections') ??
    first(sections, ({ of }, i) =>
      of.type === 'rated' ? twice(of.criteria, `/sections/${i}/of/criteria`) : undefined,
    ) ??
    twice(bands, '/bands') ??
    twice(overrides, '/overrides') ??
    twice(categories, '/categories') ??
    twice(products, '/products')
  );
}

function sectionRefusal({ key, max, of }: Section, at: string): Refused {
  if (of.type === 'rated') {
    const sum = of.criteria.reduce((all, one) => all.plus(one.max), new Exact(0));
    if (sum.equals(max)) return undefined;
    const params = { section: key, sum: sum.toNumber(), max };
    return { code: 'SCHEME_CRITERIA_DO_NOT_SUM', field: `${at}/of/criteria`, params };
  }
  if (of.type !== 'work') return undefined;
  const { formula, leaderFormula } = of;
  return (
    formulaRefusal(formula, ['a', 'b', 'c'], `${at}/of/formula`) ??
    (leaderFormula === undefined
      ? undefined
      : formulaRefusal(leaderFormula, ['a', 'b', 'c', 'd', 'dd', 'e'], `${at}/of/leaderFormula`))
  );
}

function formulaRefusal(text: string, known: readonly string[], field: string): Refused {
  const parsed = parseFormula(text, 'number');
  if (!parsed.ok) return { ...parsed.refusal, field };
  const { references } = parsed.formula;
  const strange = references.find(({ name }) => !known.includes(name));
  if (strange !== undefined)
    return { code: 'SCHEME_FORMULA_UNKNOWN_NAME', field, params: { name: strange.name, known } };
  const back = references.find(({ lag }) => lag > 0);
  return back && { code: 'SCHEME_FORMULA_LOOKS_BACK', field, params: { name: back.name } };
}

/** Products and goals of a person are one list each: two sections would count them twice. */
function kindsRefusal({ sections }: SchemeDefinition): Refused {
  return first(sections, ({ of: { type } }, i) =>
    (type === 'work' || type === 'goals') && sections.findIndex(({ of }) => of.type === type) !== i
      ? { code: 'SCHEME_TWO_OF_A_KIND', field: `/sections/${i}/of`, params: { kind: type } }
      : undefined,
  );
}

const namesRefusal = ({ bands, bandNames }: SchemeDefinition): Refused =>
  first(bands, ({ key }) =>
    Object.hasOwn(bandNames, key)
      ? undefined
      : { code: 'SCHEME_BAND_WITHOUT_NAME', field: `/bandNames/${key}`, params: { key } },
  );

function classesRefusal({ bands, passing, overrides, quotas }: SchemeDefinition): Refused {
  const known = bands.map(({ key }) => key);
  const unknown = (key: string, field: string): Refused =>
    known.includes(key) ? undefined : { code: 'SCHEME_UNKNOWN_BAND', field, params: { key, known } };
  return (
    unknown(passing, '/passing') ??
    first(overrides, (one, i) => unknown(one.class, `/overrides/${i}/class`)) ??
    first(
      quotas,
      (one, i) =>
        unknown(one.class, `/quotas/${i}/class`) ?? first(one.of, (key, at) => unknown(key, `/quotas/${i}/of/${at}`)),
    )
  );
}

/** Looks at every edge, between neighbouring edges, at nothing and at all points. */
function bandsRefusal({ bands, sections }: SchemeDefinition): Refused {
  const most = sections.reduce((sum, { max }) => sum.plus(max), new Exact(0));
  const edges = bands
    .flatMap(({ atLeast, above, atMost, below }) => [atLeast, above, atMost, below])
    .flatMap((edge) => (edge === undefined ? [] : [new Exact(edge)]))
    .filter((edge) => edge.gt(0) && edge.lt(most));
  const stops = [new Exact(0), ...edges, most].sort((x, y) => x.comparedTo(y));
  const probes = stops.flatMap((stop, i) => {
    const next = stops[i + 1];
    return next === undefined ? [stop] : [stop, stop.plus(next).dividedBy(2)];
  });
  const ranks = probes.map((total) => bands.findIndex((one) => one.key === bandOf(total, bands)));
  return first(probes, (total, i) => {
    const params = { total: total.toNumber() };
    const [rank = -1, before = bands.length] = [ranks[i], ranks[i - 1]];
    if (rank < 0) return { code: 'SCHEME_BANDS_LEAVE_A_GAP', field: '/bands', params };
    return rank > before ? { code: 'SCHEME_BANDS_OUT_OF_ORDER', field: '/bands', params } : undefined;
  });
}

function categoryRefusal({ categories, products }: SchemeDefinition): Refused {
  const known = categories.map(({ key }) => key);
  return first(products, ({ category: key }, i) =>
    known.includes(key)
      ? undefined
      : { code: 'SCHEME_UNKNOWN_CATEGORY', field: `/products/${i}/category`, params: { key, known } },
  );
}
