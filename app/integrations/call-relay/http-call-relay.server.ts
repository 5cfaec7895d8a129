import { z } from 'zod'
import { IntegrationError } from '#app/integrations/integration-error.ts'
import type { CallRelay, RelayParties } from './call-relay.ts'

type Settings = { url: string; token: string; timeoutMs?: number }

/** Digits as one dials them, with an extension after a comma at the most. */
const Answer = z.object({ number: z.string().regex(/^\+?\d{5,15}(,\d{1,8})?$/) })

/**
 * A relay over HTTP, by our own small contract (docs/call-relay.md): `POST` of `{ reference, parties: [{ role, phone }], expiresAt }`
 * is answered with `{ number }`. A number that is one of the parties' own is nonsense: it would tell what it should hide. Errors
 * name the relay only, never a number.
 */
export const httpCallRelay = ({ url, token, timeoutMs = 3000 }: Settings): CallRelay => ({
  async numberFor({ reference, parties, expiresAt }) {
    const body = JSON.stringify({
      reference,
      parties: [
        { role: 'driver', phone: parties.driver },
        { role: 'customer', phone: parties.customer },
      ],
      expiresAt: expiresAt.toISOString(),
    })
    const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` }
    const signal = AbortSignal.timeout(timeoutMs)
    const response = await fetch(url, { method: 'POST', headers, body, signal, redirect: 'error' }).catch(() => {
      throw new IntegrationError('call-relay', true)
    })
    if (!response.ok) throw new IntegrationError('call-relay', response.status >= 500 || response.status === 429)
    const answer = Answer.safeParse(await response.json().catch(() => null))
    if (!answer.success || isOwn(answer.data.number, parties)) throw new IntegrationError('call-relay', false)
    return answer.data.number
  },
})

const digitsOf = (number: string) => number.replace(/,.*$/, '').replace(/\D/g, '')
const isOwn = (number: string, parties: RelayParties) =>
  [parties.driver, parties.customer].some((own) => digitsOf(own).slice(-8) === digitsOf(number).slice(-8))

/** None unless `CALL_RELAY_URL` and `CALL_RELAY_TOKEN` are set. */
export function openCallRelay({
  CALL_RELAY_URL: url,
  CALL_RELAY_TOKEN: token,
}: Readonly<Record<string, string | undefined>>): CallRelay | null {
  return url && token ? httpCallRelay({ url, token }) : null
}
