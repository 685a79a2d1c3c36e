import { draftKey } from '../plan/draft';

const SKIPPED = 'kairyo.guide.skipped';
export const guideWasSkipped = (): boolean => localStorage.getItem(SKIPPED) !== null;
export const skipGuide = (): void => localStorage.setItem(SKIPPED, 'yes');
export const guideIsBegun = (person: string | undefined): boolean =>
  localStorage.getItem(draftKey(person, 'first-run')) !== null;
