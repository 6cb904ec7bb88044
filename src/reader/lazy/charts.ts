// The part of the reader that draws charts: a file of its own, loaded when the first one is shown.
export { Axis } from '../timeline/axis';
export { drawChart } from '../figures/drawChart';
export { chartSvg, chartPng } from '../figures/exportChart';
