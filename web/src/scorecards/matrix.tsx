import { useNames } from '../parts/names';
import { useScorecardWords } from '../words/scorecards';
import { objectivesOf } from './reading';
import type { ObjectiveView, Reading } from './reading';

type Column = { readonly key: string; readonly name: string; readonly of: (objective: ObjectiveView) => boolean };
type Group = { readonly title: string; readonly columns: readonly Column[] };

/** The X-matrix as a table a screen reader can walk: objectives by the measures, initiatives and people that belong to each. */
export function Matrix({ reading }: { readonly reading: Reading }) {
  const word = useScorecardWords();
  const groups = useGroups(reading);
  const columns = groups.flatMap((group) => group.columns);
  return (
    <section className="card">
      <h2>{word('sc.view.matrix')}</h2>
      <p className="hint">{word('sc.matrixHow')}</p>
      <div className="scroll" tabIndex={0} role="region" aria-label={word('sc.view.matrix')}>
        <table className="matrix">
          <thead>
            <tr>
              <td />
              {groups.map(({ title, columns: own }) => (
                <th key={title} scope="colgroup" colSpan={own.length}>
                  {title}
                </th>
              ))}
            </tr>
            <tr>
              <th scope="col">{word('sc.objective')}</th>
              {columns.map(({ key, name }) => (
                <th key={key} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {objectivesOf(reading).map((objective) => (
              <tr key={objective.key}>
                <th scope="row">{objective.name}</th>
                {columns.map((column) => (
                  <td key={column.key}>
                    {column.of(objective) && (
                      <>
                        <span aria-hidden="true">●</span>
                        <span className="visually-hidden">{word('sc.belongs')}</span>
                      </>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function useGroups(reading: Reading): readonly Group[] {
  const word = useScorecardWords();
  const { person } = useNames();
  const objectives = objectivesOf(reading);
  const measures = new Map(
    objectives.flatMap((one) =>
      one.measures.map(({ indicator, name }) => [indicator, name === undefined ? indicator : name] as const),
    ),
  );
  const owners = new Set(objectives.flatMap(({ owner }) => (owner === undefined ? [] : [owner])));
  const groups: readonly Group[] = [
    {
      title: word('sc.measures'),
      columns: [...measures].map(([key, name]) => ({
        ...{ key: `m ${key}`, name },
        of: (objective) => objective.measures.some(({ indicator }) => indicator === key),
      })),
    },
    {
      title: word('sc.initiatives'),
      columns: reading.initiatives.map(({ key, name, objective: its }) => ({
        ...{ key: `i ${key}`, name: name },
        of: (objective) => objective.key === its,
      })),
    },
    {
      title: word('sc.owner'),
      columns: [...owners].map((key) => ({
        ...{ key: `p ${key}`, name: person(key) },
        of: (objective) => objective.owner === key,
      })),
    },
  ];
  return groups.filter(({ columns }) => columns.length > 0);
}
