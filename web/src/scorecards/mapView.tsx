import { nameIn } from '../indicators/names';
import { useScorecardWords } from '../words/scorecards';
import { useWords } from '../words/words';
import type { Evidence } from './map/map';
import { StrategyMap } from './map/map';
import { objectivesOf } from './reading';
import type { ObjectiveView, Reading } from './reading';
import { Rated, useScoreText } from './scored';

/** A link with what the data say of it. */
export type LinkRead = {
  readonly from: string;
  readonly to: string;
  readonly lag?: number;
  readonly why?: unknown;
  /** `undefined`: not known yet. */
  readonly evidence: Evidence | undefined;
  readonly words: string;
};
type Props = {
  readonly reading: Reading;
  readonly links: readonly LinkRead[];
  /** What stands above every map. */
  readonly caution: string;
  readonly chosen: string | undefined;
  readonly choose: (key: string) => void;
};

/** The strategy map: drawn where there is room for it, and always as a list that says the same. */
export function MapView({ reading, links, caution, chosen, choose }: Props) {
  const word = useScorecardWords();
  const scoreText = useScoreText();
  const objectives = objectivesOf(reading);
  const nameOf = (key: string) => {
    const name = objectives.find((one) => one.key === key)?.name;
    return name === undefined ? key : name;
  };
  const boxes = objectives.map((one) => ({
    ...{ key: one.key, perspective: one.perspective, name: one.name },
    ...{ status: one.status?.rating, score: scoreText(one) },
  }));
  if (boxes.length === 0) return <p className="card">{word('sc.mapEmpty')}</p>;
  const opened = objectives.find(({ key }) => key === chosen);
  return (
    <section className="card">
      <h2>{word('sc.map')}</h2>
      {caution !== '' && <p className="note">{caution}</p>}
      <div className="drawn">
        <StrategyMap
          perspectives={reading.perspectives.map(({ key, name }) => ({ key, name: name }))}
          {...{ boxes, arrows: links, chosen, onChoose: choose }}
        />
      </div>
      <div aria-live="polite">{opened !== undefined && <Opened {...{ objective: opened, links, nameOf }} />}</div>
      <h3>{word('sc.linkList')}</h3>
      {links.length === 0 && <p className="hint">{word('sc.noLinks')}</p>}
      <ol>
        {links.map((link) => (
          <li key={`${link.from} ${link.to}`}>
            <LinkTold {...{ link, nameOf }} />
          </li>
        ))}
      </ol>
    </section>
  );
}

type Naming = { readonly nameOf: (key: string) => string };
function LinkTold({ link, nameOf }: Naming & { readonly link: LinkRead }) {
  const word = useScorecardWords();
  const { language } = useWords();
  const why = nameIn(link.why, language);
  return (
    <>
      <strong>{word('sc.drives', { from: nameOf(link.from), to: nameOf(link.to) })}</strong>
      {link.evidence !== undefined && `: ${word(`sc.evidence.${link.evidence}`)}`}
      {link.words !== '' && <p className="hint">{link.words}</p>}
      {why !== '' && <p className="hint">{word('sc.whyHeld', { why })}</p>}
    </>
  );
}

type OpenedProps = Naming & { readonly objective: ObjectiveView; readonly links: readonly LinkRead[] };
function Opened({ objective, links, nameOf }: OpenedProps) {
  const word = useScorecardWords();
  const groups = [
    { title: word('sc.drivesWhat'), list: links.filter(({ from }) => from === objective.key) },
    { title: word('sc.drivenBy'), list: links.filter(({ to }) => to === objective.key) },
  ];
  return (
    <div className="note">
      <h3>{objective.name}</h3>
      <Rated scored={objective} />
      {groups.map(({ title, list }) =>
        list.length === 0 ? null : (
          <div key={title}>
            <h4>{title}</h4>
            <ul>
              {list.map((link) => (
                <li key={`${link.from} ${link.to}`}>
                  <LinkTold {...{ link, nameOf }} />
                </li>
              ))}
            </ul>
          </div>
        ),
      )}
    </div>
  );
}
