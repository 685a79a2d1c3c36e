import { z } from 'zod';

/** One step of a policy: when, relative to the due date, and how far up. */
export const ReminderStep = z
  .object({
    /** Signed working days: −3 is three working days before the due date, 0 the day itself, 2 two working days late. */
    workingDays: z.number().int().min(-260).max(260).optional(),
    /** Signed ISO duration instead, for demonstrations: `-PT5S`, `PT10S`. */
    duration: z
      .string()
      .regex(/^-?P(?!$)(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?$/)
      .optional(),
    /** As soon as it is owed: "this is yours from today". */
    opening: z.literal(true).optional(),
    /** 0: whoever owes it; 1: their superior; 2: the superior's superior … The lower levels are told too. */
    level: z.number().int().min(0).max(10).default(0),
  })
  .strict()
  .refine((s) => [s.workingDays, s.duration, s.opening].filter((moment) => moment !== undefined).length === 1, {
    message: 'give one of workingDays, duration and opening',
  });

export const ReminderPolicy = z
  .object({
    name: z.string().min(1).max(300),
    steps: z.array(ReminderStep).min(1).max(50),
  })
  .strict();
export type ReminderPolicyInput = z.infer<typeof ReminderPolicy>;
export type ReminderPolicy = ReminderPolicyInput & { readonly id: string };
