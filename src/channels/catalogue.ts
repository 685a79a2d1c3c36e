import type { Channel } from '../activities/ports';
import type { ChannelKind } from './channel';
import { email } from './email';

/** Every channel: one file and one line here. */
export const CHANNELS: readonly ChannelKind[] = [email];

/** The channels that are configured; of each other one it is said once that messages do not go that way. */
export function createChannels(
  env: Readonly<Record<string, string | undefined>>,
  say: (line: string) => void,
): readonly Channel[] {
  return CHANNELS.flatMap((kind) => {
    const channel = kind.fromEnvironment(env);
    if (channel === undefined) say(`no ${kind.key} is sent: ${kind.needs} is not set; messages are in the inbox`);
    return channel ?? [];
  });
}
