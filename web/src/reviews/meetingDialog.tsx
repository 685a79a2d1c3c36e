import { useState } from 'react';
import type { FormEvent } from 'react';
import { changedMeanwhile } from '../api/queries';
import { textIn } from '../parts/formText';
import { Ask, FormButtons } from '../parts/dialog';
import { useNames } from '../parts/names';
import { useDraft } from '../plan/draft';
import { useReviewWords } from '../words/reviews';
import { useWords } from '../words/words';
import { Refused, useCarryingOut } from './dialog';
import type { DialogProps } from './dialog';

const today = () => new Date().toISOString().slice(0, 10);

/** The meeting in writing: the day, who was there, the minutes; what is typed of the minutes is kept in this browser. */
export function MeetingDialog({ review, onClose }: DialogProps) {
  const { say } = useWords();
  const word = useReviewWords();
  const { person } = useNames();
  const [before] = useState(review);
  const minutes = useDraft(`minutes.${review.id}`, '');
  const [away, setAway] = useState<ReadonlySet<string>>(new Set());
  const done = () => {
    minutes.forget();
    onClose();
  };
  const { carryOut, command, newer } = useCarryingOut(before, done);
  const { chair, members } = before.definition;
  const invited = [...new Set([chair, ...members])];
  const present = invited.filter((one) => !away.has(one));
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const absent = invited
      .filter((one) => away.has(one))
      .map((one) => {
        const reason = textIn(form, `why-${one}`).trim();
        return { person: one, ...(reason !== '' && { reason }) };
      });
    void carryOut({ type: 'HoldMeeting', on: textIn(form, 'on'), present, absent, minutes: minutes.value });
  };
  const turn = (one: string) => {
    const next = new Set(away);
    if (!next.delete(one)) next.add(one);
    setAway(next);
  };
  return (
    <Ask title={word('rv.do.HoldMeeting')} onClose={onClose}>
      <p className="hint">{word('rv.what.HoldMeeting')}</p>
      <form className="stack" onSubmit={submit}>
        <div className="field">
          <label htmlFor="held-on">{word('rv.heldOn')}</label>
          <input id="held-on" name="on" type="date" required max={today()} defaultValue={today()} />
        </div>
        <fieldset>
          <legend>{word('rv.attendance')}</legend>
          {invited.map((one) => (
            <div key={one} className="attending">
              <label className="check">
                <input type="checkbox" checked={!away.has(one)} onChange={() => turn(one)} />
                <span>{word('rv.wasThere', { name: person(one) })}</span>
              </label>
              {away.has(one) && (
                <input
                  name={`why-${one}`}
                  maxLength={4000}
                  aria-label={word('rv.whyAbsent', { name: person(one) })}
                  placeholder={word('rv.whyAbsentShort')}
                />
              )}
            </div>
          ))}
          {present.length === 0 && <p className="missing">{word('rv.nobodyThere')}</p>}
        </fieldset>
        <div className="field">
          <label htmlFor="minutes">{word('rv.minutes')}</label>
          <p className="hint" id="minutes-hint">
            {say('gate.draft')}
          </p>
          <textarea
            id="minutes"
            rows={10}
            required
            maxLength={50_000}
            aria-describedby="minutes-hint"
            value={minutes.value}
            onChange={({ target }) => minutes.change(target.value)}
          />
        </div>
        <Refused error={command.error} before={before} now={review} newer={newer} />
        <FormButtons
          label={word(changedMeanwhile(command.error) ? 'rv.anyway' : 'rv.do.HoldMeeting')}
          busy={command.isPending}
          held={present.length === 0}
          onClose={onClose}
        />
      </form>
    </Ask>
  );
}
