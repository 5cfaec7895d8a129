import type { agreementMessages } from '#app/i18n/messages/agreements.ts'

type Texts = (typeof agreementMessages)['en']

/** Why a proposal cannot be agreed on or withdrawn, in words. */
export const decisionRefusals = {
  unknown_terms: (t: Texts) => t.unknownTerms,
  not_proposed: (t: Texts) => t.notProposed,
  same_person: (t: Texts) => t.samePerson,
  producer_agrees: (t: Texts) => t.producerAgrees,
  back_dated: (t: Texts) => t.tooLate,
}
export type DecisionRefusal = keyof typeof decisionRefusals
