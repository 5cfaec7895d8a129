import { Form, useNavigation } from '@remix-run/react'
import { Button, ButtonLink } from '#app/components/ui/button.tsx'
import { SelectField } from '#app/components/ui/field.tsx'
import { failureReasons } from '#app/domain/delivery/settle-drop.ts'
import { formatDay, formatMoment } from '#app/i18n/format.ts'
import { deliveryMessages } from '#app/i18n/messages/delivery.ts'
import { redeliveryMessages } from '#app/i18n/messages/redelivery.ts'
import { useLocale, useMessages, usePick } from '#app/i18n/use-messages.ts'
import { CellLink } from '../cell-link.tsx'

export type FailedRow = {
  orderId: string
  number: string
  dropId: string
  code: string
  reason: string | null
  failedAt: Date | null
  returnedAt: Date | null
  deliversOn: string
  zoneZh: string
  zoneEn: string
  wish: 'again' | 'refund' | 'call' | null
  wishedWaveId: string | null
  note: string | null
  waves: { waveId: string; deliversOn: string }[]
}

/** One order that could not be handed over: what happened, what its customer wants, and what the office does about it. */
export function RedeliveryCard({ failed }: { failed: FailedRow }) {
  const t = useMessages(redeliveryMessages)
  const d = useMessages(deliveryMessages)
  const locale = useLocale()
  const pick = usePick()
  const isWorking = useNavigation().formData?.get('orderId') === failed.orderId
  const reason = failureReasons.find((known) => known === failed.reason)
  const facts = [
    t.drop(formatDay(failed.deliversOn, locale), pick(failed.zoneZh, failed.zoneEn), failed.code),
    reason ? d[reason] : null,
    failed.failedAt ? formatMoment(failed.failedAt, locale) : null,
    failed.returnedAt ? t.atHub : t.onVan,
  ].filter((fact) => fact !== null)
  return (
    <li className="flex flex-col gap-3 rounded-md border border-rule bg-paper p-4">
      <div>
        <h2 className="text-lg font-semibold">
          <CellLink to={`/alliance/orders?number=${failed.number}`}>{t.order(failed.number)}</CellLink>
        </h2>
        <p className="text-sm text-ink-2">{facts.join(' · ')}</p>
      </div>
      <p className="border-l-4 border-rape pl-3">
        <span className="font-semibold">{wishText(t, failed, locale)}</span>
        {failed.note ? <span className="block">{failed.note}</span> : null}
      </p>
      <Form method="post" className="flex flex-wrap items-end gap-3">
        <input type="hidden" name="orderId" value={failed.orderId} />
        <input type="hidden" name="dropId" value={failed.dropId} />
        {failed.waves.length > 0 ? (
          <>
            <div className="min-w-40">
              <SelectField
                label={t.wave}
                id={`wave-${failed.dropId}-${failed.orderId}`}
                name="toWaveId"
                defaultValue={failed.wishedWaveId ?? failed.waves[0]?.waveId}
              >
                {failed.waves.map(({ waveId, deliversOn }) => (
                  <option key={waveId} value={waveId}>
                    {formatDay(deliversOn, locale)}
                  </option>
                ))}
              </SelectField>
            </div>
            <Button type="submit" name="intent" value="redeliver" disabled={isWorking}>
              {isWorking ? t.working : t.redeliver}
            </Button>
          </>
        ) : (
          <p className="text-ink-2">{t.noWave}</p>
        )}
        <ButtonLink look="plain" to={`/alliance/refunds/new?order=${failed.orderId}`}>
          {t.refund}
        </ButtonLink>
        <Button type="submit" look="plain" name="intent" value="settle" disabled={isWorking}>
          {t.settle}
        </Button>
      </Form>
    </li>
  )
}

function wishText(t: (typeof redeliveryMessages)['en'], { wish, wishedWaveId, waves }: FailedRow, locale: 'zh-CN' | 'en'): string {
  if (wish === null) return t.wish_none
  if (wish !== 'again') return t[`wish_${wish}`]
  const wave = waves.find(({ waveId }) => waveId === wishedWaveId)
  return wave ? t.wish_again(formatDay(wave.deliversOn, locale)) : t.wish_again_open
}
