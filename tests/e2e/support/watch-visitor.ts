import type { BrowserContext } from '@playwright/test'

/** What a visitor's browser complained about, and every request that would have left the machine. */
export class Watch {
  readonly complaints = new Set<string>()
  readonly #expected: RegExp[] = []
  readonly #origin: string

  constructor(context: BrowserContext, origin: string) {
    this.#origin = origin
    context.on('request', (request) => {
      const { protocol, origin: asked } = new URL(request.url())
      if (protocol.startsWith('http') && asked !== this.#origin) this.complaints.add(`a request left the machine: ${request.url()}`)
    })
    context.on('console', (message) => {
      const { url } = message.location()
      if (message.type() === 'error' && !url.endsWith('/favicon.ico')) this.complaints.add(`console: ${message.text()} (${url})`)
    })
    context.on('weberror', (webError) => this.complaints.add(`script on ${webError.page()?.url()}: ${webError.error().message}`))
  }

  /** A refusal the journey provokes on purpose, which the browser notes as an error. */
  expect(complaint: RegExp) {
    this.#expected.push(complaint)
  }

  unexpected() {
    return [...this.complaints].filter((complaint) => !this.#expected.some((expected) => expected.test(complaint)))
  }
}
