import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Marked, marksOf, type Registration, type Standing } from './marks-of.ts'

const today = '2026-11-22'
const lemon: Marked = { farmId: 'farm_ay', crop: 'lemon', originZh: '四川资阳安岳', giCode: 'ANYUE-LEMON' }
const registered: Registration = {
  giCode: 'ANYUE-LEMON',
  farmId: 'farm_ay',
  crop: 'lemon',
  originZh: '四川资阳安岳',
  fromOn: '2026-01-01',
  untilOn: null,
}
const standing: Standing = { licensed: true, licensedUntilOn: null }
const marks = (product: Partial<Marked>, change: Partial<Registration> = {}, held: Standing | null = standing) =>
  marksOf({ product: { ...lemon, ...product }, standing: held, registrations: [{ ...registered, ...change }] }, today)

test('a registered product of a licensed farm bears seal, mark and indication', () => {
  expect(marks({})).toEqual({ seal: true, farm: true, indication: true })
  expect(marks({ originZh: '四川资阳安岳石羊' }).indication).toBe(true)
})

test('the seal goes with the licence: the last day counts, the day after does not', () => {
  expect(marks({}, {}, { licensed: true, licensedUntilOn: today }).seal).toBe(true)
  expect(marks({}, {}, { licensed: true, licensedUntilOn: '2026-11-21' })).toMatchObject({ seal: false, farm: true })
  expect(marks({}, {}, { licensed: false, licensedUntilOn: null }).seal).toBe(false)
})

test('an indication is shown for this farm, this crop, this origin and these days only', () => {
  const not = [marks({ farmId: 'farm_xc' }), marks({ crop: 'mandarin' }), marks({ crop: null }), marks({ originZh: '四川成都金堂' })]
  const neither = [marks({}, { fromOn: '2026-11-23' }), marks({}, { untilOn: '2026-11-21' }), marks({ giCode: null })]
  const another = marks({}, { giCode: 'JINTANG-ORANGE' })
  for (const found of [...not, ...neither, another]) expect(found.indication).toBe(false)
})

test('an alliance product is under the seal alone', () => {
  expect(marks({ farmId: null }, {}, null)).toEqual({ seal: true, farm: false, indication: false })
})

test('no registration at all, no indication, whatever a listing says', () => {
  const said = fc.record({
    farmId: fc.option(fc.string()),
    crop: fc.option(fc.string()),
    originZh: fc.string(),
    giCode: fc.option(fc.string()),
  })
  fc.assert(fc.property(said, (product) => !marksOf({ product, standing, registrations: [] }, today).indication))
})
