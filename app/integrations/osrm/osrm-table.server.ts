import { z } from 'zod'
import type { Place } from '#app/domain/delivery/distance.ts'
import { haversineM } from '#app/domain/delivery/distance.ts'
import { IntegrationError } from '#app/integrations/integration-error.ts'
import { encodePolyline } from './encode-polyline.ts'
import type { TravelLeg, TravelTable } from './travel-table.ts'

/** A table service takes 100 places a call as it is delivered (`TooBig` beyond): half to come from, half to go to. */
const HALF_A_CALL = 50
const PATIENCE_MS = 15_000
/** Nobody drives faster, and no road is shorter than three quarters of the straight line: the rest is places pulled to a road. */
const FASTEST_KMH = 150
const SHORTEST_PART = 0.75
const NEAR_M = 500

const Matrix = z.array(z.array(z.number().nullable()))

/** What the service says when it has an answer; anything else (`TooBig`, `NoTable`, a page of HTML) is none. */
const Answer = z.object({ code: z.literal('Ok'), durations: Matrix, distances: Matrix })

/** OSRM's `table` service over HTTP, asked tile by tile. */
export function osrmTable(
  url: string,
  { profile = 'driving', tile = HALF_A_CALL, ask = fetch }: { profile?: string; tile?: number; ask?: typeof fetch } = {},
): TravelTable {
  return {
    profile: `osrm:${profile}`,
    async measure(from, to) {
      const rows: (TravelLeg | null)[][] = from.map(() => [])
      for (let row = 0; row < from.length; row += tile) {
        for (let column = 0; column < to.length; column += tile) {
          const measured = await measureTile(from.slice(row, row + tile), to.slice(column, column + tile))
          for (const [index, cells] of measured.entries()) rows[row + index]!.push(...cells)
        }
      }
      return rows
    },
  }

  async function measureTile(from: readonly Place[], to: readonly Place[]): Promise<(TravelLeg | null)[][]> {
    const path = encodeURIComponent(`polyline(${encodePolyline([...from, ...to])})`)
    const sources = from.map((_, index) => index).join(';')
    const destinations = to.map((_, index) => from.length + index).join(';')
    const query = `annotations=duration,distance&sources=${sources}&destinations=${destinations}`
    const answer = await answerOf(`${url.replace(/\/$/, '')}/table/v1/${profile}/${path}?${query}`)
    const isWhole = (matrix: readonly (readonly unknown[])[]) =>
      matrix.length === from.length && matrix.every((row) => row.length === to.length)
    if (!isWhole(answer.durations) || !isWhole(answer.distances)) throw new IntegrationError('osrm', false)
    return from.map((start, row) =>
      to.map((end, column) => believable(start, end, answer.distances[row]?.[column] ?? null, answer.durations[row]?.[column] ?? null)),
    )
  }

  async function answerOf(address: string) {
    let body: unknown
    try {
      const response = await ask(address, { signal: AbortSignal.timeout(PATIENCE_MS) })
      body = await response.json()
    } catch (cause) {
      throw new IntegrationError('osrm', true, { cause })
    }
    const parsed = Answer.safeParse(body)
    if (!parsed.success) throw new IntegrationError('osrm', false, { cause: parsed.error })
    return parsed.data
  }
}

/** What the engine says of one leg, if it can be. */
function believable(from: Place, to: Place, distanceM: number | null, durationS: number | null): TravelLeg | null {
  if (distanceM === null || durationS === null || distanceM < 0 || durationS < 0) return null
  const straightM = haversineM(from, to)
  const isTooShort = distanceM < straightM * SHORTEST_PART - NEAR_M
  const isTooFast = durationS * FASTEST_KMH * 1000 < (distanceM - NEAR_M) * 3600
  return isTooShort || isTooFast ? null : { distanceM: Math.round(distanceM), durationS: Math.ceil(durationS) }
}
