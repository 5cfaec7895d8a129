import type { MessageSender } from '#app/integrations/messages/message-sender.ts'
import { openMessages, pushKeys } from '#app/integrations/messages/open-messages.server.ts'
import { log } from './log.server.ts'

let opened: MessageSender | undefined

/** The process's one way to write to people. */
export const messages = (): MessageSender => {
  opened ??= openMessages({ env: process.env, log })
  return opened
}

/** What a browser needs to ask to be told; null where no push keys are set up. */
export const pushPublicKey = (): string | null => pushKeys(process.env)?.publicKey ?? null
