import type { Criterion } from '../../../src/domain/schemes/scheme.schema';
import type { Scheme } from './queries';

export type Rated = { readonly path: string; readonly criterion: Criterion };

/** Every criterion that raters give points for, by `section/criterion`. */
export const criteriaOf = ({ sections }: Pick<Scheme, 'sections'>): readonly Rated[] =>
  sections.flatMap(({ key, of }) =>
    of.type === 'rated' ? of.criteria.map((criterion) => ({ path: `${key}/${criterion.key}`, criterion })) : [],
  );
