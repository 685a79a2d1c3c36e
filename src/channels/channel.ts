import type { Channel } from '../activities/ports';

/** A way to tell people, besides the inbox: that one is the store itself and is always there. */
export type ChannelKind = {
  readonly key: string;
  /** The setting without which it is off. */
  readonly needs: string;
  /** `undefined`: not configured. @throws when the setting cannot be read. */
  fromEnvironment(env: Readonly<Record<string, string | undefined>>): Channel | undefined;
};
