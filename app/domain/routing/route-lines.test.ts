import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type DeliveryDayOf, type LotOnHand, routeLines, type WantedLine } from './route-lines.ts'

const today = new Set(['hill', 'brook'])
const days: DeliveryDayOf = (farmId, notBeforeOn) => (today.has(farmId) ? (notBeforeOn ?? '2026-11-24') : undefined)
const lot = (id: string, farmId: string, available: number, bestBeforeOn = '2026-11-30', variantId = 'eggs'): LotOnHand => ({
  id,
  farmId,
  variantId,
  available,
  harvestedOn: '2026-11-20',
  bestBeforeOn,
})
const eggs = (quantity: number, farmId: string | null = null): WantedLine => ({ variantId: 'eggs', farmId, quantity })

test('a farm product comes from its own farm, what spoils first going first', () => {
  const lots = [lot('late', 'hill', 5, '2026-12-05'), lot('early', 'hill', 2), lot('other', 'brook', 9, '2026-11-25')]
  expect(routeLines([eggs(3, 'hill')], lots, days)).toEqual({
    ok: true,
    value: [
      {
        variantId: 'eggs',
        notBeforeOn: null,
        farmId: 'hill',
        quantity: 3,
        lots: [
          { lotId: 'early', quantity: 2 },
          { lotId: 'late', quantity: 1 },
        ],
      },
    ],
  })
})

test('goods that would spoil before their delivery are not sold', () => {
  expect(routeLines([eggs(1, 'hill')], [lot('old', 'hill', 5, '2026-11-23')], days)).toEqual({
    ok: false,
    refusal: { code: 'not_enough', variantId: 'eggs', available: 0 },
  })
})

test('an alliance product joins the parcel of a farm that is packing anyway', () => {
  const lots = [lot('h', 'hill', 9, '2026-11-25'), lot('b', 'brook', 9), lot('greens', 'brook', 9, '2026-11-30', 'greens')]
  const routed = routeLines([eggs(2), { variantId: 'greens', farmId: 'brook', quantity: 1 }], lots, days)
  expect(routed.ok && routed.value.map((part) => part.farmId)).toEqual(['brook', 'brook'])
})

test('an alliance product is split among farms only when none can fill it alone', () => {
  const lots = [lot('h', 'hill', 3), lot('b', 'brook', 4)]
  const routed = routeLines([eggs(6)], lots, days)
  expect(routed.ok && routed.value.map((part) => [part.farmId, part.quantity])).toEqual([
    ['brook', 4],
    ['hill', 2],
  ])
})

test('two lines of one variant do not share the same box', () => {
  expect(routeLines([eggs(2, 'hill'), eggs(2, 'hill')], [lot('h', 'hill', 3)], days)).toMatchObject({
    ok: false,
    refusal: { available: 1 },
  })
})

test('what is sold ahead comes from the harvest of its day, and what is wanted at once never waits for it', () => {
  const lots = [lot('now', 'hill', 2), { ...lot('ahead', 'hill', 9, '2026-12-20'), harvestedOn: '2026-12-04', forecast: true }]
  expect(routeLines([eggs(3, 'hill')], lots, days)).toMatchObject({ ok: false, refusal: { available: 2 } })
  const both = routeLines([eggs(2, 'hill'), { ...eggs(5, 'hill'), notBeforeOn: '2026-12-05' }], lots, days)
  expect(both.ok && both.value.map((part) => [part.notBeforeOn, part.lots[0]?.lotId, part.quantity])).toEqual([
    [null, 'now', 2],
    ['2026-12-05', 'ahead', 5],
  ])
})

test('whoever buys ahead gets that harvest, not what is left of an older one', () => {
  const kept = lot('kept', 'hill', 9, '2026-12-20')
  expect(routeLines([{ ...eggs(1, 'hill'), notBeforeOn: '2026-12-05' }], [kept], days)).toMatchObject({
    ok: false,
    refusal: { available: 0 },
  })
})

test('a harvest expected after the day of delivery fills nothing of that day', () => {
  const late = { ...lot('late', 'hill', 9, '2026-12-20'), harvestedOn: '2026-12-10', forecast: true }
  const routed = (day: string) => routeLines([{ ...eggs(1, 'hill'), notBeforeOn: day }], [late], days)
  expect(routed('2026-12-09')).toMatchObject({ ok: false, refusal: { code: 'not_enough', available: 0 } })
  expect(routed('2026-12-10')).toMatchObject({ ok: true })
})

test('every line is filled exactly, no lot is overdrawn, every part is from one farm', () => {
  const variant = fc.constantFrom('eggs', 'rice')
  const farm = fc.constantFrom('hill', 'brook')
  const someLots = fc.array(fc.record({ farmId: farm, variantId: variant, available: fc.nat(9) }), { maxLength: 8 })
  const someLines = fc.array(fc.record({ variantId: variant, farmId: fc.option(farm), quantity: fc.integer({ min: 1, max: 9 }) }), {
    maxLength: 5,
  })
  fc.assert(
    fc.property(someLines, someLots, (lines, bare) => {
      const lots = bare.map((b, index) => ({ ...b, id: `lot${index}`, harvestedOn: '2026-11-20', bestBeforeOn: '2026-11-30' }))
      const routed = routeLines(lines, lots, days)
      if (!routed.ok) return
      const taken = new Map<string, number>()
      for (const part of routed.value) {
        expect(part.lots.reduce((sum, l) => sum + l.quantity, 0)).toBe(part.quantity)
        for (const { lotId, quantity } of part.lots) {
          taken.set(lotId, (taken.get(lotId) ?? 0) + quantity)
          expect(lots.find((l) => l.id === lotId)).toMatchObject({ farmId: part.farmId, variantId: part.variantId })
        }
      }
      for (const l of lots) expect(taken.get(l.id) ?? 0).toBeLessThanOrEqual(l.available)
      const wanted = lines.reduce((sum, line) => sum + line.quantity, 0)
      expect(routed.value.reduce((sum, part) => sum + part.quantity, 0)).toBe(wanted)
    }),
  )
})
