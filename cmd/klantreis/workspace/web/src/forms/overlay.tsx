// What lies over a picture that can be clicked: dragging and the buttons that do the same.
import type { Part } from '../api';

// MapOverlay is drawn over an SVG, in a box of exactly its size on the screen: a place of the part at x is at
// x*scale pixels. The buttons of the places are below it (class spot, data-spot = index in part.places);
// root holds both, for listeners.
export function MapOverlay(_: { part: Part; scale: number; root: HTMLElement }) { return null; }
