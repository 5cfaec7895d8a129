import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Arrangement } from './arrangement.ts'
import { editArrangement, type PlanEdit } from './edit-arrangement.ts'
import { undoTarget } from './undo-target.ts'

const run = (vehicleId: string, ...dropIds: string[]) => ({ vehicleId, dropIds, locked: [], pinned: [] })
const two: Arrangement = { runs: [run('tan', 'a', 'b', 'c'), run('mu', 'd', 'e')], excluded: ['x'] }
const edited = (before: Arrangement, edit: PlanEdit) => {
  const after = editArrangement(before, edit)
  if (!after.ok) throw new Error(after.refusal.code)
  return after.value
}
const stopsOf = ({ runs }: Arrangement) => runs.map(({ dropIds }) => dropIds.join(''))

test('a stop is moved before another, to the end, or into a run of its own; a run without stops is gone', () => {
  expect(stopsOf(edited(two, { action: 'move', dropIds: ['a'], to: { run: 1, before: 'e' } }))).toEqual(['bc', 'dae'])
  expect(stopsOf(edited(two, { action: 'move', dropIds: ['a'], to: { run: 0, before: null } }))).toEqual(['bca', 'de'])
  expect(stopsOf(edited(two, { action: 'move', dropIds: ['d', 'e'], to: { run: 0, before: 'a' } }))).toEqual(['deabc'])
  expect(stopsOf(edited(two, { action: 'move', dropIds: ['e'], to: { run: null, vehicleId: 'mu' } }))).toEqual(['abc', 'd', 'e'])
})

test('what was left out may be brought again, and what is brought may be left out', () => {
  const out = edited(two, { action: 'exclude', dropIds: ['b'] })
  expect(out.excluded).toEqual(['x', 'b'])
  expect(stopsOf(out)).toEqual(['ac', 'de'])
  expect(edited(out, { action: 'include', dropIds: ['b'] }).excluded).toEqual(['x'])
  expect(edited(out, { action: 'move', dropIds: ['b'], to: { run: 1, before: null } })).toMatchObject({ excluded: ['x'] })
})

test('a locked stop stays with its vehicle until it is unlocked, a pinned one keeps its place', () => {
  const locked = edited(two, { action: 'lock', dropIds: ['b'], inPlace: true })
  const away: PlanEdit = { action: 'move', dropIds: ['b'], to: { run: 1, before: null } }
  expect(editArrangement(locked, away)).toEqual({ ok: false, refusal: { code: 'locked' } })
  expect(editArrangement(locked, { action: 'reorder', run: 0, dropIds: ['b', 'a', 'c'] })).toMatchObject({ refusal: { code: 'locked' } })
  expect(stopsOf(edited(locked, { action: 'move', dropIds: ['d'], to: { run: 0, before: 'a' } }))).toEqual(['abdc', 'e'])
  expect(stopsOf(edited(edited(locked, { action: 'unlock', dropIds: ['b'] }), away))).toEqual(['ac', 'deb'])
})

test('a van that has left keeps what is in it; its stops may still change places, the settled ones not', () => {
  const road = { leftRuns: [0], settled: ['a'] }
  const refusal = { refusal: { code: 'run_has_left' } }
  expect(editArrangement(two, { action: 'move', dropIds: ['c'], to: { run: 1, before: null } }, road)).toMatchObject(refusal)
  expect(editArrangement(two, { action: 'move', dropIds: ['d'], to: { run: 0, before: null } }, road)).toMatchObject(refusal)
  expect(editArrangement(two, { action: 'hand_over', run: 0, vehicleId: 'mu' }, road)).toMatchObject(refusal)
  expect(editArrangement(two, { action: 'reorder', run: 0, dropIds: ['b', 'a', 'c'] }, road)).toMatchObject(refusal)
  expect(editArrangement(two, { action: 'reorder', run: 0, dropIds: ['a', 'c', 'b'] }, road)).toMatchObject({ ok: true })
})

test('whatever is done, every stop stays in exactly one place', () => {
  const stops = ['a', 'b', 'c', 'd', 'e', 'x']
  const chosen = fc.uniqueArray(fc.constantFrom(...stops), { minLength: 1, maxLength: 3 })
  const edit: fc.Arbitrary<PlanEdit> = fc.oneof(
    fc.record({
      action: fc.constant('move' as const),
      dropIds: chosen,
      to: fc.oneof(
        fc.record({ run: fc.nat(2), before: fc.option(fc.constantFrom(...stops)) }),
        fc.record({ run: fc.constant(null), vehicleId: fc.constantFrom('tan', 'mu') }),
      ),
    }),
    fc.record({ action: fc.constantFrom('exclude' as const, 'unlock' as const), dropIds: chosen }),
    fc.record({ action: fc.constant('lock' as const), dropIds: chosen, inPlace: fc.boolean() }),
    fc.record({ action: fc.constant('hand_over' as const), run: fc.nat(2), vehicleId: fc.constantFrom('tan', 'mu') }),
    fc.record({ action: fc.constant('reorder' as const), run: fc.nat(2), dropIds: chosen }),
  )
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 12 }), (edits) => {
      const last = edits.reduce((before, each) => {
        const after = editArrangement(before, each)
        return after.ok ? after.value : before
      }, two)
      const found = [...last.runs.flatMap(({ dropIds }) => dropIds), ...last.excluded]
      expect([...found].sort()).toEqual(stops)
      expect(last.runs.every((each) => [...each.locked, ...each.pinned].every((id) => each.dropIds.includes(id)))).toBe(true)
    }),
  )
})

test('undo goes back step by step, over what was published, not behind a split', () => {
  const entry = (version: number, action = 'move', goesBackTo: number | null = null) => ({ version, action, goesBackTo })
  const history = [entry(1, 'plan'), entry(2), entry(3), entry(4, 'publish')]
  expect(undoTarget(history)).toBe(2)
  const once = [...history, entry(5, 'undo', 2)]
  expect(undoTarget(once)).toBe(1)
  expect(undoTarget([...once, entry(6)])).toBe(2)
  expect(undoTarget([...once, entry(6, 'undo', 1)])).toBe(null)
  expect(undoTarget([entry(1, 'plan'), entry(2, 'split')])).toBe(null)
  expect(undoTarget([])).toBe(null)
})
