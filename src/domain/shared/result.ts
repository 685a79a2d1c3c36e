/** A refusal is a value. `code` is stable; `params` fill the sentence; `field` points into the command that was refused. */
export type Refusal<Code extends string = string> = {
  readonly code: Code;
  readonly field?: string;
  readonly params?: Readonly<Record<string, string | number | readonly string[]>>;
};

export type Decision<Event, Code extends string = string> =
  { readonly ok: true; readonly events: readonly Event[] } | { readonly ok: false; readonly refusal: Refusal<Code> };

export const accept = <Event>(
  ...events: readonly Event[]
): { readonly ok: true; readonly events: readonly Event[] } => ({ ok: true, events });

export const refuse = <Code extends string>(
  code: Code,
  detail: Omit<Refusal<Code>, 'code'> = {},
): { readonly ok: false; readonly refusal: Refusal<Code> } => ({ ok: false, refusal: { code, ...detail } });
