import maplibre from 'maplibre-gl/dist/maplibre-gl-csp.js'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-csp-worker.js?url'
import 'maplibre-gl/dist/maplibre-gl.css'
import { PMTiles, Protocol, TileType } from 'pmtiles'
import type { WaveMapProps } from '../waves/wave-map.tsx'
import { type StreetColours, streetStyle } from './street-style.ts'

type Drawn = Pick<WaveMapProps, 'hub' | 'runs' | 'unserved'>
const tilesPath = '/alliance/map-tiles'
const runTokens = ['--leaf', '--indigo', '--pepper', '--ink-2']
const dashes = [[1], [4, 2], [1, 2], [6, 2, 1, 2]]

/** Draws a wave's runs on the office's own street map, into `box`. Loaded only when somebody asks for it. @returns ends it */
export async function drawStreetMap(box: HTMLElement, { hub, runs, unserved }: Drawn): Promise<() => void> {
  const url = `${location.origin}${tilesPath}`
  const archive = new PMTiles(url)
  const [header, metadata] = await Promise.all([archive.getHeader(), archive.getMetadata()])
  const protocol = new Protocol()
  protocol.add(archive)
  maplibre.setWorkerUrl(workerUrl)
  maplibre.addProtocol('pmtiles', protocol.tile)
  const bounds = new maplibre.LngLatBounds()
  for (const { lon, lat } of [hub, ...unserved, ...runs.flatMap(({ stops }) => stops)]) bounds.extend([lon, lat])
  const facts = { isVector: header.tileType === TileType.Mvt, layers: layersOf(metadata) }
  const map = new maplibre.Map({
    container: box,
    style: streetStyle(facts, colours(), `pmtiles://${url}`),
    bounds,
    fitBoundsOptions: { padding: 40, maxZoom: 15 },
    attributionControl: false,
    cooperativeGestures: false,
  })
  map.addControl(new maplibre.NavigationControl({ showCompass: false }))
  map.on('load', () => {
    for (const { number, stops } of runs) {
      const id = `run-${number}`
      const way = [hub, ...stops, hub].map(({ lon, lat }) => [lon, lat])
      map.addSource(id, { type: 'geojson', data: { type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates: way } } })
      const look = (number - 1) % runTokens.length
      map.addLayer({
        id,
        type: 'line',
        source: id,
        paint: { 'line-color': token(runTokens[look]!), 'line-width': 3, 'line-dasharray': dashes[look]! },
      })
    }
  })
  const mark = (text: string, name: string, { lon, lat }: { lon: number; lat: number }) => {
    const element = document.createElement('span')
    element.textContent = text
    element.className = name
    new maplibre.Marker({ element }).setLngLat([lon, lat]).addTo(map)
  }
  const stopLook = 'rounded-sm border-2 border-ink bg-paper px-1 text-sm font-semibold text-ink'
  for (const { number, stops } of runs) for (const stop of stops) mark(`${number}·${stop.position}`, stopLook, stop)
  for (const place of unserved) mark('✕', 'rounded-sm border-2 border-pepper bg-paper px-1 text-sm font-semibold text-pepper', place)
  mark('⌂', 'rounded-sm border-2 border-on-rape bg-rape px-1 font-semibold text-on-rape', hub)
  return () => {
    map.remove()
    maplibre.removeProtocol('pmtiles')
  }
}

const token = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name).trim()
const colours = (): StreetColours => ({
  ground: token('--ground'),
  paper: token('--paper'),
  ink2: token('--ink-2'),
  leafTint: token('--leaf-tint'),
  indigoTint: token('--indigo-tint'),
  rule: token('--rule'),
  control: token('--control'),
})

function layersOf(metadata: unknown): string[] {
  const listed = typeof metadata === 'object' && metadata !== null && 'vector_layers' in metadata ? metadata.vector_layers : []
  return Array.isArray(listed) ? listed.flatMap((layer) => (typeof layer?.id === 'string' ? [layer.id as string] : [])) : []
}
