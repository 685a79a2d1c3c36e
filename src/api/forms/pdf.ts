import { EDGE, Flow } from '../print/flow';
import { furnish, MARGIN, sheetOf } from '../print/sheet';
import type { Sheet } from '../print/sheet';
import { saying } from '../print/words';
import type { Block, OfficialForm } from './blocks';
import { points } from './vietnamese';

/** The form on paper (A4), tagged for screen readers. `printed`: when, in words. */
export function formPdf(
  form: OfficialForm,
  { office, printed }: { readonly office: string; readonly printed: string },
): Sheet {
  const doc = sheetOf({ title: form.title, language: 'vi', size: 'A4', wide: form.wide });
  const flow = new Flow(doc, MARGIN, doc.page.width - 2 * MARGIN, MARGIN + EDGE);
  for (const block of form.blocks) write(flow, block);
  furnish(doc, { office, printed }, saying('vi'));
  return doc;
}

function write(flow: Flow, block: Block): void {
  switch (block.type) {
    case 'abreast':
      return flow.abreast(block.columns);
    case 'title':
      return flow.title(block.text, 'center');
    case 'heading':
      return flow.heading(block.text);
    case 'text':
      return flow.paragraph(block.text, block.bold === true ? 'bold' : 'text');
    case 'table':
      return flow.table(
        block.columns,
        block.rows.map((row) => row.map((cell) => (typeof cell === 'number' ? points(cell) : (cell ?? '')))),
      );
  }
}
