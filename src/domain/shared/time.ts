/** ISO-8601 UTC with milliseconds, e.g. `2026-08-21T01:30:00.000Z`. Strings of this form sort in time order. */
export type Instant = string;
/** A calendar day without a zone, e.g. `2026-08-21`. */
export type LocalDate = string;
/** An ISO-8601 duration, e.g. `P3M`, `P14D`, `PT20S`. */
export type IsoDuration = string;
