import { NumberEntry, SelectEntry } from '../../plan/fields';
import { useEditorWords } from '../../words/indicatorEditor';
import type { ScoringDraft } from './draft';
import type { PartProps } from './parts';
import { Steps } from './steps';

const RULES = ['progress', 'steps', 'goal-red-flag', 'lower-ratio', 'attainment', 'range'] as const;
const BEGINS: { readonly [Rule in ScoringDraft['rule']]: ScoringDraft } = {
  progress: { rule: 'progress' },
  steps: { rule: 'steps', points: [], between: 'interpolate' },
  'goal-red-flag': { rule: 'goal-red-flag' },
  'lower-ratio': { rule: 'lower-ratio' },
  attainment: { rule: 'attainment' },
  range: { rule: 'range' },
};

/** How a value becomes points, and what that rule asks. */
export function Scoring({ draft, set }: PartProps) {
  const { say } = useEditorWords();
  const { scoring } = draft;
  const put = (change: Partial<ScoringDraft>) => scoring !== undefined && set({ scoring: { ...scoring, ...change } });
  const number = (part: 'goal' | 'redFlag' | 'low' | 'high' | 'width') => (
    <NumberEntry
      key={part}
      label={say(`ed.scoring.${part}`)}
      at={`/scoring/${part}`}
      value={scoring?.[part]}
      onChange={(value) => put({ [part]: value })}
    />
  );
  return (
    <>
      <SelectEntry
        label={say('ed.scoringRule')}
        at="/scoring"
        value={scoring?.rule}
        empty={say('ed.noScoring')}
        {...(scoring !== undefined && { hint: say(`ed.rule.${scoring.rule}.hint`) })}
        options={RULES.map((value) => ({ value, text: say(`ed.rule.${value}`) }))}
        onChange={(value) => {
          const rule = RULES.find((one) => one === value);
          set({ scoring: rule === undefined ? undefined : BEGINS[rule] });
        }}
      />
      {scoring?.rule === 'goal-red-flag' && <div className="pair">{(['goal', 'redFlag'] as const).map(number)}</div>}
      {scoring?.rule === 'range' && <div className="pair">{(['low', 'high', 'width'] as const).map(number)}</div>}
      {scoring?.rule === 'steps' && <Steps scoring={scoring} put={put} />}
    </>
  );
}
