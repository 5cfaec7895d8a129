import { Form, useNavigation } from '@remix-run/react'
import { Button, ButtonLink } from '#app/components/ui/button.tsx'
import { StatusMark } from '#app/components/ui/status-mark.tsx'
import { formatDay, formatMoment } from '#app/i18n/format.ts'
import { allianceMessages } from '#app/i18n/messages/alliance.ts'
import { deliveryMessages } from '#app/i18n/messages/delivery.ts'
import { dispatchMessages } from '#app/i18n/messages/dispatch.ts'
import { useLocale, useMessages, usePick } from '#app/i18n/use-messages.ts'
import { waveTones } from './wave-table.tsx'

type Wave = {
  id: string
  deliversOn: string
  cutoffAt: Date
  closedAt: Date | null
  status: 'open' | 'closed' | 'on_road' | 'done'
  zoneZh: string
  zoneEn: string
  orders: number
  parcels: number
  bookedDrops: number
  capacityDrops: number
}

/** Which wave this is, how full, and what may be done with it now: close it by hand, or plan it anew. */
export function WaveHeader({ wave, isPastCutoff, mayPlan }: { wave: Wave; isPastCutoff: boolean; mayPlan: boolean }) {
  const t = useMessages(allianceMessages)
  const d = useMessages(deliveryMessages)
  const p = useMessages(dispatchMessages)
  const pick = usePick()
  const locale = useLocale()
  const isBusy = useNavigation().state === 'submitting'
  const facts = [
    wave.closedAt ? t.closedAt(formatMoment(wave.closedAt, locale)) : t.cutoffAt(formatMoment(wave.cutoffAt, locale)),
    `${t.bookedColumn} ${wave.bookedDrops} / ${wave.capacityDrops}`,
    `${t.ordersColumn} ${wave.orders}`,
    `${t.parcelsColumn} ${wave.parcels}`,
  ]
  return (
    <header className="flex flex-col gap-3">
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <h1 className="text-3xl">{t.waveTitle(formatDay(wave.deliversOn, locale), pick(wave.zoneZh, wave.zoneEn))}</h1>
        <StatusMark tone={waveTones[wave.status]}>{d[`wave_${wave.status}`]}</StatusMark>
      </div>
      <p className="text-ink-2">{facts.join(' · ')}</p>
      {wave.status === 'open' ? (
        <Form method="post" className="flex flex-wrap items-center gap-3">
          <Button name="intent" value="close" look={isPastCutoff ? 'primary' : 'danger'} disabled={isBusy}>
            {isBusy ? t.closing : t.closeNow}
          </Button>
          <Button name="intent" value="close_held" look="plain" disabled={isBusy}>
            {p.closeHeld}
          </Button>
          <p className="max-w-xl text-sm text-ink-2">{isPastCutoff ? t.closeLateText : t.closeEarlyText}</p>
        </Form>
      ) : null}
      <div className="flex flex-wrap gap-3">
        {mayPlan ? (
          <Form method="post">
            <Button name="intent" value="plan" look="plain" disabled={isBusy}>
              {isBusy ? t.closing : t.planAgain}
            </Button>
          </Form>
        ) : null}
        {wave.status === 'open' ? (
          <ButtonLink look="plain" to={`/alliance/network/waves/${wave.id}`}>
            {t.changeTerms}
          </ButtonLink>
        ) : null}
        <ButtonLink look="plain" to={`/alliance/waves/${wave.id}/plan`}>
          {p.toPlan}
        </ButtonLink>
      </div>
    </header>
  )
}
