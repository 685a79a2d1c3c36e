import type { PackDocument, Practice } from '../domain/packs/pack.schema';
import type { Value } from '../domain/packs/items';
import type { Instant } from '../domain/shared/time';
import type { EditBy, Versioned } from './ports';

/** A pack of the office's own: made here, or shared by another office. `unit` keeps it. */
export type OwnPack = { readonly id: string; readonly unit: string; readonly document: PackDocument };

/** A pack that was put into a unit. `brought`: what the pack itself had then, by `kind/id` with the prefix. */
export type Installation = {
  readonly unit: string;
  readonly pack: string;
  readonly prefix: string;
  readonly version: string;
  readonly owner: string;
  readonly procedures: Readonly<Record<string, string>>;
  /** With the pack's example data. */
  readonly examples?: boolean;
  /** `installing`: begun and not finished; installing again finishes it. */
  readonly state: 'installing' | 'installed';
  readonly at: Instant;
  readonly by: string;
  readonly brought: ReadonlyMap<string, Value>;
};
export type InstallationKey = Pick<Installation, 'unit' | 'pack' | 'prefix'>;

/** What an office learnt itself, kept by a unit; `cycle`: the closed cycle that showed it. */
export type OwnPractice = Practice & { readonly unit: string; readonly cycle?: string };

export interface Packs {
  /** Those that came with the product, by id. */
  shipped(): readonly PackDocument[];
  own(): Promise<readonly Versioned<OwnPack>[]>;
  putOwn(pack: OwnPack, edit: EditBy): Promise<Versioned<OwnPack> | 'conflict'>;
  /** `false`: it was not there. Its history stays. */
  removeOwn(id: string, edit: EditBy): Promise<boolean | 'conflict'>;
  installations(pack?: string): Promise<readonly Installation[]>;
  /** The last one of the unit to write holds. Every state stays in its history. */
  putInstallation(installation: Installation): Promise<void>;
}

export interface OwnPractices {
  get(id: string): Promise<Versioned<OwnPractice> | undefined>;
  all(): Promise<readonly Versioned<OwnPractice>[]>;
  put(practice: OwnPractice, edit: EditBy): Promise<Versioned<OwnPractice> | 'conflict'>;
  remove(id: string, edit: EditBy): Promise<boolean | 'conflict'>;
}
