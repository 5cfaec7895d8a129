import { Form } from '@remix-run/react'
import { Button } from '#app/components/ui/button.tsx'
import { Field, SelectField, TextField } from '#app/components/ui/field.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { aloneUpToFen } from '#app/domain/after-sales/approval.ts'
import { complaintReasons, refundBearers } from '#app/domain/after-sales/refund-words.ts'
import { formatFen } from '#app/i18n/format.ts'
import { afterSalesMessages } from '#app/i18n/messages/after-sales.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { type LineToRefund, RefundLineFields } from './refund-line-fields.tsx'
import { type NamedPart, RefundPreview } from './refund-preview.tsx'

type LineTyped = { lineId: string; by: 'none' | 'rest' | 'quantity' | 'weight' | 'amount'; size: string }
export type RefundFormState = {
  typed: {
    requestKey: string
    reason: 'cancelled' | (typeof complaintReasons)[number]
    bearer: (typeof refundBearers)[number]
    note: string
    delivery: string
    lines: readonly LineTyped[]
    goodsReturned: boolean
    asCredit: boolean
  }
  problems: Readonly<Record<string, 'unreadable' | 'tooMuch' | 'noteLong'>>
  preview: { cashFen: number; gives: readonly NamedPart[]; gets: readonly NamedPart[]; fingerprint: string } | null
}

/** Asks what is refunded, shows who would bear it, and only then offers to confirm; without a script, one page after the other. */
export function RefundForm({
  lines,
  deliveryLeftFen,
  state: { typed, problems, preview },
}: {
  lines: readonly LineToRefund[]
  deliveryLeftFen: number
  state: RefundFormState
}) {
  const t = useMessages(afterSalesMessages)
  const error = (name: string) => (problems[name] ? t[problems[name]] : undefined)
  const typedOf = (lineId: string) => typed.lines.find((line) => line.lineId === lineId) ?? { by: 'none' as const, size: '' }
  return (
    <Form method="post" className="flex flex-col gap-6">
      <input type="hidden" name="requestKey" value={typed.requestKey} />
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField name="reason" label={t.reason} defaultValue={typed.reason}>
          {(['cancelled', ...complaintReasons] as const).map((reason) => (
            <option key={reason} value={reason}>
              {t[`reason_${reason}`]}
            </option>
          ))}
        </SelectField>
        <SelectField name="bearer" label={t.bearer} defaultValue={typed.bearer}>
          {refundBearers.map((bearer) => (
            <option key={bearer} value={bearer}>
              {t[`bearer_${bearer}`]}
            </option>
          ))}
        </SelectField>
      </div>
      {lines.map((line) => (
        <RefundLineFields key={line.id} line={line} typed={typedOf(line.id)} error={error(`size:${line.id}`)} />
      ))}
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          name="delivery"
          label={t.delivery}
          hint={t.deliveryLeft(formatFen(deliveryLeftFen))}
          error={error('delivery')}
          defaultValue={typed.delivery}
          inputMode="decimal"
          autoComplete="off"
        />
        <TextField name="note" label={t.note} hint={t.noteHint} error={error('note')} defaultValue={typed.note} rows={2} />
      </div>
      <div className="flex flex-col">
        <Tick name="goodsReturned" label={t.goodsReturned} isTicked={typed.goodsReturned} />
        <Tick name="asCredit" label={t.asCredit} isTicked={typed.asCredit} />
      </div>
      {preview ? (
        <section aria-labelledby="preview" className="flex flex-col gap-4 rounded-md border-2 border-ink bg-ground p-4">
          <h2 id="preview" className="text-2xl">
            {t.fileTitle(formatFen(preview.cashFen))}
          </h2>
          <RefundPreview gives={preview.gives} gets={preview.gets} />
          {preview.cashFen > aloneUpToFen ? <Notice tone="warn">{t.secondPerson(formatFen(aloneUpToFen, { short: true }))}</Notice> : null}
          <input type="hidden" name="previewed" value={preview.fingerprint} />
          <Button type="submit" name="intent" value="confirm" className="self-start">
            {t.confirm(formatFen(preview.cashFen))}
          </Button>
        </section>
      ) : null}
      <Button type="submit" name="intent" value="preview" look={preview ? 'plain' : 'primary'} className="self-start">
        {t.preview}
      </Button>
    </Form>
  )
}

function Tick({ name, label, isTicked }: { name: string; label: string; isTicked: boolean }) {
  return (
    <label className="flex min-h-11 items-center gap-3">
      <input type="checkbox" name={name} defaultChecked={isTicked} className="size-5 shrink-0 accent-leaf" />
      {label}
    </label>
  )
}
