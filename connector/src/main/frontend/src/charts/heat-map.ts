// Draws a square into each cell of a table: the darker, the higher its mean from 0 to 100; the smaller, the less certain
// it is; open where there is too little data for a conclusion. The numbers stay in the cells as text.
import { scaleLinear, scaleThreshold } from 'd3-scale';
import { select } from 'd3-selection';
import { symbol, symbolSquare } from 'd3-shape';

/** Steps of ten where results lie; the style sheet gives them their shades. */
const shade = scaleThreshold<number, number>([50, 60, 70, 80, 90], [0, 1, 2, 3, 4, 5]);

/** The side of a square by how far its mean may be off to each side. */
const side = scaleLinear([5, 25], [20, 7]).clamp(true);

const ROOM = 22;

/** Draws into everything with a mean, the legend too, and shows the legend. */
export function heatMap(map: HTMLElement): void {
  select(map)
    .selectAll<HTMLElement, unknown>('[data-mean]')
    .insert('svg', (_, place, cells) => cells[place]?.firstChild as Element)
    .attr('class', 'kb-map-mark')
    .attr('viewBox', `${-ROOM / 2} ${-ROOM / 2} ${ROOM} ${ROOM}`)
    .attr('aria-hidden', 'true')
    .attr('focusable', 'false')
    .append('path')
    .attr('class', (_, place, marks) => shadeOf(cellOf(marks[place])))
    .attr('d', (_, place, marks) => symbol(symbolSquare, sideOf(cellOf(marks[place])) ** 2)());
  map.querySelectorAll<HTMLElement>('[data-legend]').forEach((legend) => (legend.hidden = false));
}

function cellOf(mark: SVGPathElement | undefined): DOMStringMap {
  return mark?.closest<HTMLElement>('[data-mean]')?.dataset ?? {};
}

function shadeOf(cell: DOMStringMap): string {
  return cell['undecided'] === 'true' ? 'kb-shade-open' : `kb-shade-${shade(Math.round(Number(cell['mean'])))}`;
}

function sideOf(cell: DOMStringMap): number {
  return cell['low'] && cell['high'] ? side((Number(cell['high']) - Number(cell['low'])) / 2) : side.range()[1] ?? 0;
}
