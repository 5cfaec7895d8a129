import { type Fen, fen, shareFen } from '#app/domain/money/fen.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { Reductions } from './reduce-lines.ts'

const wholeBp = 10_000

export type Promotion = {
  id: string
  /** typed at checkout, upper case; null applies by itself */
  code: string | null
  nameZh: string
  nameEn: string
  fundedBy: 'producers' | 'alliance'
  /** either an amount or a rate of the goods */
  amountFen: Fen | null
  rateBp: number | null
  fromGoodsFen: Fen
  startsAt: Date
  endsAt: Date | null
  usesLeft: number | null
  stoppedAt: Date | null
}

/** Why a code that was typed brings nothing. */
export type CodeRefusal =
  | { code: 'coupon_unknown' }
  | { code: 'coupon_not_begun'; startsAt: Date }
  | { code: 'coupon_ended' }
  | { code: 'coupon_used_up' }
  | { code: 'coupon_below_minimum'; fromGoodsFen: Fen }

const codeRefusals: ReadonlySet<string> = new Set([
  'coupon_unknown',
  'coupon_not_begun',
  'coupon_ended',
  'coupon_used_up',
  'coupon_below_minimum',
] satisfies CodeRefusal['code'][])

/** Refused at the code's field, not for the order as a whole. */
export const isCodeRefusal = <Refusal extends { code: string }>(refusal: Refusal): refusal is Extract<Refusal, CodeRefusal> =>
  codeRefusals.has(refusal.code)

/** What a promotion takes off an order. */
export type AppliedPromotion = { promotion: Promotion; offFen: Fen }
export type ChosenPromotions = { discount: AppliedPromotion | null; coupon: AppliedPromotion | null }

/** What they take off in all, by who pays for it. */
export const reductionsOf = ({ discount, coupon }: ChosenPromotions): Reductions => ({
  discountFen: discount?.offFen ?? fen(0),
  couponFen: coupon?.offFen ?? fen(0),
})

/** As a code is kept: case and spaces make no difference. */
export const writtenCode = (typed: string): string => typed.normalize('NFKC').replace(/\s/g, '').toUpperCase()

type Question = { promotions: readonly Promotion[]; code: string | null; goodsFen: Fen; now: Date }

/**
 * What is off an order: at most one discount funded by its producers and one coupon funded by the alliance. The code that was
 * typed takes the place of its kind; otherwise the running one that takes most off, of equals the older. A discount is
 * never more than the goods, a coupon never more than what the discount leaves; rates round down.
 * @param promotions those that run by themselves, and the one of `code`
 */
export function choosePromotions({ promotions, code, goodsFen, now }: Question): Result<ChosenPromotions, CodeRefusal> {
  const typed = code === null ? undefined : promotions.find((promotion) => promotion.code === code)
  if (code !== null && !typed) return refuse({ code: 'coupon_unknown' })
  const refused = typed && whyNot(typed, goodsFen, now)
  if (refused) return refuse(refused)
  const running = promotions
    .filter((promotion) => promotion.code === null && whyNot(promotion, goodsFen, now) === null)
    .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime() || (a.id < b.id ? -1 : 1))
  const choose = (fundedBy: Promotion['fundedBy'], ofFen: Fen): AppliedPromotion | null => {
    const candidates = typed?.fundedBy === fundedBy ? [typed] : running.filter((promotion) => promotion.fundedBy === fundedBy)
    const applied = candidates.map((promotion) => ({ promotion, offFen: offOf(promotion, ofFen) }))
    const most = applied.reduce<AppliedPromotion | null>((best, one) => (best && best.offFen >= one.offFen ? best : one), null)
    return most && most.offFen > 0 ? most : null
  }
  const discount = choose('producers', goodsFen)
  return accept({ discount, coupon: choose('alliance', fen(goodsFen - (discount?.offFen ?? 0))) })
}

function whyNot({ startsAt, endsAt, stoppedAt, usesLeft, fromGoodsFen }: Promotion, goodsFen: Fen, now: Date): CodeRefusal | null {
  if (stoppedAt !== null || (endsAt !== null && endsAt <= now)) return { code: 'coupon_ended' }
  if (startsAt > now) return { code: 'coupon_not_begun', startsAt }
  if (usesLeft === 0) return { code: 'coupon_used_up' }
  return goodsFen < fromGoodsFen ? { code: 'coupon_below_minimum', fromGoodsFen } : null
}

const offOf = ({ amountFen, rateBp }: Promotion, ofFen: Fen): Fen =>
  amountFen === null ? shareFen(ofFen, rateBp ?? 0, wholeBp) : fen(Math.min(amountFen, ofFen))
