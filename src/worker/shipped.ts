import type { Organisation, OrganisationEditor } from '../activities/ports';
import { VIETNAM } from '../domain/calendar/vietnam';
import { STANDARD_POLICY } from '../domain/reminders/policy';
import { ensureDocument } from '../store/organisation';
import { packedPlanTemplates } from '../store/planTemplates';

/** Puts the calendar, the reminder policy and the packs' plan templates that ship with the product where they are missing, and renews them after an upgrade. */
export async function ensureShipped(organisation: Organisation & OrganisationEditor): Promise<void> {
  const [calendar, policy] = await Promise.all([
    organisation.calendars.get(VIETNAM.id),
    organisation.reminderPolicies.get(STANDARD_POLICY.id),
  ]);
  await ensureDocument(organisation, 'calendar', VIETNAM, calendar);
  await ensureDocument(organisation, 'reminderPolicy', STANDARD_POLICY, policy);
  for (const template of packedPlanTemplates())
    await ensureDocument(organisation, 'planTemplate', template, await organisation.planTemplates.get(template.id));
}
