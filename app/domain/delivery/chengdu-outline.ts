import type { Place } from './distance.ts'
import type { Ring } from './zone.ts'

/**
 * A schematic outline of Chengdu for orientation on a delivery map, drawn by hand for this project: circles for the ring roads
 * and a few bends for the rivers. It is no survey and nothing is measured on it.
 */
export type MapLine = { readonly key: string; readonly name: { readonly zh: string; readonly en: string }; readonly line: Ring }

export const CITY_CENTRE: Place = { lat: 30.66, lon: 104.065 }

const METRES_PER_DEGREE = 111_195

/** Closed line of `sides + 1` points about a place, beginning due east. */
export function circleAbout(centre: Place, radiusM: number, sides: number): Ring {
  const lonMetres = METRES_PER_DEGREE * Math.cos((centre.lat * Math.PI) / 180)
  const point = (index: number) => {
    const turn = (2 * Math.PI * (index % sides)) / sides
    const lon = centre.lon + (radiusM * Math.cos(turn)) / lonMetres
    const lat = centre.lat + (radiusM * Math.sin(turn)) / METRES_PER_DEGREE
    return [Math.round(lon * 1e5) / 1e5, Math.round(lat * 1e5) / 1e5] as const
  }
  return Array.from({ length: sides + 1 }, (_, index) => point(index))
}

/** Radii of circles about as long as the roads. */
export const ringRoads: readonly MapLine[] = [
  { key: 'ring-1', name: { zh: '一环路', en: '1st Ring Road' }, line: circleAbout(CITY_CENTRE, 3_100, 48) },
  { key: 'ring-2', name: { zh: '二环路', en: '2nd Ring Road' }, line: circleAbout(CITY_CENTRE, 4_500, 48) },
  { key: 'ring-3', name: { zh: '三环路', en: '3rd Ring Road' }, line: circleAbout(CITY_CENTRE, 8_100, 64) },
  { key: 'ring-4', name: { zh: '绕城高速', en: 'Ring Expressway' }, line: circleAbout(CITY_CENTRE, 13_500, 64) },
]

/** The Fuhe comes round the old town from the north, the Nanhe from the west; where they meet the Jinjiang begins. */
export const rivers: readonly MapLine[] = [
  {
    key: 'fuhe',
    name: { zh: '府河', en: 'Fuhe' },
    line: [
      [103.955, 30.778],
      [103.992, 30.742],
      [104.03, 30.712],
      [104.058, 30.692],
      [104.082, 30.684],
      [104.092, 30.672],
      [104.09, 30.658],
      [104.085, 30.646],
    ],
  },
  {
    key: 'nanhe',
    name: { zh: '南河', en: 'Nanhe' },
    line: [
      [103.97, 30.69],
      [104.005, 30.672],
      [104.032, 30.661],
      [104.048, 30.65],
      [104.066, 30.642],
      [104.085, 30.646],
    ],
  },
  {
    key: 'jinjiang',
    name: { zh: '锦江', en: 'Jinjiang' },
    line: [
      [104.085, 30.646],
      [104.096, 30.634],
      [104.094, 30.618],
      [104.082, 30.6],
      [104.074, 30.578],
      [104.066, 30.552],
      [104.058, 30.524],
      [104.056, 30.495],
    ],
  },
]
