import type { CallRelay } from '#app/integrations/call-relay/call-relay.ts'
import { IntegrationError } from '#app/integrations/integration-error.ts'
import type { Database } from '#db/connection.ts'
import { findUnconnected, putRelayNumber } from '#db/queries/network/relay-numbers.server.ts'

const atOnce = 20
/** A run that is late is still a run. */
const SLACK_MS = 4 * 3600_000

/**
 * The relay is asked for a number for every stop that is on the road, outside any transaction; each is kept until its run ends. One
 * that cannot be asked now, or answers nonsense, is asked again at the next round: until then the driver calls the office.
 * @returns how many stops were connected
 */
export async function connectStops(database: Database, relay: CallRelay, now: Date): Promise<number> {
  let connected = 0
  for (const { dropId, runId, driver, customer, departsAt, durationS } of await findUnconnected(database.reader, atOnce)) {
    const expiresAt = new Date(Math.max(now.getTime(), departsAt.getTime() + durationS * 1000) + SLACK_MS)
    const number = await relay.numberFor({ reference: dropId, parties: { driver, customer }, expiresAt }).catch((error: unknown) => {
      if (error instanceof IntegrationError) return error
      throw error
    })
    if (number instanceof IntegrationError && number.retryable) break
    if (number instanceof IntegrationError) continue
    await database.transact((tx) => putRelayNumber(tx, { dropId, runId, number, expiresAt }))
    connected++
  }
  return connected
}
