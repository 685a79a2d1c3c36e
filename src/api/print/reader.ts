import type { Language } from '../../domain/shared/language';
import { valueText } from '../../domain/verdict/format';
import type { Say } from './words';

/** `name` of a person, unit or procedure by id; `day` of an instant on the office's calendar. `at`: when it is printed. */
export type Reader = {
  readonly language: Language;
  readonly say: Say;
  readonly name: (id: string) => string;
  readonly day: (at: string) => string;
  readonly office: string;
  readonly at: string;
};

/** A value in its unit as one says it; a dash where there is none. */
export const shown = (value: number | undefined, unit: string, { language }: Pick<Reader, 'language'>): string =>
  value === undefined ? '–' : valueText(value, { unit }, language);

type Aimed = {
  readonly target?: number | undefined;
  readonly range?: { readonly low: number; readonly high: number } | undefined;
};
/** The target, or the range where the value is to stay. */
export const targetOf = ({ target, range }: Aimed, unit: string, reader: Pick<Reader, 'language'>): string =>
  range === undefined
    ? shown(target, unit, reader)
    : `${shown(range.low, unit, reader)} – ${shown(range.high, unit, reader)}`;
