import { z } from 'zod';
import { PERSONAL } from './purposes';
import type { PersonalKind } from './purposes';

const Months = z.number().int().min(1).max(1200).describe('Months');
const months = Object.fromEntries(
  (Object.keys(PERSONAL) as PersonalKind[]).map((kind) => [kind, Months.default(PERSONAL[kind].months)]),
) as { readonly [kind in PersonalKind]: z.ZodDefault<z.ZodNumber> };

/** For how many months each kind of personal data is kept; then it is deleted. */
export const Retention = z.object({ months: z.object(months).strict().prefault({}) }).strict();
export type Retention = z.infer<typeof Retention>;
