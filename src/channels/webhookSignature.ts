import { createHmac, timingSafeEqual } from 'node:crypto';

/** How old a signature may be for whoever verifies, seconds. */
export const SIGNATURE_AGE_SECONDS = 300;

/** `t=<seconds since 1970>,v1=<HMAC-SHA256 over "t.body", hexadecimal>`: fresh at every attempt. */
export function signatureOf(body: string, { secret, at }: { readonly secret: string; readonly at: number }): string {
  const t = Math.floor(at / 1000);
  return `t=${t},v1=${hmac(`${t}.${body}`, secret)}`;
}

const hmac = (text: string, secret: string): string => createHmac('sha256', secret).update(text, 'utf8').digest('hex');

/** Whether a signature is of this body and secret, and no older than it may be: what a receiver does. */
export function isSigned(
  body: string,
  header: string,
  { secret, at }: { readonly secret: string; readonly at: number },
): boolean {
  const [, t = '', v1 = ''] = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(header) ?? [];
  if (t === '' || Math.abs(at / 1000 - Number(t)) > SIGNATURE_AGE_SECONDS) return false;
  return timingSafeEqual(Buffer.from(v1, 'hex'), Buffer.from(hmac(`${t}.${body}`, secret), 'hex'));
}
