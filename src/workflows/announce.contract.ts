/** A document of the organisation changed: which kind, which one, when. */
export type AnnounceInput = { readonly kind: string; readonly id: string; readonly at: string };

export const announceWorkflowId = ({ kind, id, at }: AnnounceInput): string => `announce/${kind}/${id}/${at}`;
export const ANNOUNCE_WORKFLOW = 'announce';
