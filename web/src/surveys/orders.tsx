import type { SurveyCommand } from '../../../src/domain/survey/survey.schema';
import { Line, SaveLine } from '../organisation/fields';
import { Ask } from '../parts/dialog';
import { TermField } from '../parts/termField';
import { useBuildWords } from '../words/surveyBuild';
import { useWords } from '../words/words';
import { useSurveyCommand } from './queries';
import type { SurveyView } from './queries';
import { textIn } from '../parts/formText';

export type Order = SurveyCommand['type'];
export const ORDERS: Readonly<Record<SurveyView['phase'], readonly Order[]>> = {
  draft: ['ScheduleSurvey', 'OpenNow', 'CancelSurvey'],
  scheduled: ['OpenNow', 'CancelSurvey'],
  open: ['ExtendSurvey', 'CloseEarly', 'CancelSurvey'],
  closed: [],
  cancelled: [],
};

type OrderProps = { readonly survey: SurveyView; readonly order: Order; readonly onClose: () => void };

/** Says what an order does, and asks for the reason. */
export function OrderDialog({ survey, order, onClose }: OrderProps) {
  const { say } = useWords();
  const word = useBuildWords();
  const command = useSurveyCommand(survey);
  const optional = order === 'ScheduleSurvey' || order === 'OpenNow';
  const send = async (form: FormData) => {
    const [reason, by] = [textIn(form, 'reason').trim(), textIn(form, 'by')];
    const given = { type: order, ...(reason !== '' && { reason }), ...(by !== '' && { by }) } as SurveyCommand;
    await command.mutateAsync(given).then(onClose, () => undefined);
  };
  return (
    <Ask title={say(`survey.do.${order}`)} onClose={onClose}>
      <p>{word(`what.${order}`)}</p>
      <p className="hint">{word('orderWhat')}</p>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void send(new FormData(event.currentTarget));
        }}
      >
        {order === 'ExtendSurvey' && <TermField label={say('field.by')} name="by" value="P7D" required />}
        <Line
          label={optional ? say('field.optional', { label: say('field.reason') }) : say('field.reason')}
          name="reason"
          required={!optional}
          maxLength={2000}
        />
        <SaveLine error={command.error} busy={command.isPending} onClose={onClose} label={say(`survey.do.${order}`)} />
      </form>
    </Ask>
  );
}
