import type { Sheet } from './sheet';
import { fontFor, MARGIN, runsOf, WHOLE } from './sheet';
import type { Weight } from './sheet';

const SIZES = { A3: { heading: 13, text: 10.5 }, A4: { heading: 12, text: 9.5 } } as const;
const A4_LONG = 842;
const GAP = 4;
const PAD = 3;
const LINE = '#9aa3b2';
/** Kept free above and below for what every page repeats, points. */
export const EDGE = 22;

export type Column = { readonly title: string; readonly share: number };
type Align = 'left' | 'center';
type Block = { readonly tag: string; readonly weight: Weight; readonly size: number; readonly align?: Align };

/** Blocks under each other in a column; what does not fit goes on with the next page. */
export class Flow {
  private page = 0;
  private y: number;
  private readonly size: { readonly heading: number; readonly text: number };

  constructor(
    private readonly doc: Sheet,
    readonly x: number,
    readonly width: number,
    private readonly top: number,
  ) {
    this.y = top;
    this.size = doc.page.width > A4_LONG ? SIZES.A3 : SIZES.A4;
  }

  title(text: string, align: Align = 'left'): void {
    this.write(text, { tag: 'H1', weight: 'bold', size: this.size.heading * 1.4, align });
  }

  /** Columns of centred lines beside each other, whole on one page. */
  abreast(columns: readonly (readonly { readonly text: string; readonly bold?: true }[])[]): void {
    const width = this.width / columns.length;
    const blocks = columns.map((lines) =>
      lines.map(({ text, bold }) => {
        const weight = bold === true ? ('bold' as const) : ('text' as const);
        const block = { tag: 'P', weight, size: this.size.text, align: 'center' as const };
        return { text, block, height: this.height(text, block, width - 2 * PAD) + GAP / 2 };
      }),
    );
    const heights = blocks.map((lines) => lines.reduce((sum, { height }) => sum + height, 0));
    this.room(Math.max(...heights));
    for (const [i, lines] of blocks.entries()) {
      let y = this.y;
      for (const { text, block, height } of lines) {
        const place = { x: this.x + i * width + PAD, y, width: width - 2 * PAD };
        this.doc.addStructure(this.doc.struct(block.tag, {}, () => this.letters(text, block, place)));
        y += height;
      }
    }
    this.y += Math.max(...heights) + 2 * GAP;
  }

  heading(text: string): void {
    this.room(4 * this.size.heading);
    this.y += 2 * GAP;
    this.doc.outline.addItem(text);
    this.write(text, { tag: 'H2', weight: 'bold', size: this.size.heading });
  }

  paragraph(text: string, weight: Weight = 'text'): void {
    this.write(text, { tag: 'P', weight, size: this.size.text });
  }

  /** Draws `height` points at the column's place. `says`: what a screen reader says instead. */
  figure(height: number, says: string, draw: (y: number) => void): void {
    this.room(height);
    const y = this.y;
    this.doc.addStructure(this.doc.struct('Figure', { alt: says }, () => draw(y)));
    this.y += height + GAP;
  }

  /** Rows under headings; a row stays whole, and the headings are said again on each page by the tags alone. */
  table(columns: readonly Column[], rows: readonly (readonly string[])[]): void {
    const table = this.doc.struct('Table');
    this.doc.addStructure(table);
    this.row(table, columns, { cells: columns.map(({ title }) => title), tag: 'TH' });
    for (const cells of rows) this.row(table, columns, { cells, tag: 'TD' });
    table.end();
    this.y += GAP;
  }

  private row(table: PDFKit.PDFStructureElement, columns: readonly Column[], line: Line): void {
    const { doc } = this;
    const { text: size } = this.size;
    const weight = line.tag === 'TH' ? 'bold' : 'text';
    const widths = columns.map(({ share }) => share * this.width);
    const heights = line.cells.map((cell, i) => this.height(cell, { weight, size }, (widths[i] ?? 0) - 2 * PAD));
    const height = Math.max(...heights) + 2 * PAD;
    this.room(height);
    const row = doc.struct('TR');
    table.add(row);
    let x = this.x;
    const y = this.y;
    for (const [i, cell] of line.cells.entries()) {
      const place = { x: x + PAD, width: (widths[i] ?? 0) - 2 * PAD };
      const box = doc.struct(line.tag, {}, () => this.letters(cell, { weight, size }, { ...place, y: y + PAD }));
      if (line.tag === 'TH') headsColumn(box);
      row.add(box);
      x += widths[i] ?? 0;
    }
    row.end();
    this.y += height;
    this.rule(this.y);
  }

  /** A thin line across the column: nothing to be read. */
  private rule(y: number): void {
    const { doc } = this;
    doc.markContent('Artifact', { type: 'Layout' });
    doc
      .moveTo(this.x, y)
      .lineTo(this.x + this.width, y)
      .lineWidth(0.5)
      .stroke(LINE);
    doc.endMarkedContent();
  }

  private write(text: string, { tag, weight, size, align = 'left' }: Block): void {
    const height = this.height(text, { weight, size }, this.width);
    this.room(height);
    const place = { x: this.x, y: this.y, width: this.width };
    this.doc.addStructure(this.doc.struct(tag, {}, () => this.letters(text, { weight, size, align }, place)));
    this.y += height + GAP;
  }

  private height(text: string, { weight, size }: Omit<Block, 'tag'>, width: number): number {
    return this.doc
      .font(fontFor(text, weight))
      .fontSize(size)
      .heightOfString(text, { width, ...WHOLE });
  }

  private letters(text: string, { weight, size, align }: Omit<Block, 'tag'>, { x, y, width }: Place): void {
    const runs = runsOf(text, weight);
    for (const [i, run] of runs.entries()) {
      const centred = align === 'center' && runs.length === 1 && { align };
      const options = { width, ...WHOLE, ...centred, continued: i + 1 < runs.length };
      this.doc.font(run.font).fontSize(size).fillColor('#111');
      if (i === 0) this.doc.text(run.text, x, y, options);
      else this.doc.text(run.text, options);
    }
  }

  private room(height: number): void {
    if (this.y + height > this.doc.page.height - MARGIN - EDGE) {
      this.page += 1;
      this.y = MARGIN + EDGE;
      if (this.page >= this.doc.bufferedPageRange().count) this.doc.addPage();
    }
    this.doc.switchToPage(this.page);
  }
}
/** ISO 32000-1, 14.8.5.7: a heading says that it stands for its column. The library has no option for it. */
function headsColumn(cell: PDFKit.PDFStructureElement): void {
  const { dictionary } = cell as unknown as { readonly dictionary: { readonly data: Record<string, unknown> } };
  dictionary.data['A'] = { O: 'Table', Scope: 'Column' };
}
type Place = { readonly x: number; readonly y: number; readonly width: number };
type Line = { readonly cells: readonly string[]; readonly tag: 'TH' | 'TD' };
