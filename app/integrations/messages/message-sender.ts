/** Where a browser that asked to be told listens (Web Push): an address at its maker's, and two keys only it can read with. */
export type PushListener = { endpoint: string; p256dh: string; auth: string }
/** What a browser shows; `path` is the page of ours it opens. */
export type PushMessage = { title: string; body: string; path: string }

/** Sends short messages and letters to people. Throws IntegrationError when the carrier does not take one. */
export type MessageSender = {
  /** @param phone mainland mobile number, 11 digits */
  sendSms(message: { phone: string; text: string; code?: string }): Promise<void>
  /** `link`: the one-time link the text carries, which a demo without mail writes to the log instead */
  sendMail(message: { to: string; subject: string; text: string; link?: string }): Promise<void>
  /** `gone`: nobody listens there any more. Absent where no push keys are set up */
  sendPush?(listener: PushListener, message: PushMessage): Promise<'taken' | 'gone'>
}
