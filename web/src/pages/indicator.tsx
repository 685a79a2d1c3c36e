import { useSearchParams } from 'wouter';
import { Facts, Questions, VersionList } from '../indicators/about';
import { ChartPanel } from '../indicators/chartPanel';
import { ExplainPanel } from '../indicators/explain';
import { nameIn } from '../indicators/names';
import { firstYearShown, useDefinition } from '../indicators/queries';
import { ValuesTable } from '../indicators/valuesTable';
import { UnitChoice } from '../parts/choices';
import { ProblemNote, Waiting } from '../parts/notes';
import { PageTitle } from '../shell';
import { useWords } from '../words/words';
import '../styles/indicators.css';

/** What an indicator is, its values for a unit on a chart and in a table, and what stands behind them. */
export default function IndicatorPage({ id }: { readonly id: string }) {
  const { say, language } = useWords();
  const [search, setSearch] = useSearchParams();
  const { data: definition, error } = useDefinition(id);
  if (definition === undefined) return error === null ? <Waiting /> : <ProblemNote error={error} />;
  const unit = search.get('unit') ?? definition.home;
  const set = (name: string, value: string) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        if (value === '') next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  const explained = search.get('explain');
  const description = nameIn(definition.description, language);
  return (
    <>
      <PageTitle>{nameIn(definition.name, language)}</PageTitle>
      {description !== '' && <p className="lead">{description}</p>}
      <search className="filters">
        <UnitChoice value={unit} onChange={(value) => set('unit', value)} />
      </search>
      {explained !== null && <ExplainPanel definition={definition} unit={unit} period={explained} />}
      <section className="card">
        <h2>{say('ind.chart')}</h2>
        <ChartPanel definition={definition} unit={unit} search={search} set={set} />
      </section>
      <section className="card">
        <h2>{say('ind.values')}</h2>
        <ValuesTable
          definition={definition}
          unit={unit}
          from={search.get('from') ?? firstYearShown()}
          onEnter={undefined}
        />
      </section>
      <section className="card">
        <h2>{say('ind.questions')}</h2>
        <Questions id={id} unit={unit} />
      </section>
      <section className="card">
        <h2>{say('ind.facts')}</h2>
        <Facts definition={definition} />
        <details>
          <summary>{say('ind.versions')}</summary>
          <VersionList definition={definition} />
        </details>
      </section>
    </>
  );
}
