import type { Cell } from '../../domain/shared/csv';

export type Line = { readonly text: string; readonly bold?: true };
/** What an official form is made of; the same for a sheet of paper and a workbook. `share`: of the width, all sum to 1. */
export type Block =
  /** Columns of centred lines beside each other: the head, and places for signatures. */
  | { readonly type: 'abreast'; readonly columns: readonly (readonly Line[])[] }
  | { readonly type: 'title'; readonly text: string }
  | { readonly type: 'heading'; readonly text: string }
  | { readonly type: 'text'; readonly text: string; readonly bold?: true }
  | {
      readonly type: 'table';
      readonly columns: readonly { readonly title: string; readonly share: number }[];
      readonly rows: readonly (readonly Cell[])[];
    };
/** `wide`: the sheet lies on its side. */
export type OfficialForm = {
  readonly title: string;
  readonly file: string;
  readonly wide: boolean;
  readonly blocks: readonly Block[];
};
