import { defineMessages } from '../define-messages.ts'

/** What a card says of a size that is sold ahead of its harvest: few words, for every shelf. */
export const aheadMarkMessages = defineMessages(
  { chip: (day: string) => `预售 · ${day}起采收` },
  { chip: (day: string) => `Pre-sale · harvest from ${day}` },
)
