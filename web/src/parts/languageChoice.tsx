import { LANGUAGE_NAMES, LANGUAGES } from '../words/language';
import { useWords } from '../words/words';

export function LanguageChoice({ compact = false }: { readonly compact?: boolean }) {
  const { say, language, choose } = useWords();
  return (
    <label className={compact ? 'language compact' : 'language'}>
      <span className={compact ? 'visually-hidden' : 'label'}>{say('shell.language')}</span>
      <select
        value={language}
        onChange={({ target }) => {
          const chosen = LANGUAGES.find((one) => one === target.value);
          if (chosen !== undefined) choose(chosen);
        }}
      >
        {LANGUAGES.map((one) => (
          <option key={one} value={one} lang={one}>
            {LANGUAGE_NAMES[one]}
          </option>
        ))}
      </select>
    </label>
  );
}
