import { ButtonLink } from '#app/components/ui/button.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { formatShortDay } from '#app/i18n/format.ts'
import { farmMessages } from '#app/i18n/messages/farm.ts'
import { useLocale, useMessages, usePick } from '#app/i18n/use-messages.ts'

type Named = { productId: string; productZh: string; productEn: string; sizeZh: string; sizeEn: string }
type Short = Named & { variantId: string; left: number }
type Spoiling = Named & { lotId: string; bestBeforeOn: string; available: number }

const mostShown = 6

/** What cannot wait: lots past their best, sizes sold out, lots that spoil soon, sizes running low. */
export function FarmStockAlerts({ short, spoiling, today }: { short: readonly Short[]; spoiling: readonly Spoiling[]; today: string }) {
  const t = useMessages(farmMessages)
  const locale = useLocale()
  const pick = usePick()
  const nameOf = (named: Named) => `${pick(named.productZh, named.productEn)} ${pick(named.sizeZh, named.sizeEn)}`
  const spoiled = (lot: Spoiling) => lot.bestBeforeOn < today
  const dayOf = (lot: Spoiling) => formatShortDay(lot.bestBeforeOn, locale)
  const alerts = [
    ...spoiling.filter(spoiled).map((lot) => ({ key: lot.lotId, text: t.spoiledAlert(nameOf(lot), lot.available, dayOf(lot)) })),
    ...short.filter(({ left }) => left === 0).map((size) => ({ key: size.variantId, text: t.soldOutAlert(nameOf(size)) })),
    ...spoiling
      .filter((lot) => !spoiled(lot))
      .map((lot) => ({ key: lot.lotId, text: t.spoilsAlert(nameOf(lot), lot.available, dayOf(lot)) })),
    ...short.filter(({ left }) => left > 0).map((size) => ({ key: size.variantId, text: t.lowAlert(nameOf(size), size.left) })),
  ]
  if (alerts.length === 0) return <Notice tone="good">{t.nothingWrong}</Notice>
  const rest = alerts.slice(mostShown)
  return (
    <Notice tone="warn" title={t.lookFirst}>
      <AlertList alerts={alerts.slice(0, mostShown)} />
      {rest.length > 0 ? (
        <details>
          <summary className="flex min-h-11 items-center underline">{t.moreAlerts(rest.length)}</summary>
          <AlertList alerts={rest} />
        </details>
      ) : null}
      <ButtonLink to="/farm/listings?show=listed" look="plain" className="mt-2">
        {t.toListings}
      </ButtonLink>
    </Notice>
  )
}

const AlertList = ({ alerts }: { alerts: readonly { key: string; text: string }[] }) => (
  <ul className="my-1 list-disc pl-5">
    {alerts.map(({ key, text }) => (
      <li key={key}>{text}</li>
    ))}
  </ul>
)
