import { Readable } from 'node:stream';
import type { Language } from '../../domain/shared/language';
import type { Answer } from '../http/route';
import type { Sheet } from '../print/sheet';

export const PDF = 'application/pdf';

/** A finished sheet as an answer, to be shown where the reader is. */
export function pdf(name: string, language: Language, doc: Sheet): Answer {
  doc.end();
  return {
    status: 200,
    bytes: Readable.from(doc),
    headers: {
      'Content-Type': PDF,
      'Content-Language': language,
      'Cache-Control': 'private, no-store',
      'Content-Disposition': `inline; filename="${name.replace(/[^\w.-]+/g, '-')}.pdf"`,
      'X-Content-Type-Options': 'nosniff',
    },
  };
}
