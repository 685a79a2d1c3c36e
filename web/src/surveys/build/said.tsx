import { TextEntry } from '../../plan/fields';
import { LANGUAGE_NAMES } from '../../words/languages';
import { useBuildWords } from '../../words/surveyBuild';
import type { Draft, Said } from './draft';

/** A part of the form: what is typed, and how to change some of it. */
export type PartProps = { readonly draft: Draft; readonly set: (change: Partial<Draft>) => void };

type SaidProps = {
  readonly label: string;
  readonly at: string;
  readonly said: Said;
  readonly languages: Draft['languages'];
  readonly kind?: 'area' | 'line';
  readonly hint?: string;
  readonly onChange: (said: Said) => void;
};

/** A text in each language of the form: one field a language. */
export function SaidEntry({ label, at, said, languages, kind = 'line', hint, onChange }: SaidProps) {
  const word = useBuildWords();
  return (
    <div className="saids">
      {languages.map((language) => (
        <TextEntry
          key={language}
          label={languages.length === 1 ? label : word('in', { label, language: LANGUAGE_NAMES[language] })}
          at={`${at}/${language}`}
          kind={kind}
          {...(hint !== undefined && { hint })}
          value={said[language]}
          onChange={(text) => onChange({ ...said, [language]: text })}
        />
      ))}
    </div>
  );
}
