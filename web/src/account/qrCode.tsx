import qrcode from 'qrcode-generator';

const QUIET_MODULES = 4;

/** A text as a QR code, drawn in the page: no picture is asked for anywhere. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  const count = code.getModuleCount();
  const all = Array.from({ length: count * count }, (_, i) => [Math.floor(i / count), i % count] as const);
  const path = all
    .filter(([row, column]) => code.isDark(row, column))
    .map(([row, column]) => `M${column + QUIET_MODULES} ${row + QUIET_MODULES}h1v1h-1z`)
    .join('');
  const size = count + 2 * QUIET_MODULES;
  return (
    <svg className="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <rect className="qr-ground" width={size} height={size} />
      <path d={path} />
    </svg>
  );
}
