import { readable } from '../../../src/domain/indicators/named';
import type { DisputedPoint } from '../../../src/domain/evaluations/state';
import type { Language } from '../words/languages';
import { criteriaOf } from './criteria';
import type { EvaluationShown, Scheme } from './queries';

export type Point = Pick<DisputedPoint, 'part' | 'key'>;
type Around = { readonly evaluation: EvaluationShown; readonly scheme: Scheme; readonly language: Language };

/** What a disputed point is called for people. */
export function pointName({ evaluation, scheme, language }: Around, { part, key }: Point): string {
  switch (part) {
    case 'item':
      return evaluation.items.find(({ item }) => item === key)?.title ?? key;
    case 'section': {
      const section = scheme.sections.find((one) => one.key === key);
      return section === undefined ? key : readable(section.name, language);
    }
    case 'criterion': {
      const rated = criteriaOf(scheme).find(({ path }) => path === key);
      return rated === undefined ? key : readable(rated.criterion.name, language);
    }
    case 'override': {
      const override = scheme.overrides.find((one) => one.key === key);
      return override === undefined ? key : readable(override.name, language);
    }
  }
}
