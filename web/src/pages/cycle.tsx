export default function Page(_p: { readonly id: string; readonly person: unknown }) {
  return null;
}
