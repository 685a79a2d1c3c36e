import { readableWords } from '../indicators/named';
import type { SchemeDefinition } from '../schemes/scheme.schema';
import type { Words } from '../shared/language';
import type { Evaluation } from './state';

const same = (text: string): Words => ({ vi: text, en: text, ja: text });

/** Name of a section, a criterion (`section/criterion`), a product or a finding, as an appeal calls it by its key. */
export function disputedName(key: string, { items }: Pick<Evaluation, 'items'>, definition: SchemeDefinition): Words {
  const item = items.find((one) => one.item === key);
  if (item !== undefined) return same(item.title);
  const named =
    definition.sections.find((one) => one.key === key) ?? definition.overrides.find((one) => one.key === key);
  if (named !== undefined) return readableWords(named.name);
  return criterionName(key, definition);
}

/** `key`: `section/criterion`. One that the scheme does not know is called by its key. */
export function criterionName(key: string, { sections }: SchemeDefinition): Words {
  const [section, ...rest] = key.split('/');
  const of = sections.find((one) => one.key === section)?.of;
  const criterion = of?.type === 'rated' ? of.criteria.find((one) => one.key === rest.join('/')) : undefined;
  return criterion === undefined ? same(key) : readableWords(criterion.name);
}

export const overrideName = (key: string, { overrides }: SchemeDefinition): Words => {
  const found = overrides.find((one) => one.key === key);
  return found === undefined ? same(key) : readableWords(found.name);
};

/** A day as people write it. */
export const dayWords = (day: string): Words => ({
  ...same(day),
  vi: day.split('-').reverse().join('/'),
});
