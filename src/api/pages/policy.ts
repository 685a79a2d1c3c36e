import type { Response } from 'express';

/** Pages load only what this server serves: no inline script, no inline style, nothing from elsewhere. */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** What no page of Kairyo asks a browser for. */
export const NO_DEVICES = [
  ...['accelerometer', 'autoplay', 'bluetooth', 'camera', 'display-capture', 'encrypted-media', 'fullscreen'],
  ...['geolocation', 'gyroscope', 'hid', 'magnetometer', 'microphone', 'midi', 'payment', 'serial', 'usb'],
]
  .map((feature) => `${feature}=()`)
  .join(', ');

export function sendPage(response: Response, html: string): void {
  response
    .set('Content-Security-Policy', PAGE_POLICY)
    .set('Cache-Control', 'no-cache')
    .vary('Accept-Language')
    .type('html')
    .send(html);
}
