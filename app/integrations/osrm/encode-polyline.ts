import type { Place } from '#app/domain/delivery/distance.ts'

/** Google's encoded polyline with five decimals, as OSRM takes coordinates: a fifth of the length of plain ones. */
export function encodePolyline(places: readonly Place[]): string {
  let lat = 0
  let lon = 0
  return places
    .map((place) => {
      const [nextLat, nextLon] = [Math.round(place.lat * 1e5), Math.round(place.lon * 1e5)]
      const encoded = encodeSigned(nextLat - lat) + encodeSigned(nextLon - lon)
      lat = nextLat
      lon = nextLon
      return encoded
    })
    .join('')
}

/** Five bits to a character, the lowest first, the sign in the first bit. */
function encodeSigned(value: number): string {
  let left = value < 0 ? ~(value << 1) : value << 1
  let encoded = ''
  while (left >= 0x20) {
    encoded += String.fromCharCode((0x20 | (left & 0x1f)) + 63)
    left >>>= 5
  }
  return encoded + String.fromCharCode(left + 63)
}
