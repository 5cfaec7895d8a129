import { formatFen } from '#app/i18n/format.ts'
import type { reserveMessages } from '#app/i18n/messages/reserve.ts'
import type { DecideClaimRefusal } from '#app/services/reserve/decide-claim.server.ts'
import type { MatchRefusal } from '#app/services/reserve/receive-match.server.ts'
import type { DecideShareRefusal } from '#app/services/surplus/decide-share.server.ts'
import type { ProposeShareRefusal } from '#app/services/surplus/propose-share.server.ts'

type Texts = (typeof reserveMessages)['en']

export type ReserveRefusal = DecideClaimRefusal | MatchRefusal | { code: 'unknown_farm' }
export type SurplusRefusal = DecideShareRefusal | ProposeShareRefusal | { code: 'known_reference' }

export function sayReserveRefusal(refusal: ReserveRefusal, t: Texts): string {
  switch (refusal.code) {
    case 'known_reference':
      return t.knownReference
    case 'more_than_due':
      return t.moreThanDue(formatFen(refusal.dueFen))
    case 'unknown_farm':
      return t.unknownFarm
    case 'unknown_claim':
      return t.unknownClaim
    case 'already_decided':
      return t.alreadyDecided
    case 'same_person':
      return t.samePerson
    case 'over_reserve':
      return t.overReserve(formatFen(refusal.reserveFen))
  }
}

export function saySurplusRefusal(refusal: SurplusRefusal, t: Texts): string {
  switch (refusal.code) {
    case 'known_reference':
      return t.knownReference
    case 'wrong_basis':
      return t.wrongBasis
    case 'nobody':
      return t.nobody
    case 'more_than_fund':
      return t.moreThanFund(formatFen(refusal.fundFen))
    case 'shares_moved':
      return t.sharesMoved
    case 'unknown_share':
      return t.unknownShare
    case 'already_decided':
      return t.alreadyDecided
    case 'same_person':
      return t.samePerson
  }
}
