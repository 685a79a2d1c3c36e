import { Tick } from '../../organisation/fields';
import { nameIn } from '../../indicators/names';
import { useIndicatorNames } from '../../indicators/namesById';
import { NumberEntry, SelectEntry, TextEntry, useLack } from '../../plan/fields';
import { moved } from '../../scorecards/edit/draft';
import { NamedEntry } from '../../scorecards/edit/named';
import { Tools } from '../../scorecards/edit/tools';
import { useSchemeEditorWords } from '../../words/schemeEditor';
import { useWords } from '../../words/words';
import { freshKey } from './draft';
import type { OfDraft, PartProps, RatedDraft, SectionDraft, WorkDraft } from './draft';

const TYPES = ['rated', 'work', 'goals', 'indicator'] as const;
const PENALTY = 0.25;

/** What a section is made of when somebody chooses where its points come from. */
function freshOf(type: string, max: number | undefined): OfDraft {
  if (type === 'work')
    return {
      ...{ type, formula: `${max ?? 0} * (a + b + c) / 300`, objectiveCauseForgives: true },
      ...{ qualityPenalty: PENALTY, delayPenalty: PENALTY },
      subordinates: { allCompleted: 100, anyNotCompleted: 50 },
    };
  if (type === 'goals') return { type };
  if (type === 'indicator') return { type, indicator: '' };
  return { type: 'rated', criteria: [{ key: 'c1', name: '', max }] };
}

export function Sections({ draft: { sections }, set }: PartProps) {
  const { language } = useWords();
  const word = useSchemeEditorWords();
  const put = (at: number, change: Partial<SectionDraft>) =>
    set({ sections: sections.map((one, place) => (place === at ? { ...one, ...change } : one)) });
  const sum = sections.reduce((all, { max }) => all + (max ?? 0), 0);
  return (
    <fieldset>
      <legend>{word('sections')}</legend>
      <p className="hint">{word('sectionsHint', { sum })}</p>
      <ol className="edited">
        {sections.map((one, at) => {
          const name = nameIn(one.name, language) || word('sectionNo', { no: at + 1 });
          return (
            <li key={one.key}>
              <div className="edited-head">
                <strong>{name}</strong>
                <Tools
                  {...{ name, index: at, last: sections.length - 1 }}
                  move={(to) => set({ sections: moved(sections, at, to) })}
                  remove={
                    sections.length === 1
                      ? undefined
                      : () => set({ sections: sections.filter(({ key }) => key !== one.key) })
                  }
                />
              </div>
              <Section section={one} at={`/sections/${at}`} put={(change) => put(at, change)} />
            </li>
          );
        })}
      </ol>
      <button
        type="button"
        onClick={() =>
          set({
            sections: [...sections, { key: freshKey('s', sections), name: '', max: 10, of: freshOf('rated', 10) }],
          })
        }
      >
        {word('addSection')}
      </button>
    </fieldset>
  );
}

type SectionProps = {
  readonly section: SectionDraft;
  readonly at: string;
  readonly put: (change: Partial<SectionDraft>) => void;
};
function Section({ section: { name, max, of }, at, put }: SectionProps) {
  const word = useSchemeEditorWords();
  const indicators = useIndicatorNames();
  return (
    <>
      <NamedEntry
        {...{ label: word('sectionName'), at: `${at}/name`, value: name }}
        onChange={(next) => put({ name: next })}
      />
      <div className="pair">
        <NumberEntry
          {...{ label: word('sectionMax'), at: `${at}/max`, value: max }}
          onChange={(next) => put({ max: next })}
        />
        <SelectEntry
          {...{ label: word('from'), at: `${at}/of/type`, value: of.type }}
          options={TYPES.map((value) => ({ value, text: word(`from.${value}`) }))}
          onChange={(type) => put({ of: freshOf(type, max) })}
        />
      </div>
      {of.type === 'rated' && <Criteria of={of} at={`${at}/of`} max={max} put={(next) => put({ of: next })} />}
      {of.type === 'work' && <Work of={of} at={`${at}/of`} put={(next) => put({ of: next })} />}
      {of.type === 'goals' && <p className="hint">{word('goalsHint')}</p>}
      {of.type === 'indicator' && (
        <SelectEntry
          {...{ label: word('indicator'), at: `${at}/of/indicator`, value: of.indicator, empty: word('choose') }}
          options={[...indicators].map(([value, text]) => ({ value, text }))}
          onChange={(indicator) => put({ of: { ...of, indicator } })}
        />
      )}
    </>
  );
}

type CriteriaProps = {
  readonly of: RatedDraft;
  readonly at: string;
  readonly max: number | undefined;
  readonly put: (of: RatedDraft) => void;
};
function Criteria({ of, at, max, put }: CriteriaProps) {
  const { language } = useWords();
  const word = useSchemeEditorWords();
  const lack = useLack(`${at}/criteria`);
  const { criteria } = of;
  const change = (place: number, next: Partial<(typeof criteria)[number]>) =>
    put({ ...of, criteria: criteria.map((one, i) => (i === place ? { ...one, ...next } : one)) });
  const sum = criteria.reduce((all, one) => all + (one.max ?? 0), 0);
  return (
    <fieldset>
      <legend>{word('criteria')}</legend>
      <p className="hint">{word('criteriaHint', { sum, max: max ?? '–' })}</p>
      {lack !== undefined && <p className="missing">{lack}</p>}
      {criteria.map((one, i) => {
        const no = { no: i + 1 };
        const name = nameIn(one.name, language) || word('criterion', no);
        return (
          <div key={one.key} className="pair">
            <NamedEntry
              {...{ label: word('criterion', no), at: `${at}/criteria/${i}/name`, value: one.name }}
              onChange={(next) => change(i, { name: next })}
            />
            <NumberEntry
              {...{ label: word('criterionMax', no), at: `${at}/criteria/${i}/max`, value: one.max }}
              onChange={(next) => change(i, { max: next })}
            />
            <Tools
              {...{ name, index: i, last: criteria.length - 1 }}
              remove={
                criteria.length === 1
                  ? undefined
                  : () => put({ ...of, criteria: criteria.filter(({ key }) => key !== one.key) })
              }
            />
          </div>
        );
      })}
      <button
        type="button"
        onClick={() =>
          put({ ...of, criteria: [...criteria, { key: freshKey('c', criteria), name: '', max: undefined }] })
        }
      >
        {word('addCriterion')}
      </button>
    </fieldset>
  );
}

type WorkProps = { readonly of: WorkDraft; readonly at: string; readonly put: (of: WorkDraft) => void };
function Work({ of, at, put }: WorkProps) {
  const word = useSchemeEditorWords();
  const { subordinates } = of;
  return (
    <>
      <TextEntry
        {...{ label: word('formula'), at: `${at}/formula`, hint: word('formulaHint'), value: of.formula }}
        onChange={(formula) => put({ ...of, formula })}
      />
      <TextEntry
        {...{ label: word('leaderFormula'), at: `${at}/leaderFormula`, value: of.leaderFormula }}
        hint={word('leaderFormulaHint')}
        onChange={(leaderFormula) => put({ ...of, leaderFormula })}
      />
      <div className="pair">
        <NumberEntry
          {...{ label: word('qualityPenalty'), at: `${at}/qualityPenalty`, value: of.qualityPenalty, percent: true }}
          onChange={(qualityPenalty) => put({ ...of, qualityPenalty })}
        />
        <NumberEntry
          {...{ label: word('delayPenalty'), at: `${at}/delayPenalty`, value: of.delayPenalty, percent: true }}
          onChange={(delayPenalty) => put({ ...of, delayPenalty })}
        />
      </div>
      <Tick
        label={word('forgives')}
        checked={of.objectiveCauseForgives}
        onChange={(objectiveCauseForgives) => put({ ...of, objectiveCauseForgives })}
      />
      <div className="pair">
        <NumberEntry
          {...{ label: word('allCompleted'), at: `${at}/subordinates/allCompleted`, value: subordinates.allCompleted }}
          onChange={(allCompleted) => put({ ...of, subordinates: { ...subordinates, allCompleted } })}
        />
        <NumberEntry
          {...{ label: word('anyNot'), at: `${at}/subordinates/anyNotCompleted`, value: subordinates.anyNotCompleted }}
          onChange={(anyNotCompleted) => put({ ...of, subordinates: { ...subordinates, anyNotCompleted } })}
        />
      </div>
    </>
  );
}
