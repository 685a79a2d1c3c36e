const LONGEST = 60;

/** An identifier made from a name, without marks and spaces, that none of the others has: `cap-phep`, `cap-phep-2` … */
export function freeId(name: string, taken: readonly { readonly id: string }[]): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, '');
  const base = plain === '' ? 'item' : plain;
  const known = new Set(taken.map(({ id }) => id));
  let id = base;
  for (let count = 2; known.has(id); count += 1) id = `${base}-${count}`;
  return id;
}
