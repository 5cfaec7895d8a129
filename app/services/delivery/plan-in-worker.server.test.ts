import { expect, test } from 'vitest'
import { searchingPlanner } from '#app/domain/delivery/searching-planner.ts'
import { verifyPlan } from '#app/domain/delivery/verify-plan.ts'
import { aVan, aWave, cityDrops } from '#tests/support/delivery-problems.ts'
import { planInWorker } from './plan-in-worker.server.ts'

const vans = (count: number) => Array.from({ length: count }, (_, index) => aVan(`van-${index}`))

test('a large wave is planned in its own thread: the process goes on, hears how far it is, and gets the same plan', async () => {
  const problem = aWave(cityDrops(50), vans(3))
  const heard: number[] = []
  let beats = 0
  const beating = setInterval(() => beats++, 10)
  const plan = await planInWorker(problem, { progress: ({ part }) => heard.push(part) })
  clearInterval(beating)
  expect(beats).toBeGreaterThan(2)
  expect(heard.length).toBeGreaterThan(2)
  expect(heard).toEqual([...heard].sort((a, b) => a - b))
  expect(plan).toEqual(searchingPlanner.plan(problem))
  expect(verifyPlan(problem, plan)).toEqual([])
})

test('a search that is stopped answers with the best plan so far', async () => {
  const problem = aWave(cityDrops(200), vans(8))
  const stop = new AbortController()
  setTimeout(() => stop.abort(), 100)
  const plan = await planInWorker(problem, { seconds: 600, stop: stop.signal })
  expect(verifyPlan(problem, plan)).toEqual([])
  expect(plan.unserved).toEqual([])
})

test('a planning that is called off ends with the reason', async () => {
  const stop = new AbortController()
  const planning = planInWorker(aWave(cityDrops(200), vans(8)), { signal: stop.signal })
  stop.abort(new Error('the dispatcher stopped it'))
  await expect(planning).rejects.toThrow('the dispatcher stopped it')
})

test('a wave nobody can plan fails in words, not in silence', async () => {
  const [first] = cityDrops(1)
  await expect(planInWorker(aWave([...cityDrops(60), first!], vans(2)))).rejects.toThrow('two drops share an id')
})
