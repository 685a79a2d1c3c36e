import type { Person } from '../api/session';

export default function FirstRun({ person }: { readonly person: Person }) {
  return <p>{person.name}</p>;
}
