/** There is one: it deletes personal data whose time is over. */
export const RETENTION_WORKFLOW = 'retention';
export const RETENTION_WORKFLOW_ID = 'retention';
