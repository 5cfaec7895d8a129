import { createHash } from 'node:crypto'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { PushListener } from '#app/integrations/messages/message-sender.ts'
import { isPushEndpoint } from '#app/integrations/messages/push-endpoint.ts'
import type { Database } from '#db/client.server.ts'
import * as push from '#db/queries/account/push.server.ts'

/** So many browsers a customer is told in. */
const mostBrowsers = 10
const idOf = (endpoint: string) => `psh_${createHash('sha256').update(endpoint).digest('base64url')}`

/** A browser wants to be told; once, however often it asks. */
export function listenInBrowser(
  { transact }: Pick<Database, 'transact'>,
  { customerId, listener, now }: { customerId: string; listener: PushListener; now: Date },
): Promise<Result<null, { code: 'too_many' | 'not_a_push_service' }>> {
  return transact(async (tx) => {
    if (!isPushEndpoint(listener.endpoint)) return refuse({ code: 'not_a_push_service' })
    if ((await push.countListeners(tx, customerId)) >= mostBrowsers) return refuse({ code: 'too_many' })
    await push.keepListener(tx, { id: idOf(listener.endpoint), customerId, ...listener, createdAt: now })
    return accept(null)
  })
}

/** This browser, or with null every one, is told nothing any more. */
export const stopListening = (
  { transact }: Pick<Database, 'transact'>,
  { customerId, endpoint }: { customerId: string; endpoint: string | null },
): Promise<unknown> =>
  transact((tx) => (endpoint === null ? push.dropListenersOf(tx, customerId) : push.dropListener(tx, { id: idOf(endpoint), customerId })))
