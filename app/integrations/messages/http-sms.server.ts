import { IntegrationError } from '#app/integrations/integration-error.ts'
import type { MessageSender } from './message-sender.ts'

/**
 * Text messages through a gateway over HTTP: `POST {url}` with `Authorization: Bearer {token}` and the JSON
 * `{"phone":"13800138000","text":"…","code":"123456"}` (`code` only where one is sent, for gateways that want a template's value).
 * Any 2xx is taken; 429 and 5xx are tried again later, anything else is refused.
 */
export function httpSms({ url, token }: { url: string; token: string | undefined }): MessageSender['sendSms'] {
  return async ({ phone, text, code }) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...(token ? { Authorization: `Bearer ${token}` } : {}) },
      body: JSON.stringify({ phone, text, ...(code ? { code } : {}) }),
      redirect: 'error',
      signal: AbortSignal.timeout(5000),
    }).catch((cause) => {
      throw new IntegrationError('sms', true, { cause })
    })
    if (!response.ok) throw new IntegrationError('sms', response.status >= 500 || response.status === 429)
  }
}
