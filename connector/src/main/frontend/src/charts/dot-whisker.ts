// Draws a table of groups and rounds as dots with whiskers: groups below each other, within a group its rounds with the
// newest last, from 0 to 100. A round is told by the shape of its mark and by its label, so the figure reads in grey too.
import { axisTop } from 'd3-axis';
import { type ScaleLinear, scaleLinear } from 'd3-scale';
import { type Selection, create } from 'd3-selection';
import { line as path, symbol, symbolCircle, symbolDiamond, symbolSquare, symbolTriangle } from 'd3-shape';
import { type Group, type Line, groupsOf, roundsOf } from './dot-whisker-table';

type Svg = Selection<SVGSVGElement, undefined, null, undefined>;
type Part = Selection<SVGGElement, undefined, null, undefined>;

/** The newest round first; rounds older than these share the last. */
const SHAPES = [symbolCircle, symbolSquare, symbolDiamond, symbolTriangle];
const TICKS = [0, 25, 50, 75, 100];

/** Heights and gaps in the size of the letters, so that the figure grows with them. */
const AXIS = 1.8;
const HEADING = 1.8;
const LINE = 1.5;
const GAP = 0.7;
const SPACE = 0.6;

/**
 * Draws the table that the figure names, and shows the figure; draws again when there is more or less room.
 *
 * The figure has a caption with an id, which says what is seen, and a description with an id, which says where the
 * numbers stand.
 */
export function dotWhisker(figure: HTMLElement): void {
  const table = document.getElementById(figure.dataset['dotWhisker'] ?? '');
  const place = figure.querySelector<HTMLElement>('[data-drawing]');
  if (!(table instanceof HTMLTableElement) || !place) {
    return;
  }
  const groups = groupsOf(table);
  figure.hidden = false;
  let drawn = 0;
  new ResizeObserver(() => {
    if (place.clientWidth > 0 && place.clientWidth !== drawn) {
      drawn = place.clientWidth;
      new Drawing(figure, place, groups).draw();
    }
  }).observe(place);
}

class Drawing {
  private readonly svg: Svg;
  private readonly rounds: string[];
  private readonly letter: number;
  private x: ScaleLinear<number, number> = scaleLinear();
  private y = 0;

  constructor(
    private readonly figure: HTMLElement,
    private readonly place: HTMLElement,
    private readonly groups: Group[],
  ) {
    this.rounds = roundsOf(groups);
    this.letter = parseFloat(getComputedStyle(place).fontSize);
    this.svg = create('svg')
      .attr('class', 'kb-plot')
      .attr('role', 'img')
      .attr('aria-labelledby', figure.querySelector('figcaption')?.id ?? '')
      .attr('aria-describedby', figure.querySelector('[data-description]')?.id ?? '');
  }

  draw(): void {
    const width = this.place.clientWidth;
    this.place.replaceChildren(this.svg.node() as SVGSVGElement);
    this.svg.attr('width', width).attr('font-size', this.letter);
    const labels = this.groups.flatMap((group) => group.lines.map((line) => line.mark?.label ?? ''));
    this.x = scaleLinear(
      [0, 100],
      [this.widest(this.rounds) + this.em(2 * SPACE), width - this.widest(labels) - this.em(2 * SPACE)],
    );
    const grid = this.part('kb-axis');
    this.y = this.em(AXIS);
    for (const group of this.groups) {
      this.group(group, width);
    }
    const height = Math.ceil(this.y);
    grid
      .attr('transform', `translate(0,${this.em(AXIS) - this.em(0.3)})`)
      .call(axisTop(this.x).offset(0).tickValues(TICKS).tickSize(-(height - this.em(AXIS))).tickPadding(this.em(0.3)));
    this.svg.attr('height', height).attr('viewBox', `0 0 ${width} ${height}`);
  }

  private group(group: Group, width: number): void {
    const part = this.part('kb-plot-group');
    part
      .append('rect')
      .attr('class', 'kb-behind')
      .attr('y', this.y)
      .attr('width', width)
      .attr('height', this.em(HEADING));
    const name = part
      .append('text')
      .attr('class', 'kb-plot-name')
      .attr('y', this.y + this.em(1.2))
      .text(group.name);
    const first = this.y + this.em(HEADING);
    if (group.lines.some((line) => line.mark)) {
      this.municipality(part, group.lines, first, name.node()?.getComputedTextLength() ?? 0);
    }
    group.lines.forEach((line, place) => this.line(part, line, first + this.em(LINE) * (place + 0.5)));
    this.y = first + this.em(LINE) * group.lines.length + this.em(GAP);
  }

  /** A quiet line through the municipality's means, named where it first stands. */
  private municipality(part: Part, lines: Line[], top: number, taken: number): void {
    const points = lines.flatMap((line, place): [number, number][] =>
      line.municipality === undefined
        ? []
        : [0, 1].map((end) => [this.x(line.municipality as number), top + this.em(LINE) * (place + end)]),
    );
    const start = points[0];
    if (!start) {
      return;
    }
    part.append('path').attr('class', 'kb-whole').attr('d', path()(points));
    if (this.svg.select('.kb-whole-name').empty()) {
      const label = part
        .append('text')
        .attr('class', 'kb-whole-name')
        .attr('y', top - this.em(0.6))
        .attr('text-anchor', 'middle')
        .text(this.figure.dataset['municipality'] ?? '');
      const half = (label.node()?.getComputedTextLength() ?? 0) / 2;
      label.attr('x', Math.max(Math.min(start[0], this.place.clientWidth - half), taken + this.em(SPACE) + half));
    }
  }

  private line(part: Part, line: Line, y: number): void {
    const row = part.append('g').attr('class', 'kb-plot-line').attr('transform', `translate(0,${y})`);
    const letters = this.em(0.35);
    row.append('text').attr('class', 'kb-plot-round').attr('y', letters).text(line.round);
    const mark = line.mark;
    if (mark) {
      row.append('line').attr('class', 'kb-whisker').attr('x1', this.x(mark.low)).attr('x2', this.x(mark.high));
      const age = this.rounds.length - 1 - this.rounds.indexOf(line.round);
      const shape = SHAPES[Math.min(SHAPES.length - 1, age)] ?? symbolCircle;
      row
        .append('path')
        .attr('class', age === 0 ? 'kb-mark kb-newest' : 'kb-mark')
        .attr('d', symbol(shape, this.em(0.65) ** 2)())
        .attr('transform', `translate(${this.x(mark.mean)},0)`);
      const label = this.x(100) + this.em(SPACE);
      row.append('text').attr('class', 'kb-value').attr('x', label).attr('y', letters).text(mark.label);
    } else {
      this.missing(row, line, letters);
    }
  }

  private missing(row: Part, line: Line, letters: number): void {
    const size = this.em(1);
    if (line.lock) {
      row
        .append('svg')
        .attr('class', 'kb-plot-lock')
        .attr('x', this.x(0))
        .attr('y', -size / 2)
        .attr('width', size)
        .attr('height', size)
        .append('use')
        .attr('href', line.lock.getAttribute('href'));
    }
    row
      .append('text')
      .attr('class', 'kb-plot-missing')
      .attr('x', this.x(0) + (line.lock ? size * 1.4 : 0))
      .attr('y', letters)
      .text(line.missing);
  }

  private part(name: string): Part {
    return this.svg.append('g').attr('class', name);
  }

  private em(letters: number): number {
    return letters * this.letter;
  }

  private widest(words: string[]): number {
    const sample = this.svg.append('text');
    const widths = words.map((word) => sample.text(word).node()?.getComputedTextLength() ?? 0);
    sample.remove();
    return Math.max(0, ...widths);
  }
}
