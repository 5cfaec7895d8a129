import { lookup as lookUp } from 'node:dns'
import { Agent } from 'node:https'
import type { LookupFunction } from 'node:net'
import webPush from 'web-push'
import { IntegrationError } from '#app/integrations/integration-error.ts'
import type { MessageSender } from './message-sender.ts'
import { isPublicAddress, isPushEndpoint } from './push-endpoint.ts'

/** VAPID: who we are to the browsers' makers. `subject` is a mailto: or https: address of ours. */
export type PushKeys = { publicKey: string; privateKey: string; subject: string }

/** How long a push service keeps a message for a browser that is not there. */
const keptS = 12 * 3600

/** The name is looked up when it is called, so that it cannot lead elsewhere a moment later. */
const outwards: LookupFunction = (hostname, options, done) =>
  lookUp(hostname, { ...options, all: true }, (error, found) => {
    const first = found?.find(({ address }) => isPublicAddress(address))
    if (error || !first) return done(error ?? new Error('the name leads nowhere outside'), '', 4)
    if (options.all) return done(null, [first])
    done(null, first.address, first.family)
  })

/** Tells browsers through their makers' push services, encrypted for each (RFC 8291). */
export function webPushSender(keys: PushKeys): NonNullable<MessageSender['sendPush']> {
  const agent = new Agent({ lookup: outwards, keepAlive: false })
  return async ({ endpoint, p256dh, auth }, message) => {
    if (!isPushEndpoint(endpoint)) return 'gone'
    try {
      const options = { vapidDetails: keys, TTL: keptS, timeout: 5000, agent }
      await webPush.sendNotification({ endpoint, keys: { p256dh, auth } }, JSON.stringify(message), options)
      return 'taken'
    } catch (cause) {
      const { statusCode } = cause as { statusCode?: number }
      if (statusCode === 404 || statusCode === 410) return 'gone'
      throw new IntegrationError('push', statusCode === undefined || statusCode >= 500 || statusCode === 429, { cause })
    }
  }
}
