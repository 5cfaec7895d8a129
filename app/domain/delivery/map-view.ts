/** What of a drawing is seen: `zoom` times as large, about the point `x`, `y`, both parts of the whole from 0 to 1. */
export type MapView = { readonly zoom: number; readonly x: number; readonly y: number }

export const wholeMap: MapView = { zoom: 1, x: 0.5, y: 0.5 }
const LARGEST = 12

/** Never smaller than the whole, never beyond its edges. */
export function within({ zoom, x, y }: MapView): MapView {
  const kept = rounded(Math.min(LARGEST, Math.max(1, zoom)))
  const half = 0.5 / kept
  const inside = (value: number) => Math.min(1 - half, Math.max(half, value))
  return { zoom: kept, x: rounded(inside(x)), y: rounded(inside(y)) }
}

/** Larger or smaller by a factor, with the point `about` of the drawing where it was. */
export function zoomedBy(view: MapView, factor: number, about: { x: number; y: number } = view): MapView {
  const zoom = Math.min(LARGEST, Math.max(1, view.zoom * factor))
  const part = view.zoom / zoom
  return within({ zoom, x: about.x + (view.x - about.x) * part, y: about.y + (view.y - about.y) * part })
}

/** Moved by parts of what is seen: 0.25 is a quarter of the picture to the right, or down. */
export const movedBy = (view: MapView, right: number, down: number): MapView =>
  within({ ...view, x: view.x + right / view.zoom, y: view.y + down / view.zoom })

/** SVG's `viewBox` of a drawing of this size. */
export function viewBoxOf({ width, height }: { width: number; height: number }, view: MapView): string {
  const { zoom, x, y } = within(view)
  const [shownWidth, shownHeight] = [width / zoom, height / zoom]
  const edge = (middle: number, whole: number, shown: number) => Math.min(whole - shown, Math.max(0, middle * whole - shown / 2))
  return [edge(x, width, shownWidth), edge(y, height, shownHeight), shownWidth, shownHeight].map(rounded).join(' ')
}

const rounded = (value: number) => Math.round(value * 1000) / 1000
