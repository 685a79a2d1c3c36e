/** The identity of a cycle in addresses and keys: `<unit>~<procedure>~<no>`. Ids of units and procedures have no `~`. */
export const cycleId = (unit: string, procedure: string, no: number): string => `${unit}~${procedure}~${no}`;

/** The unit of a cycle, from its id. */
export const unitOfCycle = (id: string): string => id.split('~')[0] ?? id;

/** The same identity as a path of its parts, for the workflow: `<unit>/<procedure>/<no>`. */
export const pathOf = (id: string): string => id.split('~').join('/');
