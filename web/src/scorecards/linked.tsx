import { ProblemNote } from '../parts/notes';
import { useWords } from '../words/words';
import { MapView } from './mapView';
import type { LinkRead } from './mapView';
import { useScorecardView } from './queries';
import type { Asked } from './queries';
import type { Reading } from './reading';

type Words = { readonly vi: string; readonly en: string; readonly ja: string };
type Links = {
  readonly links: readonly (Omit<LinkRead, 'words'> & { readonly words: Words })[];
};
type Props = {
  readonly reading: Reading;
  readonly query: Asked;
  readonly chosen: string | undefined;
  readonly choose: (key: string) => void;
};

/** The map with what the data say of each link; until they have answered, with the links alone. */
export function Linked({ reading, query, chosen, choose }: Props) {
  const { of } = useWords();
  const { data, error } = useScorecardView<Links>(reading.id, 'links', query);
  const links =
    data?.links.map((one) => ({ ...one, words: of(one.words) })) ??
    reading.links.map((one) => ({ ...one, evidence: 'too-few' as const, words: '' }));
  return (
    <>
      {error !== null && <ProblemNote error={error} />}
      <MapView {...{ reading, links, chosen, choose }} />
    </>
  );
}
