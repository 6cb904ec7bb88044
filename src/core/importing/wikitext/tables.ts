import type { RootContent, TableCell, TableRow } from 'mdast';
import { oneLine } from '../cleanText';
import { paragraph, plain, textOf } from '../tree';
import { readInline } from './inline';
import type { WikiPage } from './page';

/** Columns of a table that are read. */
const COLUMNS = 200;

export function isTableStart(line: string): boolean {
  return /^[:*#\s]*\{\|/.test(line);
}

/** The line behind a table that begins at a line; tables may nest. A table that never closes ends at a heading. */
export function tableEnd(lines: readonly string[], start: number): number {
  let depth = 0;
  for (let at = start; at < lines.length; at++) {
    const line = lines[at]!;
    if (isTableStart(line)) depth++;
    else if (/^\s*\|\}/.test(line) && --depth === 0) return at + 1;
    else if (at > start && /^={2,6}[^=].*=\s*$/.test(line) && line.length < 500) return at;
  }
  return lines.length;
}

interface Cell {
  readonly isHeader: boolean;
  readonly attributes: string;
  text: string;
}

/** Reads the lines of a table, from `{|` to `|}`. The tables inside of its cells become text. */
export function readTable(lines: readonly string[], page: WikiPage): RootContent[] {
  const rows: Cell[][] = [[]];
  let caption: string | undefined;
  let depth = 0;
  for (const line of lines) {
    const text = line.trim();
    if (isTableStart(line)) {
      depth++;
    } else if (text.startsWith('|}')) {
      depth--;
      // What stands behind the end of a table is text of the cell around it.
      append(rows, text.slice(2));
    } else if (depth > 1) {
      if (!text.startsWith('|-')) append(rows, text.replace(/^[|!+]+/, ' ').replace(/\|\||!!/g, ' '));
    } else if (text.startsWith('|-')) {
      if (rows.at(-1)!.length > 0) rows.push([]);
    } else if (text.startsWith('|+')) {
      caption = withoutAttributes(text.slice(2)).text;
    } else if (text.startsWith('|') || text.startsWith('!')) {
      cells(text, rows.at(-1)!);
    } else if (caption !== undefined && rows.length === 1 && rows[0]!.length === 0) {
      caption += ` ${text}`;
    } else {
      append(rows, text);
    }
  }
  const table = toTable(withOneHeader(rows.filter((row) => row.length > 0)), page);
  const title = caption === undefined ? [] : readInline(oneLine(caption), page);
  return [...(title.some((node) => textOf(node).trim() !== '') ? [paragraph(title)] : []), ...table];
}

/** Joins two rows of headers, *Tower* over *height* and *shape*, to the one that Markdown has. */
function withOneHeader(rows: Cell[][]): Cell[][] {
  const [first = [], second = [], ...others] = rows;
  const areHeaders = [...first, ...second].every((cell) => cell.isHeader);
  const isDouble =
    areHeaders && first.some((cell) => span(cell, 'colspan') > 1 && span(cell, 'rowspan') === 1);
  if (!isDouble || others.length === 0) return rows;
  const below = [...second];
  const joined = first.flatMap((cell): Cell[] => {
    if (span(cell, 'rowspan') > 1) return [{ ...cell, attributes: cell.attributes.replace(/rowspan/i, '') }];
    return below
      .splice(0, span(cell, 'colspan'))
      .map((under) => ({ ...under, text: `${cell.text}: ${under.text}` }));
  });
  return [[...joined, ...below], ...others];
}

function append(rows: readonly Cell[][], text: string): void {
  const cell = rows.at(-1)?.at(-1);
  // List items of a cell stand beside each other.
  if (cell && text !== '') cell.text += ` ${text.replace(/^[*#:;]+\s*/, '· ')}`;
}

/** Divides `| a || b` and `! a !! b` into cells, but not inside of links. */
function cells(line: string, row: Cell[]): void {
  const isHeader = line.startsWith('!');
  const parts: string[] = [];
  let depth = 0;
  let start = 1;
  for (const match of line.matchAll(/\[\[|\]\]|\|\||!!/g)) {
    if (match[0] === '[[') depth++;
    else if (match[0] === ']]') depth = Math.max(0, depth - 1);
    else if (match.index > 0 && depth === 0 && (match[0] === '||' || isHeader)) {
      parts.push(line.slice(start, match.index));
      start = match.index + 2;
    }
  }
  parts.push(line.slice(start));
  for (const part of parts) {
    if (row.length < COLUMNS) row.push({ isHeader, ...withoutAttributes(part) });
    else row.at(-1)!.text += ` ${part}`;
  }
}

/** `style="…" | text` without its attributes. */
function withoutAttributes(part: string): { attributes: string; text: string } {
  const bar = part.indexOf('|');
  const attributes = bar < 0 ? '' : part.slice(0, bar);
  if (bar < 0 || attributes.includes('[[') || part[bar + 1] === '|') {
    return { attributes: '', text: part.trim() };
  }
  return { attributes, text: part.slice(bar + 1).trim() };
}

function span(cell: Cell, name: 'colspan' | 'rowspan'): number {
  const value = Number(
    new RegExp(`${name}\\s*=\\s*["']?\\s*(\\d{1,3})`, 'i').exec(cell.attributes)?.[1] ?? 1,
  );
  return Math.max(1, Math.min(value, COLUMNS));
}

/** A rectangle of cells: those that span several rows or columns leave the others empty. */
function toTable(rows: readonly (readonly Cell[])[], page: WikiPage): RootContent[] {
  const grid: TableCell[][] = [];
  let below: number[] = [];
  for (const row of rows) {
    const line: TableCell[] = [];
    const next: number[] = [];
    const skip = (): void => {
      while ((below[line.length] ?? 0) > 0 && line.length < COLUMNS) {
        next[line.length] = below[line.length]! - 1;
        line.push({ type: 'tableCell', children: [] });
      }
    };
    for (const cell of row) {
      skip();
      const rowspan = span(cell, 'rowspan');
      const children = readInline(
        cell.text.replaceAll('||', ' ').replace(/(?<!\[\[[^\]]{0,200})\|(?![^[]{0,200}\]\])/g, ' '),
        page,
      );
      for (let column = 0; column < span(cell, 'colspan') && line.length < COLUMNS * 2; column++) {
        next[line.length] = rowspan - 1;
        line.push({ type: 'tableCell', children: column === 0 ? children : [] });
      }
    }
    skip();
    below = next;
    grid.push(line);
  }
  return tableOf(withoutEmptyColumns(grid.filter((row) => row.some(isFilled))));
}

function isFilled(cell: TableCell): boolean {
  return textOf(cell).trim() !== '';
}

/** Takes out columns of notes and pictures, which have nothing but a header once those are left out. */
function withoutEmptyColumns(grid: TableCell[][]): TableCell[][] {
  const body = grid.slice(1);
  const columns = grid.reduce((most, row) => Math.max(most, row.length), 0);
  if (body.length === 0 || columns < 2) return grid;
  const filled = Array.from({ length: columns }, (_, at) => body.some((row) => row[at] && isFilled(row[at])));
  // The first column of a heading that spans two is not empty, but its second is.
  const isKept = filled.map((is, at) => is || !(grid[0]?.[at] && isFilled(grid[0][at])));
  return isKept.every(Boolean) ? grid : grid.map((row) => row.filter((_, at) => isKept[at]));
}

function tableOf(grid: TableCell[][]): RootContent[] {
  if (grid.length === 0) return [];
  const columns = grid.reduce((most, row) => Math.max(most, row.length), 0);
  if (columns === 1 || grid.length === 1) {
    // A frame around a text, which no reader sees as a table.
    return grid
      .flat()
      .filter((cell) => textOf(cell).trim() !== '')
      .map((cell) => paragraph(cell.children));
  }
  for (const row of grid) while (row.length < columns) row.push({ type: 'tableCell', children: [] });
  const children = grid.map((row): TableRow => ({ type: 'tableRow', children: row }));
  return [{ type: 'table', children }];
}

/** An infobox as a table of two columns. */
export function readInfobox(
  type: string,
  rows: readonly (readonly [string, string])[],
  page: WikiPage,
): RootContent[] {
  const cell = (text: string): TableCell => ({ type: 'tableCell', children: readInline(text, page) });
  const header: TableCell[] = [
    { type: 'tableCell', children: plain(type.charAt(0).toUpperCase() + type.slice(1)) },
    { type: 'tableCell', children: [] },
  ];
  const body = rows
    .map(([key, value]) => [cell(key), cell(value)])
    .filter((row) => textOf(row[1]!).trim() !== '');
  // The captions of an infobox's pictures are settings of it.
  page.captions.length = 0;
  return body.length === 0 ? [] : tableOf([header, ...body]);
}
