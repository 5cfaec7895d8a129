import { expect, test } from 'vitest'
import { streetStyle } from './street-style.ts'

const colours = { ground: '#1', paper: '#2', ink2: '#3', leafTint: '#4', indigoTint: '#5', rule: '#6', control: '#7' }
const styled = (layers: string[]) => streetStyle({ isVector: true, layers }, colours, 'pmtiles://tiles')
const drawn = (layers: string[]) => styled(layers).layers.map(({ id }) => id)

test('the layers of Protomaps and of OpenMapTiles are known by name, names without a font are left out', () => {
  expect(drawn(['earth', 'water', 'roads', 'buildings', 'pois', 'places'])).toEqual([
    'background',
    'earth-fill',
    'water-fill',
    'water-line',
    'buildings-fill',
    'roads-line',
  ])
  expect(drawn(['landcover', 'waterway', 'building', 'transportation', 'poi'])).toContain('transportation-line')
})

test('a schema nobody knows is drawn in thin lines, pictures as they are', () => {
  expect(drawn(['strassen'])).toEqual(['background', 'strassen-line'])
  expect(streetStyle({ isVector: false, layers: [] }, colours, 'pmtiles://tiles').layers.map(({ type }) => type)).toEqual([
    'background',
    'raster',
  ])
})

test('nothing in a style leads outside', () => {
  const style = styled(['roads', 'unknown'])
  expect(style.glyphs).toBeUndefined()
  expect(style.sprite).toBeUndefined()
  expect(JSON.stringify(style)).not.toMatch(/https?:/)
})
