import { z } from 'zod';
import { SCOPE_ENTRIES } from './scope';

export const TokenScopeInput = z
  .union([
    z.enum(['full', 'read']),
    z
      .array(z.enum(SCOPE_ENTRIES as [string, ...string[]]))
      .min(1)
      .max(50),
  ])
  .describe(
    'What the token is for: all its person may do, only reading, or some groups of actions (`cycle`, `cycle:read`)',
  );
