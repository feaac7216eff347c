/** Where the keys of a spreadsheet lead in the grid of sizes and colours. */

export interface At {
  row: number;
  column: number;
}

/** The place that a key leads to; null where the key is none of the grid's. */
export function placeAfter(key: string, isFar: boolean, { row, column }: At, rows: number, columns: number): At | null {
  const steps: Readonly<Record<string, At>> = {
    ArrowUp: { row: isFar ? 0 : row - 1, column },
    ArrowDown: { row: isFar ? rows : row + 1, column },
    ArrowLeft: { row, column: isFar ? 0 : column - 1 },
    ArrowRight: { row, column: isFar ? columns : column + 1 },
    Home: { row: isFar ? 0 : row, column: 0 },
    End: { row: isFar ? rows : row, column: columns },
  };
  const next = steps[key];
  if (!next || rows === 0 || columns === 0) return null;
  return { row: within(next.row, rows), column: within(next.column, columns) };
}

const within = (index: number, count: number): number => Math.max(0, Math.min(index, count - 1));
