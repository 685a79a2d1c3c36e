/** E11000 of MongoDB: a document with this key is there already. */
const DUPLICATE_KEY = 11000;

type Coded = { readonly code?: unknown };

/** Of an error of the driver, or of one of the write errors it lists. */
export const isDuplicateKey = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && (error as Coded).code === DUPLICATE_KEY;

/** For a promise's rejection: another writer was there first and the answer is this; any other error goes on. */
export const ifDuplicate =
  <T>(answer: T) =>
  (error: unknown): T => {
    if (!isDuplicateKey(error)) throw error;
    return answer;
  };
