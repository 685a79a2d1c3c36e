/** What somebody is to an office; what each may do stands in access/policy.ts. */
export const ROLES = [
  'administrator',
  'improvement-lead',
  'head-of-unit',
  'reviewer',
  'officer',
  'evaluator',
  'auditor',
  'citizen',
] as const;
export type Role = (typeof ROLES)[number];
