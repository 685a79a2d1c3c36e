/** The calendar of an office that names none. */
export const DEFAULT_CALENDAR = 'vn';
/** The reminder policy of a plan and an office that name none. */
export const DEFAULT_REMINDER_POLICY = 'standard';
/** The person who is there from the first start. */
export const ADMINISTRATOR = 'administrator';
/** Where the administrator stands before an office gave them a unit: outside the tree. */
export const NO_UNIT = 'kairyo';
