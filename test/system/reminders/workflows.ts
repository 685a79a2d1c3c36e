/** The workflows under test, as a bundle of their own. */
export { officeDay } from '../../../src/workflows/officeDay.workflow';
export { outbox } from '../../../src/workflows/outbox.workflow';
