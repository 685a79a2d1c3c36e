import type { ReactNode } from 'react';
import { useWords } from '../words/words';

/** One part of a document as each of the two says it; the name is left out where there is only one part. */
export type Differing = {
  readonly key: string;
  readonly name?: string;
  readonly mine: ReactNode;
  readonly theirs: ReactNode;
};

/** What an editor gives of its two versions. */
export type Versions<T> = {
  readonly mine: T;
  readonly theirs: T;
  readonly keepMine: () => void;
  readonly takeTheirs: () => void;
};

type Said = Readonly<Record<'what' | 'mine' | 'theirs' | 'keep' | 'take', string>>;
type Props = {
  readonly title: string;
  /** Words of its own, where the choice is carried out at once or it is known who saved. */
  readonly words?: Said;
  readonly parts: readonly Differing[];
} & Omit<Versions<unknown>, 'mine' | 'theirs'>;

/** Somebody else saved meanwhile: both versions where they differ, and the question which one shall be. */
export function BothVersions({ title, words, parts, keepMine, takeTheirs }: Props) {
  const usual = useUsualWords();
  const said = words ?? usual;
  return (
    <section className="note warn" role="alert">
      <h2>{title}</h2>
      <p>{said.what}</p>
      {parts.map(({ key, name, mine, theirs }) => (
        <div key={key}>
          {name !== undefined && <h3>{name}</h3>}
          <div className="both">
            <Side title={said.mine} said={mine} />
            <Side title={said.theirs} said={theirs} />
          </div>
        </div>
      ))}
      <div className="buttons">
        <button type="button" onClick={keepMine}>
          {said.keep}
        </button>
        <button type="button" onClick={takeTheirs}>
          {said.take}
        </button>
      </div>
    </section>
  );
}

function useUsualWords(): Said {
  const { say } = useWords();
  return {
    what: say('revise.conflictWhat'),
    mine: say('revise.mine'),
    theirs: say('revise.theirs'),
    keep: say('revise.keepMine'),
    take: say('revise.takeTheirs'),
  };
}

const Side = ({ title, said }: { readonly title: string; readonly said: ReactNode }) => (
  <div>
    <p className="hint">{title}</p>
    <div className="said">{said}</div>
  </div>
);
