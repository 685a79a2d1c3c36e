/** A sentence with its blanks, `{name}`, filled. */
export const withBlanks = (sentence: string, fill: (name: string) => string): string =>
  sentence.replace(/\{(\w+)\}/g, (_blank, name: string) => fill(name));
