import { z } from 'zod'
import type { DeliveryDrop, RunOutline } from '#app/domain/delivery/plan.ts'
import { IntegrationError } from '#app/integrations/integration-error.ts'
import type { OutsidePlanner } from './outside-planner.ts'
import { poseForVroom } from './pose-for-vroom.ts'

const PATIENCE_MS = 60_000
/** A vehicle that comes back to load again is asked about again, at most so often. */
const ROUNDS = 4

const Step = z.object({ type: z.string(), id: z.int().optional(), arrival: z.number() })
const Answer = z.object({
  code: z.literal(0),
  routes: z.array(z.object({ vehicle: z.int(), steps: z.array(Step) })),
  unassigned: z.array(z.object({ id: z.int() })),
})

/**
 * A VROOM server (vroom-express) as the planner. VROOM makes one route for a vehicle: what it leaves over is asked again with the
 * vehicles from when they are back, until nothing more is placed.
 */
export function vroomPlanner(url: string, { ask = fetch }: { ask?: typeof fetch } = {}): OutsidePlanner {
  return {
    name: 'vroom',
    async plan(problem) {
      const runs: RunOutline[] = []
      const freeFromS = problem.vehicles.map(({ shift }) => shift.fromS)
      let left: readonly DeliveryDrop[] = problem.drops.filter(({ excluded }) => !excluded)
      for (let round = 1; round <= ROUNDS && left.length > 0; round++) {
        const request = poseForVroom(problem, left, freeFromS)
        if (request.vehicles.length === 0) break
        const { routes } = await answerTo(request)
        const placed = new Set<string>()
        for (const { vehicle, steps } of routes) {
          const details = problem.vehicles[vehicle]
          const visited = steps.flatMap(({ type, id }) => (type === 'job' ? [left[id ?? -1]] : []))
          if (!details || !visited.every((drop) => drop !== undefined)) throw new IntegrationError('vroom', false)
          for (const drop of visited) {
            if (placed.has(drop.id)) throw new IntegrationError('vroom', false)
            placed.add(drop.id)
          }
          if (visited.length > 0) runs.push({ vehicleId: details.id, dropIds: visited.map(({ id }) => id) })
          const ended = steps.at(-1)?.arrival ?? Number.POSITIVE_INFINITY
          freeFromS[vehicle] = details.maxRuns === 1 ? Number.POSITIVE_INFINITY : Math.ceil(ended)
        }
        if (placed.size === 0) break
        left = left.filter(({ id }) => !placed.has(id))
      }
      return runs
    },
  }

  async function answerTo(request: object) {
    let body: unknown
    try {
      const response = await ask(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(request),
        signal: AbortSignal.timeout(PATIENCE_MS),
      })
      body = await response.json()
    } catch (cause) {
      throw new IntegrationError('vroom', true, { cause })
    }
    const parsed = Answer.safeParse(body)
    if (!parsed.success) throw new IntegrationError('vroom', false, { cause: parsed.error })
    return parsed.data
  }
}
