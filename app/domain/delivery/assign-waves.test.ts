import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, businessDay } from '#app/domain/business-day.ts'
import { assignWaves, type FarmLines, type OpenWave } from './assign-waves.ts'

const now = new Date('2026-03-02T10:00:00+08:00')
const wave = (id: string, deliversOn: string, over: Partial<OpenWave> = {}): OpenWave => ({
  id,
  deliversOn,
  cutoffAt: new Date(`${addDays(deliversOn, -1)}T18:00:00+08:00`),
  closed: false,
  remainingDrops: 100,
  ...over,
})
const farm = (farmId: string, leadDays: number): FarmLines => ({ farmId, lineIds: [`${farmId}-line`], leadDays })
const tuesday = wave('tue', '2026-03-03')
const friday = wave('fri', '2026-03-06')
const nextTuesday = wave('tue2', '2026-03-10')
const week = [friday, nextTuesday, tuesday]

test('what can ride in the chosen wave does, and what needs longer follows in the first wave it can reach', () => {
  expect(assignWaves([farm('WJ', 1), farm('HL', 2), farm('LX', 0), farm('FQ', 5)], week, 'tue', now)).toEqual({
    ok: true,
    value: [
      { waveId: 'tue', deliversOn: '2026-03-03', farmIds: ['WJ', 'LX'], lineIds: ['WJ-line', 'LX-line'] },
      { waveId: 'fri', deliversOn: '2026-03-06', farmIds: ['HL'], lineIds: ['HL-line'] },
      { waveId: 'tue2', deliversOn: '2026-03-10', farmIds: ['FQ'], lineIds: ['FQ-line'] },
    ],
  })
})

test('what is harvested later rides later, and its farm is in both waves', () => {
  const ahead = { ...farm('WJ', 1), lineIds: ['ahead'], notBeforeOn: '2026-03-05' }
  expect(assignWaves([farm('WJ', 1), ahead], week, 'tue', now)).toMatchObject({
    value: [
      { waveId: 'tue', farmIds: ['WJ'], lineIds: ['WJ-line'] },
      { waveId: 'fri', farmIds: ['WJ'], lineIds: ['ahead'] },
    ],
  })
})

test('a later wave may be chosen while an earlier one is still open, and nothing rides before it', () => {
  expect(assignWaves([farm('WJ', 1)], week, 'fri', now)).toMatchObject({ ok: true, value: [{ waveId: 'fri' }] })
})

test('a wave takes orders until its cut-off, not at it', () => {
  const justBefore = new Date(tuesday.cutoffAt.getTime() - 1)
  expect(assignWaves([farm('WJ', 1)], week, 'tue', justBefore).ok).toBe(true)
  const refused = { ok: false, refusal: { code: 'wave_closed', waveId: 'tue' } }
  expect(assignWaves([farm('WJ', 1)], week, 'tue', tuesday.cutoffAt)).toEqual(refused)
  expect(assignWaves([farm('WJ', 1)], [{ ...tuesday, closed: true }, friday], 'tue', now)).toEqual(refused)
  expect(assignWaves([farm('WJ', 1)], [friday], 'tue', now)).toEqual(refused)
})

test('a full wave is refused, not silently exchanged for a later day', () => {
  const refused = { ok: false, refusal: { code: 'wave_full', waveId: 'tue' } }
  expect(assignWaves([farm('WJ', 1)], [{ ...tuesday, remainingDrops: 0 }, friday], 'tue', now)).toEqual(refused)
})

test('the last place in a wave holds a whole basket, however many farms it comes from', () => {
  expect(assignWaves([farm('WJ', 1), farm('LX', 1)], [{ ...tuesday, remainingDrops: 1 }], 'tue', now).ok).toBe(true)
})

test('goods that ride later anyway pass over a full wave', () => {
  const full = { ...friday, remainingDrops: 0 }
  const assigned = assignWaves([farm('HL', 2)], [tuesday, full, nextTuesday], 'tue', now)
  expect(assigned).toMatchObject({ ok: true, value: [{ waveId: 'tue2' }] })
})

test('lead days are counted in Shanghai days: late on Sunday in London it is Monday here', () => {
  const mondayMorning = new Date('2026-03-01T16:00:00Z')
  expect(assignWaves([farm('HL', 2)], week, 'tue', mondayMorning)).toMatchObject({ ok: true, value: [{ waveId: 'fri' }] })
  const sundayNight = new Date('2026-03-01T15:59:59Z')
  expect(assignWaves([farm('HL', 2)], week, 'tue', sundayNight)).toMatchObject({ ok: true, value: [{ waveId: 'tue' }] })
})

test('a farm that no wave leaves time for is named', () => {
  expect(assignWaves([farm('WJ', 1), farm('FQ', 30)], week, 'tue', now)).toEqual({
    ok: false,
    refusal: { code: 'no_wave_for_farm', farmId: 'FQ' },
  })
})

test('nothing is ever put in a wave past its cut-off, closed, too early for its farm, before the chosen one or over its room', () => {
  const waves = fc
    .array(
      fc.record({
        inDays: fc.integer({ min: -2, max: 12 }),
        cutoffHours: fc.integer({ min: 0, max: 60 }),
        closed: fc.boolean(),
        remainingDrops: fc.nat({ max: 2 }),
      }),
      { minLength: 1, maxLength: 8 },
    )
    .map((all) =>
      all.map(({ inDays, cutoffHours, closed, remainingDrops }, index): OpenWave => {
        const deliversOn = addDays(businessDay(now), inDays)
        const cutoffAt = new Date(Date.parse(`${deliversOn}T08:00:00+08:00`) - cutoffHours * 3_600_000)
        return { id: `w${index}`, deliversOn, cutoffAt, closed, remainingDrops }
      }),
    )
  const farms = fc
    .array(fc.nat({ max: 6 }), { minLength: 1, maxLength: 5 })
    .map((all) => all.map((leadDays, index) => farm(`F${index}`, leadDays)))
  fc.assert(
    fc.property(waves, farms, (openWaves, basket) => {
      const assigned = assignWaves(basket, openWaves, 'w0', now)
      if (!assigned.ok) return
      expect(assigned.value.flatMap(({ lineIds }) => lineIds).sort()).toEqual(basket.flatMap(({ lineIds }) => lineIds).sort())
      for (const group of assigned.value) {
        const into = openWaves.find(({ id }) => id === group.waveId)
        expect(into?.closed).toBe(false)
        expect(into?.cutoffAt.getTime()).toBeGreaterThan(now.getTime())
        expect(group.deliversOn >= (openWaves[0]?.deliversOn ?? '')).toBe(true)
        expect(into?.remainingDrops).toBeGreaterThan(0)
        for (const { farmId, leadDays } of basket) {
          if (group.farmIds.includes(farmId)) expect(group.deliversOn >= addDays(businessDay(now), leadDays)).toBe(true)
        }
      }
    }),
    { numRuns: 500 },
  )
})
