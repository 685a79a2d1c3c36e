import type { Objective } from '../../../../src/domain/scorecards/scorecard.schema';
import { nameIn } from '../../indicators/names';
import { SelectEntry } from '../../plan/fields';
import { useScorecardWords } from '../../words/scorecards';
import { useWords } from '../../words/words';
import { useScorecards } from '../queries';

const WAYS = ['objective', 'indicator', 'contribution'] as const;
type Props = {
  readonly objective: Objective;
  readonly at: string;
  readonly unit: string;
  readonly onChange: (change: Partial<Objective>) => void;
};

/** The objective of a scorecard above that this one serves, and how. */
export function CascadedFrom({ objective, at, unit, onChange }: Props) {
  const { language } = useWords();
  const word = useScorecardWords();
  const { data: scorecards = [] } = useScorecards();
  const above = scorecards.filter((one) => one.unit !== unit);
  const { contributesTo } = objective;
  const options = above.flatMap(({ id, name, objectives }) =>
    objectives.map((one) => ({
      value: `${id}#${one.key}`,
      text: `${nameIn(name, language)}: ${nameIn(one.name, language)}`,
    })),
  );
  const choose = (value: string) => {
    const [scorecard, key] = value.split('#');
    const to =
      scorecard === undefined || key === undefined
        ? undefined
        : { scorecard, objective: key, by: contributesTo?.by ?? ('contribution' as const) };
    onChange({ contributesTo: to });
  };
  return (
    <div className="pair">
      <SelectEntry
        label={word('sc.contributesTo')}
        at={`${at}/contributesTo`}
        value={contributesTo === undefined ? '' : `${contributesTo.scorecard}#${contributesTo.objective}`}
        empty={word('sc.contributesToNone')}
        options={options}
        onChange={choose}
      />
      {contributesTo !== undefined && (
        <SelectEntry
          label={word('sc.by')}
          at={`${at}/contributesTo/by`}
          value={contributesTo.by}
          options={WAYS.map((value) => ({ value, text: word(`sc.by.${value}`) }))}
          onChange={(value) =>
            onChange({ contributesTo: { ...contributesTo, by: WAYS.find((one) => one === value) ?? 'contribution' } })
          }
        />
      )}
    </div>
  );
}
