import { Link } from 'wouter';

/** Addresses of things as messages name them, the API's included. */
const ADDRESS =
  /(\/(?:v1\/)?(?:cycles|collectors|indicators|surveys|settings\/sources)\/[\w%~-]+(?:\.[\w%~-]+)*(?:\/runs)?)/;

/** The page of what an address is of: a source of figures has its page among the settings. */
const pageOf = (address: string): string =>
  address
    .replace(/^\/v1/, '')
    .replace(/\/runs$/, '')
    .replace(/^\/collectors\//, '/settings/sources/');

/** A text in which the addresses of things lead to their pages. */
export function LinkedText({ text, onFollow }: { readonly text: string; readonly onFollow: () => void }) {
  return text.split(ADDRESS).map((part, i) =>
    i % 2 === 0 ? (
      part
    ) : (
      <Link key={i} href={pageOf(part)} onClick={onFollow}>
        {pageOf(part)}
      </Link>
    ),
  );
}
