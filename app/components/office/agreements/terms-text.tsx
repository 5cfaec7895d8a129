import { StatusMark } from '#app/components/ui/status-mark.tsx'
import { businessDay } from '#app/domain/business-day.ts'
import { CATEGORY_WORDS, type Category } from '#app/domain/catalog/product-sheet-words.ts'
import { formatFen, formatMoment } from '#app/i18n/format.ts'
import { agreementMessages } from '#app/i18n/messages/agreements.ts'
import { shopMessages } from '#app/i18n/messages/shop.ts'
import { useLocale, useMessages, usePick } from '#app/i18n/use-messages.ts'

export type ShownTerms = {
  id: string
  homeType: 'alliance' | 'farm' | 'leader'
  producerId: string
  category: string
  effectiveFrom: Date
  effectiveUntil: Date | null
  distributionBp: number
  leaderBp: number
  serviceBp: number
  brandBp: number
  reserveFenPerKg: number
  floorFenPerKg: number | null
  premiumShareBp: number | null
  status: 'proposed' | 'agreed' | 'withdrawn'
  proposedBy: string
  agreedBy: string
  agreedAt: Date | null
}
export type NamedTerms = {
  terms: ShownTerms
  producerZh: string | null
  producerEn: string | null
  productZh: string | null
  productEn: string | null
  proposer: string | null
  agreer: string | null
}

/** 250 → 2.5%. */
export const percent = (bp: number) => `${bp / 100}%`

const isCategory = (word: string): word is Category => Object.hasOwn(CATEGORY_WORDS, word)

/** Whose customers, and of what: the kind of shop, then what narrows it. */
export function TermsScopeText({ terms, producerZh, producerEn, productZh, productEn }: NamedTerms) {
  const t = useMessages(agreementMessages)
  const shop = useMessages(shopMessages)
  const pick = usePick()
  const narrowed = [
    producerZh && producerEn ? pick(producerZh, producerEn) : '',
    isCategory(terms.category) ? shop[terms.category] : '',
    productZh && productEn ? pick(productZh, productEn) : '',
  ].filter((part) => part !== '')
  return (
    <span className="block min-w-40">
      <span className="block font-semibold">{narrowed.length > 0 ? narrowed.join(' · ') : t.everything}</span>
      <span className="text-ink-2">{t[`home_${terms.homeType}`]}</span>
    </span>
  )
}

export function TermsRatesText({ terms }: Pick<NamedTerms, 'terms'>) {
  const t = useMessages(agreementMessages)
  const { floorFenPerKg, premiumShareBp } = terms
  return (
    <span className="block min-w-56">
      <span className="block">
        {t.shortRates(percent(terms.distributionBp), percent(terms.leaderBp), percent(terms.serviceBp), percent(terms.brandBp))}
      </span>
      <span className="block text-ink-2">{t.shortReserve(formatFen(terms.reserveFenPerKg))}</span>
      {floorFenPerKg === null ? null : (
        <span className="block text-ink-2">{t.shortFloor(formatFen(floorFenPerKg), percent(premiumShareBp ?? 0))}</span>
      )}
    </span>
  )
}

export function TermsSpanText({ terms }: Pick<NamedTerms, 'terms'>) {
  const t = useMessages(agreementMessages)
  const from = businessDay(new Date(terms.effectiveFrom))
  const until = terms.effectiveUntil === null ? null : businessDay(new Date(terms.effectiveUntil))
  return <span className="whitespace-nowrap">{until === null ? t.since(from) : t.span(from, until)}</span>
}

export function TermsState({ terms, now }: Pick<NamedTerms, 'terms'> & { now: number }) {
  const t = useMessages(agreementMessages)
  if (terms.status === 'withdrawn') return <StatusMark tone="bad">{t.withdrawn}</StatusMark>
  if (terms.status === 'proposed') return <StatusMark tone="waiting">{t.proposed}</StatusMark>
  if (new Date(terms.effectiveFrom).getTime() > now) return <StatusMark tone="moving">{t.begins}</StatusMark>
  const isOver = terms.effectiveUntil !== null && new Date(terms.effectiveUntil).getTime() <= now
  return <StatusMark tone={isOver ? 'waiting' : 'done'}>{isOver ? t.over : t.inForce}</StatusMark>
}

/** Who proposed and who agreed, when; the founding agreements say it in their own words. */
export function TermsPeople({ terms, proposer, agreer }: NamedTerms) {
  const t = useMessages(agreementMessages)
  const locale = useLocale()
  const agreed = agreer === null || terms.agreedAt === null ? terms.agreedBy : t.agreedBy(agreer, formatMoment(terms.agreedAt, locale))
  return (
    <span className="block min-w-40">
      <span className="block">{t.proposedBy(proposer ?? (terms.proposedBy === 'founding' ? t.founding : terms.proposedBy))}</span>
      {agreed === '' ? null : <span className="block text-ink-2">{agreed}</span>}
    </span>
  )
}
