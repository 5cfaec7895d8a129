import type { MessageSender } from './message-sender.ts'

type Log = { info(details: Record<string, unknown>, message: string): void }

/**
 * The carrier of a demo, and of whoever has no other: that a message was sent is written to the log. A newcomer finds the
 * sign-in code there, and the link of a mail that carries one. Nothing personal is: no number, no address, no text.
 */
export const logMessages = (log: Log): MessageSender => ({
  async sendSms({ code }) {
    log.info(code ? { code } : {}, 'text message')
  },
  async sendMail({ subject, link }) {
    log.info({ subject, ...(link ? { link } : {}) }, 'mail')
  },
})
