import type { Cycle } from '../../../src/domain/cycle/state';

/** A cycle as the API shows it: the engine's state, its version and when the present phase is due. */
export type CycleView = Cycle & { readonly version: number; readonly dueAt?: string };
