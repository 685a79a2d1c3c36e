import { Link } from 'wouter';
import { useUnitsWhere } from '../indicators/may';
import { nameIn } from '../indicators/names';
import { useIndicatorName } from '../parts/a3';
import { useTemplatesWords } from '../words/templates';
import { useWords } from '../words/words';
import type { StoredTemplate } from './queries';

type CardProps = {
  readonly template: StoredTemplate;
  /** Name of the unit that keeps it; missing: it is there for everybody. */
  readonly keeper: string | undefined;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
};

/** A plan template with what is in it, and what the reader may do with it. */
export function TemplateCard({ template, keeper, onEdit, onRemove }: CardProps) {
  const { language } = useWords();
  const tpl = useTemplatesWords();
  const mayLaunch = useUnitsWhere('cycle.launch').length > 0;
  const mine = useUnitsWhere('planTemplate.edit').some(({ value }) => value === template.unit);
  const name = nameIn(template.name, language);
  const kept =
    template.source !== undefined
      ? tpl('tpl.shipped')
      : keeper === undefined
        ? tpl('tpl.everybody')
        : tpl('tpl.keptBy', { unit: keeper });
  return (
    <li className="card small stack">
      <h3>{name}</h3>
      {template.description !== undefined && <p>{nameIn(template.description, language)}</p>}
      <p className="hint">{kept}</p>
      <details>
        <summary>{tpl('tpl.open')}</summary>
        <Content template={template} />
      </details>
      <div className="buttons">
        {mayLaunch && (
          <Link
            className="button main"
            href={`/launch?template=${encodeURIComponent(template.id)}`}
            aria-label={tpl('tpl.startWhich', { name })}
          >
            {tpl('tpl.start')}
          </Link>
        )}
        {mine && (
          <>
            <button type="button" aria-label={tpl('tpl.editWhich', { name })} onClick={onEdit}>
              {tpl('tpl.edit')}
            </button>
            {template.source === undefined && (
              <button type="button" className="danger" aria-label={tpl('tpl.removeWhich', { name })} onClick={onRemove}>
                {tpl('tpl.remove')}
              </button>
            )}
          </>
        )}
      </div>
    </li>
  );
}

function Content({ template: { plan, source = [], assumptions = [] } }: Pick<CardProps, 'template'>) {
  const { say } = useWords();
  const tpl = useTemplatesWords();
  const nameOf = useIndicatorName();
  const parts: readonly (readonly [string, readonly string[]])[] = [
    [say('plan.problem'), plan.problem === undefined ? [] : [plan.problem]],
    [say('plan.causes'), plan.causes ?? []],
    [say('plan.aimText'), plan.aim === undefined ? [] : [plan.aim.text]],
    [say('plan.indicators'), (plan.indicators ?? []).map(nameOf)],
    [say('plan.countermeasures'), (plan.countermeasures ?? []).map(({ title }) => title)],
    [say('plan.pilot'), plan.pilot === undefined ? [] : [plan.pilot.scope]],
    [tpl('tpl.source'), source],
    [tpl('tpl.assumptions'), assumptions],
  ];
  return (
    <dl className="facts">
      {parts
        .filter(([, lines]) => lines.length > 0)
        .map(([part, lines]) => (
          <div key={part} className="fact">
            <dt>{part}</dt>
            <dd>
              {lines.length === 1 ? (
                lines[0]
              ) : (
                <ul>
                  {lines.map((line) => (
                    <li key={line}>{line}</li>
                  ))}
                </ul>
              )}
            </dd>
          </div>
        ))}
    </dl>
  );
}
