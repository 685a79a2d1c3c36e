import type { Language } from '../../domain/shared/language';
import { pageWord } from './surveyWords';

/** Where the script tells of kept answers that the server would not take; its words lie beside it. */
export const refusedPlace = (language: Language): string =>
  `<section id="refused" class="refused" aria-label="${pageWord('refusedTitle', language)}" hidden data-refused="${pageWord('refused', language)}" data-said="${pageWord('refusedSaid', language)}" data-again="${pageWord('refusedAgain', language)}" data-forget="${pageWord('refusedForget', language)}" data-sure="${pageWord('refusedSure', language)}"></section>`;

/**
 * The part of the script of the public form for answers that were kept and then refused: they stay, with the reason and what was
 * answered, until whoever gave them sends them again or deletes them.
 */
export const REFUSED_SCRIPT = `
  const refusedPlace = document.getElementById('refused');
  const textOf = (node) => (node === null ? '' : node.textContent.trim());

  /** Question and answer as they are read, for when the form is no longer to be had. */
  const saidIn = (form) =>
    [...form.querySelectorAll('.question')].map((group) => {
      const asked = textOf((group.querySelector('legend') || group.querySelector('label')).firstChild);
      const text = group.querySelector('textarea');
      if (text !== null) return [asked, text.value.trim()];
      const chosen = [...group.querySelectorAll('input:checked')];
      return [asked, chosen.map((input) => textOf(input.nextElementSibling)).join('; ')];
    });

  function reasonIn(html) {
    const page = new DOMParser().parseFromString(html, 'text/html');
    const mistakes = [...page.querySelectorAll('.summary li')];
    return mistakes.length > 0 ? mistakes.map(textOf).join('; ') : textOf(page.querySelector('main [role=status]'));
  }

  function element(name, text, inside) {
    const made = document.createElement(name);
    made.textContent = text;
    if (inside !== undefined) inside.append(made);
    return made;
  }

  function listOfSaid(said, inside) {
    if (said.length === 0) return;
    const details = element('details', '', inside);
    element('summary', refusedPlace.dataset.said, details);
    const list = element('dl', '', details);
    for (const [asked, answer] of said) {
      element('dt', asked, list);
      element('dd', answer === '' ? '–' : answer, list);
    }
  }

  function drawRefused() {
    if (refusedPlace === null) return;
    const refused = keys().flatMap((key) => {
      const kept = JSON.parse(localStorage.getItem(key));
      return kept.refused === undefined ? [] : [[key, kept]];
    });
    refusedPlace.hidden = refused.length === 0;
    refusedPlace.replaceChildren();
    for (const [key, kept] of refused) {
      const told = element('div', '', refusedPlace);
      const words = element('p', refusedPlace.dataset.refused.replace('{reason}', () => kept.refused), told);
      words.setAttribute('role', 'alert');
      listOfSaid(kept.said || [], told);
      const again = element('button', refusedPlace.dataset.again, told);
      again.addEventListener('click', () => {
        again.disabled = true;
        localStorage.setItem(key, JSON.stringify({ ...kept, refused: undefined }));
        void sendKept();
      });
      const forget = element('button', refusedPlace.dataset.forget, told);
      forget.addEventListener('click', () => {
        if (!confirm(refusedPlace.dataset.sure)) return;
        localStorage.removeItem(key);
        drawRefused();
      });
    }
  }
`;
