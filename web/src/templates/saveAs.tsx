import { Link } from 'wouter';
import { useUnitsWhere } from '../indicators/may';
import { useTemplatesWords } from '../words/templates';

/** The way from a cycle to a template of its plan, for who may keep one. */
export function SaveAsTemplate({ cycle }: { readonly cycle: string }) {
  const tpl = useTemplatesWords();
  if (useUnitsWhere('planTemplate.edit').length === 0) return null;
  return (
    <p>
      <Link href={`/settings/templates?from=${encodeURIComponent(cycle)}`}>{tpl('tpl.saveAs')}</Link>
    </p>
  );
}
