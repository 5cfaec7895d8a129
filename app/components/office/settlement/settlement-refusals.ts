import { formatFen } from '#app/i18n/format.ts'
import type { settlementMessages } from '#app/i18n/messages/settlement.ts'

type Texts = (typeof settlementMessages)['en']

/** Everything that settling and paying may refuse, with what it tells. */
export type SettlementRefusal =
  | {
      code:
        | 'not_a_week'
        | 'period_not_over'
        | 'already_approved'
        | 'unknown_settlement'
        | 'not_in_review'
        | 'same_person'
        | 'nothing_to_pay'
        | 'still_under_way'
        | 'no_longer_owed'
        | 'no_account'
        | 'nothing_to_file'
        | 'file_missing'
        | 'too_large'
        | 'not_an_answer'
        | 'unknown_batch'
        | 'already_answered'
        | 'under_way'
        | 'nothing_to_reverse'
        | 'unknown_write_off'
        | 'not_an_amount'
    }
  | { code: 'earlier_open' | 'later_made'; period: string }
  | { code: 'books_moved'; parties: readonly string[] }
  | { code: 'cover_short'; shortFen: number }
  | { code: 'owes_less'; owedFen: number }
  | { code: 'unknown_row' | 'changed_amount' | 'duplicate_row' | 'unclear_outcome'; row: number; payoutId: string }
  | { code: 'missing_row'; payoutId: string }

/** Why not, in a sentence; `nameOf` says what a party is called. */
export function settlementRefusalText(t: Texts, refusal: SettlementRefusal, nameOf = (partyId: string) => partyId): string {
  switch (refusal.code) {
    case 'earlier_open':
    case 'later_made':
      return t[refusal.code](refusal.period)
    case 'books_moved':
      return t.books_moved(refusal.parties.map(nameOf).join(' · '))
    case 'cover_short':
      return t.cover_short(formatFen(refusal.shortFen))
    case 'owes_less':
      return t.owes_less(formatFen(refusal.owedFen))
    case 'unknown_row':
    case 'changed_amount':
    case 'duplicate_row':
    case 'unclear_outcome':
      return t[refusal.code](refusal.row, refusal.payoutId)
    case 'missing_row':
      return t.missing_row(refusal.payoutId)
    default:
      return t[refusal.code]
  }
}
