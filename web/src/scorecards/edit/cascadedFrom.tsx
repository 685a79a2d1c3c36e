import type { Objective } from '../../../../src/domain/scorecards/scorecard.schema';
import { nameIn } from '../../indicators/names';
import { SelectEntry } from '../../plan/fields';
import { useScorecardWords } from '../../words/scorecards';
import { useWords } from '../../words/words';
import { useDefinition, useScorecards } from '../queries';

const WAYS = ['objective', 'indicator', 'contribution'] as const;
type Props = {
  readonly objective: Objective;
  readonly at: string;
  /** The scorecard that is edited. */
  readonly own: string;
  readonly onChange: (change: Partial<Objective>) => void;
};

/** The objective of a scorecard above that this one serves, and how. */
export function CascadedFrom({ objective, at, own, onChange }: Props) {
  const { say, language } = useWords();
  const word = useScorecardWords();
  const { data: scorecards = [] } = useScorecards();
  const { contributesTo } = objective;
  const { data: chosen } = useDefinition(contributesTo?.scorecard ?? '');
  const put = (change: Partial<NonNullable<Objective['contributesTo']>>) =>
    onChange({
      contributesTo: { scorecard: '', objective: '', by: 'contribution', ...contributesTo, ...change },
    });
  return (
    <div className="pair">
      <SelectEntry
        label={word('sc.scorecardAbove')}
        at={`${at}/contributesTo/scorecard`}
        value={contributesTo?.scorecard}
        empty={word('sc.contributesToNone')}
        options={scorecards.filter(({ id }) => id !== own).map(({ id, name }) => ({ value: id, text: name }))}
        onChange={(scorecard) =>
          scorecard === '' ? onChange({ contributesTo: undefined }) : put({ scorecard, objective: '' })
        }
      />
      {contributesTo !== undefined && (
        <SelectEntry
          label={word('sc.contributesTo')}
          at={`${at}/contributesTo/objective`}
          value={contributesTo.objective}
          empty={say('plan.choose')}
          options={(chosen?.objectives ?? []).map(({ key, name }) => ({
            value: key,
            text: nameIn(name, language) || key,
          }))}
          onChange={(key) => put({ objective: key })}
        />
      )}
      {contributesTo !== undefined && (
        <SelectEntry
          label={word('sc.by')}
          at={`${at}/contributesTo/by`}
          value={contributesTo.by}
          options={WAYS.map((value) => ({ value, text: word(`sc.by.${value}`) }))}
          onChange={(value) => put({ by: WAYS.find((one) => one === value) ?? 'contribution' })}
        />
      )}
    </div>
  );
}
