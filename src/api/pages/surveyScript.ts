import { REFUSED_SCRIPT } from './surveyRefused';

/**
 * The script of the public form. Without it the form works; with it an answer given while the line is broken is kept in the
 * browser under its address and token, and sent until the server has taken it; one that is refused then stays, and is told of. Sending twice does no harm: a token
 * takes one answer, and the same one again is answered as the first time.
 */
export const SCRIPT = `'use strict';
(() => {
  const PREFIX = 'kairyo.answer ';
  const AGAIN_MS = 10000;
  const note = document.getElementById('kept');
  const tell = (which) => {
    if (note === null) return;
    note.hidden = which === undefined;
    note.textContent = which === undefined ? '' : note.dataset[which];
  };
  const keys = () => Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
  const keyOf = (form) => PREFIX + form.getAttribute('action') + ' ' + form.elements.namedItem('t').value;
  const present = () => document.querySelector('form[data-answers]');
  const isHere = (key) => present() !== null && keyOf(present()) === key;
  /** The line is broken, or the server is away for a moment: both pass. */
  const passes = (status) => status === 0 || status === 429 || status >= 500;

  async function post(address, body) {
    try {
      const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
      const response = await fetch(address, { method: 'POST', headers, body, redirect: 'follow' });
      return { status: response.status, html: await response.text() };
    } catch {
      return { status: 0, html: '' };
    }
  }

  function show(html) {
    const next = new DOMParser().parseFromString(html, 'text/html');
    const main = next.querySelector('main');
    if (main === null) return;
    document.title = next.title;
    document.querySelector('main').replaceWith(main);
    const told = main.querySelector('[role=alert], [role=status]') || main;
    told.tabIndex = -1;
    told.focus();
    scrollTo(0, 0);
  }

  const isEmpty = (group) => {
    const text = group.querySelector('textarea');
    return text === null ? group.querySelector('input:checked') === null : text.value.trim() === '';
  };

  /** Nobody else can say now that an answer is missing. */
  function lacking(form) {
    for (const old of form.querySelectorAll('[data-lack]')) old.remove();
    const groups = [...form.querySelectorAll('.question')];
    const wrong = groups.filter((group) => 'required' in group.dataset && isEmpty(group));
    for (const group of groups) group.classList.toggle('wrong', wrong.includes(group));
    for (const group of wrong) {
      const words = document.createElement('p');
      words.className = 'error';
      words.dataset.lack = '';
      words.setAttribute('role', 'alert');
      words.textContent = form.dataset.lacks;
      group.querySelector('legend, label').after(words);
    }
    const first = wrong[0] || (groups.every(isEmpty) ? groups[0] : undefined);
    if (first !== undefined) first.querySelector('input, textarea').focus();
    return first !== undefined;
  }

${REFUSED_SCRIPT}
  async function send(key, { address, body, said }) {
    const { status, html } = await post(address, body);
    if (passes(status)) return false;
    const here = isHere(key);
    const refused = status >= 400 && localStorage.getItem(key) !== null;
    if (refused) localStorage.setItem(key, JSON.stringify({ address, body, said, refused: reasonIn(html) }));
    else localStorage.removeItem(key);
    if (here) {
      tell(undefined);
      show(html);
    } else if (status < 300) tell('later');
    drawRefused();
    return true;
  }

  let busy = false;
  let timer;
  async function sendKept() {
    if (busy) return;
    busy = true;
    clearTimeout(timer);
    let waiting = false;
    for (const key of keys()) {
      const kept = JSON.parse(localStorage.getItem(key));
      if (kept.refused !== undefined) continue;
      if (await send(key, kept)) continue;
      if (isHere(key)) tell('kept');
      waiting = true;
    }
    busy = false;
    drawRefused();
    if (waiting) timer = setTimeout(sendKept, AGAIN_MS);
  }

  addEventListener('submit', (event) => {
    const form = event.target;
    if (!form.matches('form[data-answers]')) return;
    const key = keyOf(form);
    const body = new URLSearchParams(new FormData(form)).toString();
    const given = { address: form.getAttribute('action'), body, said: saidIn(form) };
    event.preventDefault();
    const button = form.querySelector('button');
    button.disabled = true;
    tell('sending');
    send(key, given).then((done) => {
      button.disabled = false;
      if (done) return tell(undefined);
      if (lacking(form)) return tell(undefined);
      try {
        localStorage.setItem(key, JSON.stringify(given));
      } catch {
        return form.submit();
      }
      tell('kept');
      timer = setTimeout(sendKept, AGAIN_MS);
    });
  });
  addEventListener('online', sendKept);
  void sendKept();
})();
`;
