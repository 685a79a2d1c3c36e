/** An object whose members are there or not, never undefined. */
export type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** The members that are not undefined, so that what is stored or compared stays JSON-plain. */
export const given = <T extends object>(members: T): Given<T> =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as Given<T>;
