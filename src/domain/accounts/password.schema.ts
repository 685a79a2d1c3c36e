import { z } from 'zod';
import { PASSWORD_LENGTH } from './password';

/** A password that is being chosen. Any characters; how easily it is guessed is judged by `passwordRefusal`. */
export const NewPassword = z
  .string()
  .min(PASSWORD_LENGTH.least)
  .max(PASSWORD_LENGTH.most)
  .describe('12 to 200 characters of any kind; a phrase is best');
/** A password that is being checked. */
export const GivenPassword = z.string().min(1).max(1000);
