import { expect, test } from 'vitest'
import { haversineM } from '#app/domain/delivery/distance.ts'
import { gcjToWgs } from '#app/integrations/geocoder/gcj-to-wgs.ts'
import { amapLink } from './amap-link.server.ts'

test('Amap is led to the door by its own coordinates, longitude first, and learns the drop’s code alone', () => {
  const door = { lat: 30.65984, lon: 104.06333 }
  const link = new URL(amapLink(door, 'K7'))
  const [lon, lat, name] = link.searchParams.get('to')!.split(',')
  expect(name).toBe('K7')
  expect(haversineM(gcjToWgs({ lat: Number(lat), lon: Number(lon) }), door)).toBeLessThan(1)
  expect(haversineM({ lat: Number(lat), lon: Number(lon) }, door)).toBeGreaterThan(100)
})
