/** Sends short messages and letters to people. Throws IntegrationError when the carrier does not take one. */
export type MessageSender = {
  /** @param phone mainland mobile number, 11 digits */
  sendSms(message: { phone: string; text: string; code?: string }): Promise<void>
  sendMail(message: { to: string; subject: string; text: string }): Promise<void>
}
