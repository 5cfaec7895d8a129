export type WebhookPost = { url: string; body: string; headers: Record<string, string>; signal: AbortSignal }

const TIMEOUT_MS = 10_000

/**
 * Posts one webhook over a kept-alive connection and waits for the answer's status; a redirect is not followed.
 * @throws when nobody answers within ten seconds
 */
export async function postWebhook({ url, body, headers, signal }: WebhookPost): Promise<number> {
  const response = await fetch(url, {
    method: 'POST',
    body,
    headers,
    redirect: 'manual',
    signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
  })
  await response.arrayBuffer()
  return response.status
}
