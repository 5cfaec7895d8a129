import type { Place } from '#app/domain/delivery/distance.ts'
import { wgsToGcj } from '#app/integrations/geocoder/gcj-to-wgs.ts'

/**
 * Opens Amap's navigation to a place when the driver taps it; nothing is asked of Amap before. `name` is shown there: a drop's code,
 * never a person's name. Amap reads longitude first, in GCJ-02 (Amap URI API, `navigation`).
 */
export function amapLink(place: Place, name: string): string {
  const { lat, lon } = wgsToGcj(place)
  const to = `${lon.toFixed(6)},${lat.toFixed(6)},${name}`
  return `https://uri.amap.com/navigation?${new URLSearchParams({ to, mode: 'car', coordinate: 'gaode', callnative: '1', src: 'commonfield' })}`
}
