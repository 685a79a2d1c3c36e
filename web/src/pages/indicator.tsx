import { useState } from 'react';
import { AcrossPanel } from '../indicators/across';
import { Facts, Questions, VersionList } from '../indicators/about';
import { ChartPanel } from '../indicators/chartPanel';
import { EntryDialog } from '../indicators/entry';
import { ExplainPanel } from '../indicators/explain';
import { ImportDialog } from '../indicators/importing';
import { useMay } from '../indicators/may';
import { nameIn } from '../indicators/names';
import { Overrides } from '../indicators/overrides';
import { Periods } from '../indicators/periods';
import { firstYearShown, useDefinition } from '../indicators/queries';
import type { Definition } from '../indicators/queries';
import { DefinitionButtons } from '../indicators/retire';
import { ValuesTable } from '../indicators/valuesTable';
import { WaitingFigures } from '../indicators/waiting';
import { useAddress } from '../parts/address';
import { UnitChoice } from '../parts/choices';
import { NotThere } from '../parts/notThere';
import { Waiting } from '../parts/notes';
import { PageTitle } from '../shell';
import { useEditorWords } from '../words/indicatorEditor';
import '../styles/indicators.css';

/** What an indicator is, its values for a unit on a chart and in a table, and what stands behind them. */
export default function IndicatorPage({ id }: { readonly id: string }) {
  const { say, language } = useEditorWords();
  const [search, set] = useAddress();
  const { data: definition, error } = useDefinition(id);
  if (definition === undefined)
    return error === null ? (
      <Waiting />
    ) : (
      <NotThere error={error} list={{ to: '/indicators', text: say('nav.indicators') }} />
    );
  const unit = search.get('unit') ?? definition.home;
  const explained = search.get('explain');
  const description = nameIn(definition.description, language);
  return (
    <>
      <PageTitle aside={<DefinitionButtons definition={definition} />}>{nameIn(definition.name, language)}</PageTitle>
      {definition.retired === true && <p className="note warn">{say('ed.retired')}</p>}
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
        <h2>{say('ed.across')}</h2>
        <AcrossPanel
          {...{ definition, unit, period: search.get('across') }}
          setPeriod={(period) => set('across', period)}
        />
      </section>
      <WaitingFigures definition={definition} unit={unit} />
      <Figures key={unit} definition={definition} unit={unit} from={search.get('from') ?? firstYearShown()} />
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
      <section className="card">
        <h2>{say('ed.own')}</h2>
        <Overrides definition={definition} />
      </section>
      <section className="card">
        <h2>{say('period.title')}</h2>
        <Periods unit={unit} />
      </section>
    </>
  );
}

type FiguresProps = { readonly definition: Definition; readonly unit: string; readonly from: string };

/** The values, and what may be done with them: enter, correct, import. */
function Figures({ definition, unit, from }: FiguresProps) {
  const { say, format } = useEditorWords();
  const may = useMay(unit, definition.owner);
  const [asked, setAsked] = useState<{ readonly period: string } | 'import'>();
  const [saved, setSaved] = useState('');
  const entered = !COMPUTED.has(definition.source.type) && !hasInputs(definition) && definition.retired !== true;
  const mayEnter = entered && may('observation.enter');
  return (
    <section className="card">
      <h2>{say('ind.values')}</h2>
      <div role="status">{saved !== '' && <p className="note good">{saved}</p>}</div>
      {mayEnter && (
        <div className="buttons">
          <button type="button" className="main" onClick={() => setAsked({ period: '' })}>
            {say('entry.do')}
          </button>
          <button type="button" onClick={() => setAsked('import')}>
            {say('csv.do')}
          </button>
        </div>
      )}
      <ValuesTable {...{ definition, unit, from }} onEnter={mayEnter ? (period) => setAsked({ period }) : undefined} />
      {asked === 'import' && <ImportDialog definition={definition} onClose={() => setAsked(undefined)} />}
      {asked !== undefined && asked !== 'import' && (
        <EntryDialog
          {...{ definition, unit, period: asked.period }}
          onClose={() => setAsked(undefined)}
          onSaved={({ period, version, approval }) => {
            const said = say('entry.saved', { period: format.period(period), no: version });
            setSaved(approval?.state === 'waiting' ? `${said} ${say('entry.waits')}` : said);
            setAsked(undefined);
          }}
        />
      )}
    </section>
  );
}

const COMPUTED: ReadonlySet<string> = new Set(['cases', 'survey', 'programme', 'indicator', 'formula']);
const hasInputs = ({ source }: Definition): boolean => source.type === 'ratio' && source.numerator !== undefined;
