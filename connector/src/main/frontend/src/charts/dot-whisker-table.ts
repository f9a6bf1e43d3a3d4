// Reads the table that a dot-and-whisker figure is drawn from. The table is the only source: whatever is withheld there
// isn't here either.

/** A mean with its uncertainty, and how the table writes it. */
export interface Mark {
  mean: number;
  low: number;
  high: number;
  label: string;
}

/** One round of a group: a mark, or the reason why there is none. */
export interface Line {
  round: string;
  mark?: Mark;
  missing: string;
  lock?: SVGUseElement;
  municipality?: number;
}

export interface Group {
  name: string;
  lines: Line[];
}

export function groupsOf(table: HTMLTableElement): Group[] {
  const groups = new Map<string, Group>();
  for (const row of table.tBodies[0]?.rows ?? []) {
    const name = text(row.querySelector('th'));
    const group = groups.get(name) ?? { name, lines: [] };
    group.lines.push(line(row));
    groups.set(name, group);
  }
  return [...groups.values()];
}

/** All rounds of the table, the oldest first. */
export function roundsOf(groups: Group[]): string[] {
  return [...new Set(groups.flatMap((group) => group.lines.map((line) => line.round)))].sort();
}

function line(row: HTMLTableRowElement): Line {
  const missing = row.querySelector<HTMLElement>('[data-missing]');
  return {
    round: text(row.querySelector('[data-round]')),
    mark: mark(row),
    missing: text(missing),
    lock: missing?.querySelector('use') ?? undefined,
    municipality: number(row, 'municipality'),
  };
}

function mark(row: HTMLTableRowElement): Mark | undefined {
  const mean = number(row, 'mean');
  if (mean === undefined) {
    return undefined;
  }
  const written = row.querySelector('[data-mean]')?.firstChild ?? null;
  return {
    mean,
    low: number(row, 'low') ?? mean,
    high: number(row, 'high') ?? mean,
    label: `${text(written)} (${text(row.querySelector('[data-n]'))})`,
  };
}

function number(row: HTMLTableRowElement, name: string): number | undefined {
  const value = row.querySelector<HTMLElement>(`[data-${name}]`)?.dataset[name];
  return value ? Number(value) : undefined;
}

function text(node: Node | null): string {
  return node?.textContent?.trim() ?? '';
}
