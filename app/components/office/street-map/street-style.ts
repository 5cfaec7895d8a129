import type { LayerSpecification, StyleSpecification } from 'maplibre-gl'

/** Our tokens, as they are in the theme that is shown. */
export type StreetColours = Record<'ground' | 'paper' | 'ink2' | 'leafTint' | 'indigoTint' | 'rule' | 'control', string>
export type TileFacts = { isVector: boolean; layers: readonly string[] }

const source = 'streets'
/** What Protomaps and OpenMapTiles call the parts of a map, in the order they are drawn. */
const grounds = ['earth']
const greens = ['landcover', 'landuse', 'park']
const waters = ['water', 'waterway']
const houses = ['buildings', 'building']
const roads = ['roads', 'transportation']
const borders = ['boundaries', 'boundary']
/** Points with names: there are no glyphs here, so nothing is written. */
const unseen = ['places', 'place', 'pois', 'poi', 'water_name', 'transportation_name', 'mountain_peak', 'housenumber', 'aerodrome_label']

/**
 * A quiet street map in our own colours: ground, green, water, houses, roads. Layers of a schema we do not know are drawn as thin
 * lines; pictures as they are. Nothing in it leads outside: no fonts, no sprites, tiles by `tileUrl` alone.
 */
export function streetStyle({ isVector, layers }: TileFacts, colours: StreetColours, tileUrl: string): StyleSpecification {
  const background: LayerSpecification = { id: 'background', type: 'background', paint: { 'background-color': colours.ground } }
  if (!isVector) {
    const raster = { type: 'raster' as const, url: tileUrl, tileSize: 256 }
    return { version: 8, sources: { [source]: raster }, layers: [background, { id: source, type: 'raster', source }] }
  }
  const there = (names: readonly string[]) => names.filter((name) => layers.includes(name))
  const known = new Set([...grounds, ...greens, ...waters, ...houses, ...roads, ...borders, ...unseen])
  const filled = (names: readonly string[], colour: string) => there(names).map((name) => fill(name, colour))
  return {
    version: 8,
    sources: { [source]: { type: 'vector', url: tileUrl } },
    layers: [
      background,
      ...filled(grounds, colours.paper),
      ...filled(greens, colours.leafTint),
      ...filled(waters, colours.indigoTint),
      ...there(waters).map((name) => line(name, colours.indigoTint, 1.5)),
      ...filled(houses, colours.rule),
      ...there(roads).map((name) => line(name, colours.control, 1.2)),
      ...there(borders).map((name) => line(name, colours.ink2, 0.6)),
      ...layers.filter((name) => !known.has(name)).map((name) => line(name, colours.control, 0.6)),
    ],
  }
}

const fill = (name: string, colour: string): LayerSpecification => ({
  id: `${name}-fill`,
  type: 'fill',
  source,
  'source-layer': name,
  filter: ['==', ['geometry-type'], 'Polygon'],
  paint: { 'fill-color': colour },
})
const line = (name: string, colour: string, width: number): LayerSpecification => ({
  id: `${name}-line`,
  type: 'line',
  source,
  'source-layer': name,
  filter: ['==', ['geometry-type'], 'LineString'],
  paint: { 'line-color': colour, 'line-width': ['interpolate', ['exponential', 1.4], ['zoom'], 9, width / 2, 16, width * 5] },
})
