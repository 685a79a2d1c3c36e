import { bookItems } from '../../../src/domain/packs/examples';
import type { PackContents, PackKind } from '../../../src/domain/packs/pack.schema';

type NamedThing = { readonly id: string; readonly name: unknown };

/** What is in a pack, by kind; kinds of which there is nothing are left out. */
export function namesIn(contents: PackContents): readonly (readonly [PackKind, readonly NamedThing[]])[] {
  const of = (all: Readonly<Record<string, { readonly name?: unknown }>>): readonly NamedThing[] =>
    Object.entries(all).map(([id, { name }]) => ({ id, name }));
  const all: readonly (readonly [PackKind, readonly NamedThing[]])[] = [
    ['scorecard', of(contents.scorecards)],
    ['indicator', of(contents.indicators)],
    ['programme', of(contents.programmes)],
    ['books', bookItems(contents.figures).map(({ id }) => ({ id, name: contents.programmes[id]?.name }))],
    ['review', of(contents.reviews as Readonly<Record<string, object>>)],
    ['scheme', of(contents.schemes)],
    ['planTemplate', contents.planTemplates],
    ['survey', contents.surveys],
    ['practice', contents.practices.map(({ id, title }) => ({ id, name: title }))],
  ];
  return all.filter(([, things]) => things.length > 0);
}

/** Where a thing that was installed is looked at. */
export function hrefOf(kind: PackKind, id: string): string {
  const one = encodeURIComponent(id);
  switch (kind) {
    case 'indicator':
      return `/indicators/${one}`;
    case 'scorecard':
      return `/scorecards/${one}`;
    case 'programme':
    case 'books':
      return `/programmes/${one}`;
    case 'review':
      return '/reviews';
    case 'scheme':
      return `/schemes/${one}`;
    case 'planTemplate':
      return '/settings/templates';
    case 'survey':
      return '/surveys';
    case 'practice':
      return `/practices/${one}`;
  }
}
