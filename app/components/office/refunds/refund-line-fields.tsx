import { Field, SelectField } from '#app/components/ui/field.tsx'
import { formatFen, formatWeight } from '#app/i18n/format.ts'
import { afterSalesMessages } from '#app/i18n/messages/after-sales.ts'
import { useLocale, useMessages, usePick } from '#app/i18n/use-messages.ts'

const measures = ['none', 'rest', 'quantity', 'weight', 'amount'] as const

export type LineToRefund = {
  id: string
  productZh: string
  productEn: string
  sizeZh: string
  sizeEn: string
  farmZh: string
  farmEn: string
  leftFen: number
  leftQuantity: number
  leftWeightG: number
}

type Typed = { by: (typeof measures)[number]; size: string }

/** How much of one line is refunded: all that is left, or so many units, grams or yuan. */
export function RefundLineFields({ line, typed, error }: { line: LineToRefund; typed: Typed; error: string | undefined }) {
  const t = useMessages(afterSalesMessages)
  const pick = usePick()
  const locale = useLocale()
  const name = `${pick(line.productZh, line.productEn)} ${pick(line.sizeZh, line.sizeEn)}`
  return (
    <fieldset className="flex flex-col gap-3 rounded-md border border-rule bg-paper p-4">
      <legend className="float-left font-semibold">{t.thisLine(name, pick(line.farmZh, line.farmEn))}</legend>
      {line.leftFen > 0 ? (
        <>
          <p className="text-sm text-ink-2">{t.left(formatFen(line.leftFen), line.leftQuantity, formatWeight(line.leftWeightG, locale))}</p>
          <div className="grid gap-3 sm:grid-cols-2">
            <SelectField id={`by-${line.id}`} name={`by:${line.id}`} label={t.howMuch} defaultValue={typed.by}>
              {measures.map((measure) => (
                <option key={measure} value={measure}>
                  {t[`by_${measure}`]}
                </option>
              ))}
            </SelectField>
            <Field
              id={`size-${line.id}`}
              name={`size:${line.id}`}
              label={t.size}
              hint={t.sizeHint}
              error={error}
              defaultValue={typed.size}
              inputMode="decimal"
              autoComplete="off"
            />
          </div>
        </>
      ) : (
        <p className="text-sm text-ink-2">{t.nothingLeft}</p>
      )}
    </fieldset>
  )
}
