import { logMessages } from './log-messages.ts'
import type { MessageSender } from './message-sender.ts'
import { smtpMail } from './smtp-mail.server.ts'

type Settings = { smtpUrl: string | undefined; mailFrom: string | undefined; log: Parameters<typeof logMessages>[0] }

/** Mail goes by SMTP where a server is given; text messages have no carrier yet but the log. */
export function openMessages({ smtpUrl, mailFrom, log }: Settings): MessageSender {
  const logged = logMessages(log)
  if (!smtpUrl) return logged
  return { ...logged, sendMail: smtpMail(smtpUrl, mailFrom ?? 'Commonfield <no-reply@commonfield.example>') }
}
