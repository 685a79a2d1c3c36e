import { useNames } from '../parts/names';
import { Trend } from '../parts/trend';
import { useGuideWords } from '../words/guide';
import { useWords } from '../words/words';
import type { Figure, Found } from './found';
import { useFound } from './figures';

type Props = {
  readonly procedure: string;
  readonly improve: string | undefined;
  readonly pick: (key: string) => void;
  readonly next: () => void;
  /** To the file; none where the cases are not the visitor's own. */
  readonly back: (() => void) | undefined;
};

/** What the engine found in the cases, and which of its numbers shall get better. */
export function FoundStep({ procedure, improve, pick, next, back }: Props) {
  const tell = useGuideWords();
  const names = useNames();
  const { found, empty } = useFound(procedure);
  if (empty === true && back !== undefined) return <NoCases back={back} />;
  if (found === undefined)
    return (
      <p className="note" role="status">
        {tell('guide.reading')}
      </p>
    );
  const chosen = found.figures.find(({ key }) => key === improve) ?? found.figures[0];
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen !== undefined) pick(chosen.key);
        next();
      }}
    >
      <h2>{names.procedure(procedure)}</h2>
      <Summary found={found} />
      {chosen === undefined ? (
        <p className="note warn">{tell('guide.none')}</p>
      ) : (
        <>
          <Choices figures={found.figures} chosen={chosen} pick={pick} />
          <Trend title={`${chosen.name}: ${tell('guide.trend')}`} unit={chosen.unit} points={chosen.months} />
          <div className="buttons">
            <button type="submit" className="main">
              {tell('guide.next')}
            </button>
          </div>
        </>
      )}
    </form>
  );
}

function NoCases({ back }: { readonly back: () => void }) {
  const tell = useGuideWords();
  return (
    <div className="note warn" role="status">
      <p>{tell('guide.noCases')}</p>
      <button type="button" className="main" onClick={back}>
        {tell('guide.toFile')}
      </button>
    </div>
  );
}

function Summary({ found }: { readonly found: Found }) {
  const { format } = useWords();
  const tell = useGuideWords();
  const { cases, first, last, months } = found;
  return (
    <p className="note good" role="status">
      {tell('guide.found', {
        ...{ count: format.number(cases), months },
        ...{ from: format.period(first), to: format.period(last) },
      })}
    </p>
  );
}

type ChoicesProps = {
  readonly figures: readonly Figure[];
  readonly chosen: Figure;
  readonly pick: (key: string) => void;
};

function Choices({ figures, chosen, pick }: ChoicesProps) {
  const tell = useGuideWords();
  const valueOf = useFigureValue();
  const { format } = useWords();
  return (
    <fieldset>
      <legend>{tell('guide.pick')}</legend>
      <p className="hint">{tell('guide.pickHint')}</p>
      {figures.map((figure) => (
        <label key={figure.key} className="check">
          <input type="radio" name="improve" checked={figure.key === chosen.key} onChange={() => pick(figure.key)} />
          <span>
            {figure.name}: <strong>{valueOf(figure, figure.value)}</strong>{' '}
            <span className="hint">
              ({tell('guide.now')}, {tell('guide.measured', { n: format.number(figure.n) })},{' '}
              {tell(`guide.${figure.better}`)})
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** A value with its unit of measure, as a person would say it. */
export function useFigureValue(): (figure: Pick<Figure, 'unit'>, value: number) => string {
  const { format } = useWords();
  const tell = useGuideWords();
  return ({ unit }, value) =>
    unit === 'days' ? tell('guide.unit.days', { value: format.number(value) }) : format.value(value, unit);
}
