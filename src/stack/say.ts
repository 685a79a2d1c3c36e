/** Tells whoever waits what happens: one line, without a line break. */
export type Say = (line: string) => void;

/** What finding and starting servers needs to know of the machine; tests hand in one of their own. */
export type Surroundings = {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  readonly arch: string;
  /** Folder for what was fetched once and is kept. */
  readonly cache: string;
  readonly say: Say;
  /** Epoch milliseconds by which a first start must have its servers; long builds are left to the background then. */
  readonly deadline?: number;
};

/** The message of whatever was thrown. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

export const sleep = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
