import { Form } from '@remix-run/react'
import { Button } from '#app/components/ui/button.tsx'
import { formatDay, formatFen, formatMoment } from '#app/i18n/format.ts'
import { allianceMessages } from '#app/i18n/messages/alliance.ts'
import { deliveryMessages } from '#app/i18n/messages/delivery.ts'
import { dispatchMessages } from '#app/i18n/messages/dispatch.ts'
import { useLocale, useMessages, usePick } from '#app/i18n/use-messages.ts'

type Wave = {
  deliversOn: string
  zoneZh: string
  zoneEn: string
  part: number
  planVersion: number
  publishedAt: Date | null
  held: boolean
  orders: number
}
type Run = { costFen: number; distanceM: number; durationS: number }

/** Which plan this is, what it costs, who sees it already; to publish it, to hold it back, to undo. */
export function PlanHeader({ wave, runs, unserved, canUndo }: { wave: Wave; runs: readonly Run[]; unserved: number; canUndo: boolean }) {
  const t = useMessages(dispatchMessages)
  const a = useMessages(allianceMessages)
  const d = useMessages(deliveryMessages)
  const pick = usePick()
  const locale = useLocale()
  const sum = (unit: keyof Run) => runs.reduce((total, run) => total + run[unit], 0)
  const seconds = sum('durationS')
  const hours = d.hours(Math.floor(seconds / 3600), Math.round((seconds % 3600) / 60))
  const total = t.total(formatFen(sum('costFen')), (sum('distanceM') / 1000).toFixed(1), hours, unserved)
  const name = a.waveTitle(formatDay(wave.deliversOn, locale), pick(wave.zoneZh, wave.zoneEn))
  const facts = [
    ...(wave.part > 1 ? [t.part(wave.part)] : []),
    t.version(wave.planVersion),
    wave.publishedAt ? t.published(formatMoment(wave.publishedAt, locale)) : t.unpublished,
  ]
  return (
    <header className="flex flex-col gap-3">
      <h1 className="text-3xl">{t.planOf(name)}</h1>
      <p className="text-ink-2">{facts.join(' · ')}</p>
      {runs.length > 0 ? (
        <p className="font-semibold">
          {total}
          {wave.orders > 0 ? ` · ${t.perOrder(formatFen(Math.round(sum('costFen') / wave.orders)))}` : ''}
        </p>
      ) : null}
      <Form method="post" preventScrollReset className={wave.publishedAt === null || canUndo ? 'flex flex-wrap gap-2' : 'hidden'}>
        <input type="hidden" name="version" value={wave.planVersion} />
        {wave.publishedAt === null && wave.planVersion > 0 ? (
          <Button name="intent" value="publish">
            {t.publish}
          </Button>
        ) : null}
        {wave.publishedAt === null ? (
          <Button look="plain" name="intent" value={wave.held ? 'release' : 'hold'}>
            {wave.held ? t.release : t.hold}
          </Button>
        ) : null}
        {canUndo ? (
          <Button look="plain" name="intent" value="undo">
            {t.undo}
          </Button>
        ) : null}
      </Form>
    </header>
  )
}
