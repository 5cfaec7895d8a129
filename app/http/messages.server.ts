import type { MessageSender } from '#app/integrations/messages/message-sender.ts'
import { openMessages } from '#app/integrations/messages/open-messages.server.ts'
import { log } from './log.server.ts'

let opened: MessageSender | undefined

/** The process's one way to write to people. */
export const messages = (): MessageSender => {
  opened ??= openMessages({ smtpUrl: process.env.SMTP_URL, mailFrom: process.env.MAIL_FROM, log })
  return opened
}
