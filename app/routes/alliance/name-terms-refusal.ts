import type { agreementMessages } from '#app/i18n/messages/agreements.ts'
import type { AgreementField } from '#app/schemas/agreement.ts'
import type { ProposeRefusal } from '#app/services/agreements/propose-terms.server.ts'

type Texts = (typeof agreementMessages)['en']

/** A refused proposal as the field it is about and the sentence that says why. */
export function fieldOfRefusal(refusal: ProposeRefusal, t: Texts): { field: AgreementField; text: string } {
  switch (refusal.code) {
    case 'negative':
      return { field: refusal.field, text: t.negative }
    case 'over_whole':
      return { field: refusal.field, text: t.overWhole }
    case 'over_whole_together':
      return { field: 'serviceBp', text: t.overWholeTogether(`${refusal.sumBp / 100}%`) }
    case 'floor_without_premium':
      return { field: 'premiumShareBp', text: t.floorWithoutPremium }
    case 'premium_without_floor':
      return { field: 'floorFenPerKg', text: t.premiumWithoutFloor }
    case 'back_dated':
      return { field: 'startsOn', text: t.backDated }
    case 'ends_before_it_begins':
      return { field: 'endsOn', text: t.endsBefore }
    case 'unknown_producer':
      return { field: 'producerId', text: t.unknownProducer }
    case 'unknown_product':
      return { field: 'productCode', text: t.unknownProduct }
    case 'unknown_category':
      return { field: 'category', text: t.unknownCategory }
    case 'scope_contradicts':
      return { field: 'productCode', text: t.scopeContradicts }
    case 'overlapping':
      return { field: 'startsOn', text: t.overlapping }
  }
}
