import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Button } from '#app/components/ui/button.tsx'
import { Field } from '#app/components/ui/field.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { farmAheadMessages } from '#app/i18n/messages/farm-ahead.ts'
import { useMessages } from '#app/i18n/use-messages.ts'

type Texts = (typeof farmAheadMessages)['en']

type Forecast = { lotId: string; harvestedOn: string; bestBeforeOn: string; promised: number; isOpen: boolean }

/** A harvest as it was typed elsewhere. */
export type EnteredHarvest = { harvestedOn: string; bestBeforeOn: string; quantity: string }

type HarvestFormsProps = { forecast: Forecast; today: string; entered?: EnteredHarvest | null; problem: keyof Texts | null }

/** What a farm may say of a harvest it has forecast: it is in, it is late, no more orders, there is none. */
export function HarvestForms({ forecast, today, entered = null, problem }: HarvestFormsProps) {
  const t = useMessages(farmAheadMessages)
  const { lotId } = forecast
  return (
    <div className="flex flex-col gap-3">
      {problem ? <Notice tone="bad" title={String(t[problem])} /> : null}
      <details open={problem !== null || entered !== null}>
        <summary className="min-h-11 cursor-pointer content-center font-semibold">{t.bringIn}</summary>
        <LotForm lotId={lotId} intent="harvest" label={t.confirm}>
          <Field
            id={`on-${lotId}`}
            type="date"
            name="harvestedOn"
            label={t.harvestedOn}
            max={today}
            defaultValue={entered?.harvestedOn ?? today}
            required
          />
          <Field
            id={`best-${lotId}`}
            type="date"
            name="bestBeforeOn"
            label={t.bestBeforeOn}
            defaultValue={entered?.bestBeforeOn ?? forecast.bestBeforeOn}
            required
          />
          <Field
            id={`count-${lotId}`}
            type="number"
            name="quantity"
            label={t.quantity}
            hint={t.shortRule}
            min={0}
            defaultValue={entered?.quantity ?? forecast.promised}
            required
          />
        </LotForm>
      </details>
      <details>
        <summary className="min-h-11 cursor-pointer content-center font-semibold">{t.putOff}</summary>
        <LotForm lotId={lotId} intent="put_off" label={t.putOffButton}>
          <Field
            id={`off-${lotId}`}
            type="date"
            name="harvestFromOn"
            label={t.newDay}
            hint={t.putOffRule}
            defaultValue={forecast.harvestedOn}
            required
          />
        </LotForm>
      </details>
      {forecast.isOpen ? <LotForm lotId={lotId} intent="close" label={t.close} /> : null}
      <details>
        <summary className="min-h-11 cursor-pointer content-center font-semibold text-pepper">{t.callOff}</summary>
        <LotForm lotId={lotId} intent="call_off" label={t.callOff} isDanger>
          <label className="flex min-h-11 items-center gap-2">
            <input type="checkbox" name="sure" value="yes" required className="size-5 accent-leaf" />
            {t.sure}
          </label>
        </LotForm>
      </details>
    </div>
  )
}

type LotFormProps = { lotId: string; intent: string; label: string; isDanger?: boolean; children?: ReactNode }

function LotForm({ lotId, intent, label, isDanger = false, children }: LotFormProps) {
  return (
    <Form method="post" className="flex flex-wrap items-end gap-3">
      <input type="hidden" name="lotId" value={lotId} />
      {children}
      <Button type="submit" name="intent" value={intent} look={isDanger ? 'danger' : 'plain'}>
        {label}
      </Button>
    </Form>
  )
}
