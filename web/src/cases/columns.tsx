import type { Mapping } from '../../../src/domain/organisation/organisation.schema';
import { Choice } from '../parts/choices';
import { useCaseWords } from '../words/cases';
import { COLUMNS, DATE_FORMATS, stillMissing, tidied } from './caseFile';
import type { CaseFile, Column, RowsAre } from './caseFile';

const EXAMPLE = new Date(2026, 2, 31, 14, 5);
/** A date as a format of luxon writes it. */
const exampleOf = (format: string): string =>
  format.replace(/yyyy|d|M|H|mm|ss/g, (token) => {
    const parts: Readonly<Record<string, string>> = { yyyy: '2026', d: '31', M: '3', H: '14', mm: '05', ss: '00' };
    return parts[token] ?? String(EXAMPLE.getDate());
  });

export type Reading = { readonly mapping: Mapping; readonly rows: RowsAre };
type Props = {
  readonly file: CaseFile & { kind: 'csv' };
  readonly reading: Reading;
  readonly onChange: (reading: Reading) => void;
};

/** What each column of a table means, over its first rows. */
export function Columns({ file, reading, onChange }: Props) {
  const say = useCaseWords();
  const { mapping, rows } = reading;
  const set = (part: Mapping, as = rows) => onChange({ mapping: tidied({ ...mapping, ...part }, as), rows: as });
  const asked = COLUMNS.filter((column) => rows === 'steps' || (column !== 'activity' && column !== 'timestamp'));
  const missing = stillMissing(mapping, rows);
  const options = file.header.map((name) => ({ value: name, text: name }));
  const formats = DATE_FORMATS.map((format) => ({
    value: format,
    text: format === '' ? say('cases.iso') : say('cases.format', { example: exampleOf(format) }),
  }));
  const own = mapping.dateFormat;
  const known = own === undefined || (DATE_FORMATS as readonly string[]).includes(own);
  return (
    <fieldset className="stack">
      <legend>{say('cases.columns')}</legend>
      <p className="hint">{say('cases.columnsKept')}</p>
      <div className="pair">
        <Choice
          label={say('cases.rows')}
          value={rows}
          onChange={(as) => set({}, as === 'steps' ? 'steps' : 'single')}
          options={(['single', 'steps'] as const).map((one) => ({ value: one, text: say(`cases.rows.${one}`) }))}
        />
        {asked.map((column) => (
          <Choice
            key={column}
            label={say(`cases.column.${column}`)}
            value={mapping[column] ?? ''}
            onChange={(name) => set({ [column]: name })}
            options={options}
            empty={say('cases.notThere')}
          />
        ))}
        <Choice
          label={say('cases.dates')}
          value={own ?? ''}
          onChange={(dateFormat) => set({ dateFormat })}
          options={known ? formats : [...formats, { value: own, text: say('cases.formatOther', { format: own }) }]}
        />
      </div>
      <div role="status">
        {missing.length > 0 && (
          <p className="note warn">
            {say('cases.missing', { columns: missing.map((column) => say(`cases.column.${column}`)).join(', ') })}
          </p>
        )}
      </div>
      <FirstRows file={file} meaning={(name) => asked.filter((column) => mapping[column] === name)} />
    </fieldset>
  );
}

type FirstRowsProps = { readonly file: Props['file']; readonly meaning: (name: string) => readonly Column[] };
function FirstRows({ file: { header, rows }, meaning }: FirstRowsProps) {
  const say = useCaseWords();
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={say('cases.first')}>
      <table>
        <caption>{say('cases.first')}</caption>
        <thead>
          <tr>
            {header.map((name, i) => (
              <th scope="col" key={`${i} ${name}`}>
                {name}
                <div className="hint">
                  {meaning(name)
                    .map((column) => say(`cases.column.${column}`))
                    .join(', ') || say('cases.unread')}
                </div>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <tr key={i}>
              {header.map((name, at) => (
                <td key={`${at} ${name}`}>{row[at]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
