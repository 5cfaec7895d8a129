import { Form, useNavigation } from '@remix-run/react'
import { Button } from '#app/components/ui/button.tsx'
import { SelectField } from '#app/components/ui/field.tsx'
import { formatDay, formatMoment } from '#app/i18n/format.ts'
import { dockMessages } from '#app/i18n/messages/dock.ts'
import { useLocale, useMessages, usePick } from '#app/i18n/use-messages.ts'

export type MissingParcelRow = {
  id: string
  alias: string
  missingAt: Date | null
  reason: string | null
  farmZh: string
  farmEn: string
  deliversOn: string
  zoneZh: string
  zoneEn: string
  orderNumber: string
  dropCode: string | null
  contents: readonly { productZh: string; productEn: string; sizeZh: string; sizeEn: string; quantity: number }[]
  laterWaves: readonly { id: string; deliversOn: string }[]
  scanId: string
}

/** What was looked for in vain, what is in it, and the three things that can become of it. */
export function MissingParcel({ parcel, error }: { parcel: MissingParcelRow; error: string | undefined }) {
  const t = useMessages(dockMessages)
  const locale = useLocale()
  const pick = usePick()
  const isBusy = useNavigation().formMethod === 'POST'
  return (
    <li className="flex flex-col gap-2 rounded-md border border-rule bg-paper px-4 py-3">
      <h2 className="font-sans text-xl font-bold">
        {parcel.alias} · {pick(parcel.farmZh, parcel.farmEn)}
      </h2>
      <p className="text-ink-2">
        {[
          t.waveOf(formatDay(parcel.deliversOn, locale), pick(parcel.zoneZh, parcel.zoneEn)),
          parcel.dropCode === null ? t.noDropYet : t.dropOf(parcel.dropCode),
          t.orderNumber(parcel.orderNumber),
          parcel.missingAt === null ? '' : t.missingSince(formatMoment(parcel.missingAt, locale)),
          parcel.reason ?? '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <ul>
        {parcel.contents.map((line) => (
          <li key={`${line.productZh} ${line.sizeZh}`}>
            {line.quantity} × {pick(line.productZh, line.productEn)} {pick(line.sizeZh, line.sizeEn)}
          </li>
        ))}
      </ul>
      {error ? <p className="font-semibold text-pepper">⚠ {error}</p> : null}
      <div className="flex flex-wrap items-end gap-3">
        <Form method="post">
          <input type="hidden" name="parcel" value={parcel.id} />
          <input type="hidden" name="scanId" value={parcel.scanId} />
          <Button name="intent" value="found" look="plain" disabled={isBusy} aria-label={`${parcel.alias} ${t.step_found}`}>
            {t.step_found}
          </Button>
        </Form>
        <Form method="post">
          <input type="hidden" name="parcel" value={parcel.id} />
          <Button name="intent" value="refund" look="danger" disabled={isBusy} aria-label={`${parcel.alias} ${t.refundIt}`}>
            {t.refundIt}
          </Button>
        </Form>
        {parcel.laterWaves.length === 0 ? (
          <p className="text-ink-2">{t.noLaterWave}</p>
        ) : (
          <Form method="post" className="flex flex-wrap items-end gap-2">
            <input type="hidden" name="parcel" value={parcel.id} />
            <SelectField id={`to-${parcel.id}`} name="toWaveId" label={t.carryTo}>
              {parcel.laterWaves.map((wave) => (
                <option key={wave.id} value={wave.id}>
                  {formatDay(wave.deliversOn, locale)}
                </option>
              ))}
            </SelectField>
            <Button name="intent" value="carry" look="plain" disabled={isBusy} aria-label={`${parcel.alias} ${t.carryIt}`}>
              {t.carryIt}
            </Button>
          </Form>
        )}
      </div>
    </li>
  )
}
