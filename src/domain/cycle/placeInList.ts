import type { Instant } from '../shared/time';

/** Where a cycle stands in a list, newest first; see `CycleQuery.after`. */
export const placeInList = ({ launchedAt, id }: { readonly launchedAt: Instant; readonly id: string }): string =>
  `${launchedAt} ${id}`;

export function readPlace(place: string): { readonly launchedAt: Instant; readonly id: string } {
  const gap = place.indexOf(' ');
  return { launchedAt: place.slice(0, gap), id: place.slice(gap + 1) };
}
