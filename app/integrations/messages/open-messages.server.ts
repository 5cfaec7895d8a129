import { httpSms } from './http-sms.server.ts'
import { logMessages } from './log-messages.ts'
import type { MessageSender } from './message-sender.ts'
import { smtpMail } from './smtp-mail.server.ts'
import { type PushKeys, webPushSender } from './web-push.server.ts'

type Settings = { env: NodeJS.ProcessEnv; log: Parameters<typeof logMessages>[0] }

/** Mail goes by SMTP and text messages through a gateway where one is given, else to the log; browsers are told where there are keys. */
export function openMessages({ env, log }: Settings): MessageSender {
  const keys = pushKeys(env)
  return {
    ...logMessages(log),
    ...(env.SMTP_URL ? { sendMail: smtpMail(env.SMTP_URL, env.MAIL_FROM ?? 'Commonfield <no-reply@commonfield.example>') } : {}),
    ...(env.SMS_URL ? { sendSms: httpSms({ url: env.SMS_URL, token: env.SMS_TOKEN }) } : {}),
    ...(keys ? { sendPush: webPushSender(keys) } : {}),
  }
}

/** All three or none. */
export function pushKeys(env: NodeJS.ProcessEnv): PushKeys | null {
  const { VAPID_PUBLIC_KEY: publicKey, VAPID_PRIVATE_KEY: privateKey, VAPID_SUBJECT: subject } = env
  return publicKey && privateKey && subject ? { publicKey, privateKey, subject } : null
}
