import { Form, Link } from '@remix-run/react'
import { Button } from '#app/components/ui/button.tsx'
import { SelectField } from '#app/components/ui/field.tsx'
import { StatusMark } from '#app/components/ui/status-mark.tsx'
import { farmProductMessages } from '#app/i18n/messages/farm-product.ts'
import { useMessages, usePick } from '#app/i18n/use-messages.ts'
import { Panel } from '../panel.tsx'
import { FarmFormFields } from './form-fields.tsx'
import { FarmLotFields } from './size-fields.tsx'

type Lot = { id: string; harvestedOn: string; bestBeforeOn: string; available: number; held: number; sold: number }
type Forecast = Omit<Lot, 'id'> & { lotId: string; isPresold: boolean }
type Size = { id: string; nameZh: string; nameEn: string; lots: readonly Lot[]; forecasts: readonly Forecast[] }
type LotPanel = {
  sizes: readonly Size[]
  today: string
  problems: Readonly<Record<string, string>>
  values: Readonly<Record<string, string>>
  /** the size last asked for */
  chosen: string
}

/** The harvests of each size that still matter, those promised and still to come, and a form for the next. */
export function FarmLotPanel({ sizes, today, problems, values, chosen }: LotPanel) {
  const t = useMessages(farmProductMessages)
  const pick = usePick()
  return (
    <Panel id="lots" title={t.lots}>
      <ul className="divide-y divide-rule">
        {sizes.map((size) => (
          <li key={size.id} className="py-2">
            <p className="font-semibold">{pick(size.nameZh, size.nameEn)}</p>
            {size.lots.length + size.forecasts.length === 0 ? <p className="text-ink-2">{t.noLots}</p> : null}
            {size.forecasts.map((lot) => (
              <p key={lot.lotId} className="flex flex-wrap items-center gap-x-4 text-sm">
                <StatusMark tone="waiting">{t.forecastLine(lot.harvestedOn)}</StatusMark>
                <span className="text-ink-2">{t.lotCounts(lot.available, lot.held, lot.sold)}</span>
                <Link
                  to={lot.isPresold ? '/farm/ahead' : '/farm/adoptions'}
                  className="inline-flex min-h-11 items-center text-indigo underline"
                >
                  {lot.isPresold ? t.toPresale : t.toAdoption}
                </Link>
              </p>
            ))}
            {size.lots.map((lot) => (
              <p key={lot.id} className="flex flex-wrap gap-x-4 text-sm">
                <span className={lot.bestBeforeOn < today ? 'text-pepper' : ''}>{t.lotLine(lot.harvestedOn, lot.bestBeforeOn)}</span>
                <span className="text-ink-2">{t.lotCounts(lot.available, lot.held, lot.sold)}</span>
              </p>
            ))}
          </li>
        ))}
      </ul>
      <Form method="post" className="flex flex-col gap-4">
        <h3 className="font-semibold">{t.addLot}</h3>
        <SelectField label={t.lotSize} name="variantId" id="lot-variant" defaultValue={chosen} key={chosen}>
          {sizes.map(({ id, nameZh, nameEn }) => (
            <option key={id} value={id}>
              {pick(nameZh, nameEn)}
            </option>
          ))}
        </SelectField>
        <FarmFormFields form="lot" problems={problems} values={{ harvestedOn: today, ...values }}>
          <FarmLotFields />
        </FarmFormFields>
        <Button type="submit" name="intent" value="lot" className="self-start">
          {t.addLotButton}
        </Button>
      </Form>
    </Panel>
  )
}
