import path from 'node:path'
import { webhookEventTypes } from '#app/integrations/stripe/describe-stripe.ts'
import type { PaymentProcessor } from '#app/integrations/stripe/processor.ts'
import { createSandbox, type Sandbox } from '#app/integrations/stripe/sandbox/create-sandbox.server.ts'
import { stripeProcessor } from '#app/integrations/stripe/stripe-processor.server.ts'
import { findDemoPayments } from '#db/queries/demo/payments.server.ts'
import { dataFolder } from './data-folder.server.ts'
import { keptSecret } from './kept-secret.server.ts'
import { log } from './log.server.ts'
import { openedDatabase, publicUrl } from './runtime.server.ts'

const sandboxKey = 'sk_test_sandbox'

const webhookSecret = () => process.env.STRIPE_WEBHOOK_SECRET ?? keptSecret(dataFolder(), 'webhook-secret')

let opened: PaymentProcessor | undefined

/** Stripe with `STRIPE_SECRET_KEY`, else the sandbox: in this process, or where `SANDBOX_URL` says another one serves it. */
export function processor(): PaymentProcessor {
  if (opened) return opened
  const secretKey = process.env.STRIPE_SECRET_KEY
  const sandbox = new URL(process.env.SANDBOX_URL ?? `http://127.0.0.1:${process.env.PORT ?? 3000}`)
  opened = stripeProcessor(
    secretKey
      ? { secretKey, webhookSecret: webhookSecret() }
      : { secretKey: sandboxKey, webhookSecret: webhookSecret(), sandbox: { host: sandbox.hostname, port: Number(sandbox.port) } },
  )
  return opened
}

/** The local payment sandbox, unless real keys are configured or another process serves it. */
export function openSandbox(port: number): Sandbox | null {
  if (process.env.STRIPE_SECRET_KEY || process.env.SANDBOX_URL) return null
  return createSandbox({
    file: path.join(dataFolder(), 'sandbox.db'),
    publicUrl,
    webhookUrl: `http://127.0.0.1:${port}/webhooks/stripe`,
    webhookSecret: webhookSecret(),
    webhookEvents: webhookEventTypes,
    apiKey: sandboxKey,
    report: (error) => log.error({ err: error }, 'payment sandbox'),
  })
}

/** The sandbox learns what the demo's customers paid before it was there, so that it can refund and dispute that too. */
export const importDemoPayments = async (sandbox: Sandbox): Promise<number> =>
  sandbox.importPayments(await findDemoPayments(openedDatabase().reader))
