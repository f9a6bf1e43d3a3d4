// Draws what the tables of a page tell. A table stands for itself: without this script nothing is missing but the drawing.
import { dotWhisker } from './charts/dot-whisker';

for (const figure of document.querySelectorAll<HTMLElement>('[data-dot-whisker]')) {
  dotWhisker(figure);
}
