import qrcode from 'qrcode-generator';

/** Light cells around the code, which cameras need. */
const QUIET = 4;

/** An address as a QR code, drawn as one path. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  const size = code.getModuleCount();
  const dark = Array.from({ length: size * size }, (_none, i) => [Math.floor(i / size), i % size] as const)
    .filter(([row, column]) => code.isDark(row, column))
    .map(([row, column]) => `M${column + QUIET} ${row + QUIET}h1v1h-1z`);
  return (
    <svg className="qr" role="img" aria-label={label} viewBox={`0 0 ${size + 2 * QUIET} ${size + 2 * QUIET}`}>
      <path d={dark.join('')} />
    </svg>
  );
}
