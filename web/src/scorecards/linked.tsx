import { ProblemNote } from '../parts/notes';
import { MapView } from './mapView';
import type { LinkRead } from './mapView';
import type { Evidence } from './map/map';
import { useScorecardView } from './queries';
import type { Asked } from './queries';
import type { Reading } from './reading';

type Finding = 'leads' | 'together' | 'opposite' | 'reverse' | 'no-evidence' | 'too-few' | 'constant' | 'no-measure';
const DRAWN: Readonly<Record<Finding, Evidence>> = {
  ...{ leads: 'supports', together: 'together', opposite: 'contradicts', reverse: 'contradicts' },
  ...{ 'no-evidence': 'none', 'too-few': 'too-few', constant: 'too-few', 'no-measure': 'too-few' },
};
type Checked = {
  readonly links: readonly (Reading['links'][number] & {
    readonly check: { readonly finding: Finding; readonly words: string };
  })[];
  readonly caution: string;
};
type Props = {
  readonly reading: Reading;
  readonly query: Asked;
  readonly chosen: string | undefined;
  readonly choose: (key: string) => void;
};

/** The map with what the data say of each link; until they have answered, with the links alone. */
export function Linked({ reading, query, chosen, choose }: Props) {
  const { data, error } = useScorecardView<Checked>(reading.id, '/map', { ...query });
  const links: readonly LinkRead[] =
    data?.links.map(({ check, ...link }) => ({ ...link, evidence: DRAWN[check.finding], words: check.words })) ??
    reading.links.map((link) => ({ ...link, evidence: undefined, words: '' }));
  return (
    <>
      {error !== null && <ProblemNote error={error} />}
      <MapView {...{ reading, links, chosen, choose }} caution={data?.caution ?? ''} />
    </>
  );
}
