import { useNames } from '../parts/names';
import { useSettingsWords } from '../words/settings';
import { useWords } from '../words/words';

type Props = {
  /** What each of the two says, in lines; those are shown that only one has. */
  readonly mine: readonly string[];
  readonly theirs: readonly string[];
  readonly by: string | undefined;
  readonly at: string | undefined;
  readonly onMine: () => void;
  readonly onTheirs: () => void;
};

/** Two versions beside each other, and the question which one shall be. */
export function Conflict({ mine, theirs, by, at, onMine, onTheirs }: Props) {
  const say = useSettingsWords();
  const { format } = useWords();
  const { person } = useNames();
  const who = person(by ?? '');
  return (
    <section className="note warn" role="alert">
      <h2>{say('conflict')}</h2>
      <p>{say('conflict.what', { who, when: at === undefined ? '' : format.moment(at) })}</p>
      <div className="both">
        <Side title={say('conflict.mine')} lines={mine} others={theirs} />
        <Side title={say('conflict.theirs', { who })} lines={theirs} others={mine} />
      </div>
      <div className="buttons">
        <button type="button" className="main" onClick={onMine}>
          {say('conflict.keep')}
        </button>
        <button type="button" onClick={onTheirs}>
          {say('conflict.take')}
        </button>
      </div>
    </section>
  );
}

type SideProps = { readonly title: string; readonly lines: readonly string[]; readonly others: readonly string[] };
function Side({ title, lines, others }: SideProps) {
  const own = lines.filter((line) => !others.includes(line));
  return (
    <div>
      <h3>{title}</h3>
      <ul>
        {(own.length === 0 ? lines : own).map((line, i) => (
          <li key={`${i} ${line}`}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
