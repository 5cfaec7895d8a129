/** Who is to be connected: neither learns the other's number. E.164 or as the party gave it. */
export type RelayParties = { driver: string; customer: string }

export type RelayCall = {
  /** ours, for the relay's own bill; the same reference is the same call */
  reference: string
  parties: RelayParties
  /** the relay may give the number to somebody else after that */
  expiresAt: Date
}

/** Connects two people under a number of its own. */
export type CallRelay = {
  /** @returns the number both may call @throws {IntegrationError} when it cannot be asked, or answers nonsense */
  numberFor(call: RelayCall): Promise<string>
}
