export default function Page(_p: { readonly id: string }) {
  return null;
}
