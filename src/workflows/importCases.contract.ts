/** `import/<id>`: an import started twice is refused by Temporal itself. */
export const importWorkflowId = (id: string): string => `import/${id}`;

/** The file and how far it is stand in the store under this id; nothing of it travels through the workflow. Cancelling the workflow cancels the import. */
export type ImportInput = { readonly importId: string };

/** The workflow's name, for starting it without importing its code. */
export const IMPORT_WORKFLOW = 'importCases';
