import { createTransport } from 'nodemailer'
import { IntegrationError } from '#app/integrations/integration-error.ts'
import type { MessageSender } from './message-sender.ts'

/** Transient SMTP replies are 4xx; without a reply the line was down. Both are worth trying again, 5xx is not. */
const isRetryable = (error: unknown) => {
  const { responseCode } = error as { responseCode?: number }
  return responseCode === undefined || responseCode < 500
}

/** Mail through a server of ours (`smtps://user:password@host`). */
export function smtpMail(url: string, from: string): MessageSender['sendMail'] {
  const transport = createTransport(url, { from, disableFileAccess: true, disableUrlAccess: true })
  return async ({ to, subject, text }) => {
    try {
      await transport.sendMail({ to, subject, text })
    } catch (cause) {
      throw new IntegrationError('smtp', isRetryable(cause), { cause })
    }
  }
}
