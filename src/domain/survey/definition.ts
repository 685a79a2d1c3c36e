import { given } from '../shared/given';
import type { Refusal } from '../shared/result';
import type { SurveyRefusalCode } from './refusals';
import type { SurveyDefinition, SurveyInput, SurveyTemplate } from './survey.schema';

type Resolved =
  | { readonly ok: true; readonly definition: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly refusal: Refusal<SurveyRefusalCode> };

/** What was given, over what its template has. The result is checked as a definition. */
export function withTemplate(input: SurveyInput, templates: readonly SurveyTemplate[]): Resolved {
  const { id: _id, ...stated } = input;
  if (input.template === undefined) return { ok: true, definition: stated };
  const template = templates.find(({ id }) => id === input.template);
  if (template === undefined) {
    const known = templates.map(({ id }) => id);
    return {
      ok: false,
      refusal: { code: 'NO_SUCH_TEMPLATE', field: '/template', params: { id: input.template, known } },
    };
  }
  return { ok: true, definition: { ...template.survey, ...given(stated) } };
}

/** The same with every instant in UTC, as instants are compared as texts. */
export function inUtc(definition: SurveyDefinition): SurveyDefinition {
  const utc = <When extends object>(when: When): When =>
    'at' in when && typeof when.at === 'string' ? { ...when, at: new Date(when.at).toISOString() } : when;
  return { ...definition, opens: utc(definition.opens), closes: utc(definition.closes) };
}
