import type { Draft } from './draft';

/** A part of the form: what is typed, and how to change some of it. */
export type PartProps = { readonly draft: Draft; readonly set: (change: Partial<Draft>) => void };
