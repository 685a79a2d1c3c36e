const OWN =
  /^(?:host|connection|keep-alive|content-.*|transfer-encoding|te|trailer|upgrade|expect|accept-encoding|proxy-.*)$/i;
const SECRET = /authorization|cookie|passw|secret|token|credential|api[-_]?key|subscription[-_]?key|^key$|signature/i;

/** Headers that belong to the connection and not to whoever asks. */
export const isOwnHeader = (name: string): boolean => OWN.test(name);
/** Names under which sources take secrets: what stands there would be stored and shown. */
export const isSecretName = (name: string): boolean => SECRET.test(name);
