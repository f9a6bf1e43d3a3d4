// Draws what the tables of a page tell. A table stands for itself: without this script nothing is missing but the drawing.
import { dotWhisker } from './charts/dot-whisker';
import { heatMap } from './charts/heat-map';

document.querySelectorAll<HTMLElement>('[data-dot-whisker]').forEach(dotWhisker);
document.querySelectorAll<HTMLElement>('[data-heat-map]').forEach(heatMap);
