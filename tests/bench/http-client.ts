import { Agent, request } from 'node:http'

export type Answer = { status: number; location: string | null; refresh: boolean; body: string; cookies: string[] }

const agent = new Agent({ keepAlive: true, maxSockets: 64 })

/** One HTTP exchange over a kept connection; redirects are not followed. `form` makes it a POST from our own page. */
export function exchange(url: string, { form, cookie }: { form?: Record<string, string>; cookie?: string } = {}): Promise<Answer> {
  const { origin } = new URL(url)
  const body = form && new URLSearchParams(form).toString()
  return new Promise((resolve, reject) => {
    const outgoing = request(
      url,
      {
        agent,
        method: body === undefined ? 'GET' : 'POST',
        headers: {
          Accept: 'text/html',
          ...(cookie ? { Cookie: cookie } : {}),
          ...(body === undefined
            ? {}
            : { Origin: origin, 'Content-Type': 'application/x-www-form-urlencoded', 'Content-Length': Buffer.byteLength(body) }),
        },
      },
      (incoming) => {
        let text = ''
        incoming.setEncoding('utf8')
        incoming.on('data', (chunk: string) => {
          text += chunk
        })
        incoming.on('error', reject)
        incoming.on('end', () =>
          resolve({
            status: incoming.statusCode ?? 0,
            location: incoming.headers.location ?? null,
            refresh: incoming.headers.refresh !== undefined,
            body: text,
            cookies: (incoming.headers['set-cookie'] ?? []).map((line) => line.split(';', 1)[0]!),
          }),
        )
      },
    )
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}

/** A browser's jar: the last cookie of each name. */
export class Jar {
  private readonly kept = new Map<string, string>()
  keep({ cookies }: Answer) {
    for (const cookie of cookies) this.kept.set(cookie.split('=', 1)[0]!, cookie)
  }
  header = () => [...this.kept.values()].join('; ')
}
