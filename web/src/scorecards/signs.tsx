import { useScorecardWords } from '../words/scorecards';

export type Rating = 'green' | 'yellow' | 'red';
export type Movement = 'improving' | 'steady' | 'worsening' | 'unknown';

/** Forms differ as much as colours do. */
export const STATUS_SIGNS: Readonly<Record<Rating, string>> = { green: '✔', yellow: '▲', red: '✖' };
const MOVEMENT_SIGNS: Readonly<Record<Movement, string>> = {
  improving: '↗',
  steady: '→',
  worsening: '↘',
  unknown: '?',
};
export const isRating = (text: string | undefined): text is Rating => text !== undefined && text in STATUS_SIGNS;

/** Where it stands against the target now: a sign, a colour and a word. */
export function StatusSign({
  status,
  otherwise,
}: {
  readonly status: string | undefined;
  readonly otherwise?: string;
}) {
  const word = useScorecardWords();
  if (status === undefined) return <span className="rating unrated">○ {otherwise ?? word('sc.noStatus')}</span>;
  if (!isRating(status)) return <span className="rating unrated">◆ {status}</span>;
  return (
    <span className={`rating ${status}`}>
      <span aria-hidden="true">{STATUS_SIGNS[status]}</span> {word(`sc.status.${status}`)}
    </span>
  );
}

type MovementProps = { readonly movement: Movement; readonly rating?: string | undefined };
/** Which way it moves, rated apart from where it stands. */
export function MovementSign({ movement, rating }: MovementProps) {
  const word = useScorecardWords();
  return (
    <span className={`rating ${isRating(rating) ? rating : 'unrated'}`}>
      <span aria-hidden="true">{MOVEMENT_SIGNS[movement]}</span> {word(`sc.movement.${movement}`)}
    </span>
  );
}
