/** Gives the reader a text as a file. */
export const download = (name: string, text: string, type = 'text/csv'): void =>
  save(name, new Blob([text], { type: `${type};charset=utf-8` }));

/** Gives the reader a file. */
export function save(name: string, file: Blob): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
