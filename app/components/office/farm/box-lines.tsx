import { Field } from '#app/components/ui/field.tsx'
import { formatFen, formatShortDay } from '#app/i18n/format.ts'
import { afterSalesMessages } from '#app/i18n/messages/after-sales.ts'
import { farmMessages } from '#app/i18n/messages/farm.ts'
import { useLocale, useMessages, usePick } from '#app/i18n/use-messages.ts'

export type BoxLine = {
  lineId: string
  productZh: string
  productEn: string
  sizeZh: string
  sizeEn: string
  storage: 'ambient' | 'chilled' | 'frozen'
  quantity: number
  netWeightG: number
  pricedByWeight: boolean
  isCancelled: boolean
  /** the day its harvest is expected, where it is still to come */
  expectedOn: string | null
  /** what of it was not packed, and what its sale fell by */
  short: { quantity: number; weightG: number; baseFen: number } | null
}

type Typed = Readonly<Record<string, string>>

/** What belongs into a box; while it is packed, how much of each went in, and afterwards what was missing. */
export function FarmBoxLines({ lines, isToPack, typed }: { lines: readonly BoxLine[]; isToPack: boolean; typed: Typed }) {
  const t = useMessages(farmMessages)
  const a = useMessages(afterSalesMessages)
  const locale = useLocale()
  const pick = usePick()
  return (
    <ul className="mt-1 flex flex-col gap-1">
      {lines.map((line) => {
        const name = `${pick(line.productZh, line.productEn)} ${pick(line.sizeZh, line.sizeEn)}`
        return (
          <li key={line.lineId} className="flex flex-col gap-1">
            <span className="flex items-baseline gap-2">
              <b className="w-10 shrink-0 text-right">{t.units(line.quantity)}</b>
              <span>
                {name}
                {line.storage === 'ambient' ? null : (
                  <span className="ml-2 inline-block rounded-sm bg-indigo-tint px-2 text-sm whitespace-nowrap">{t[line.storage]}</span>
                )}
              </span>
            </span>
            {line.short ? <p className="ml-12 text-sm text-pepper">{sayShort(a, line.short)}</p> : null}
            {line.expectedOn !== null && !line.isCancelled ? (
              <p className="ml-12 text-sm text-pepper">{t.toHarvest(formatShortDay(line.expectedOn, locale))}</p>
            ) : null}
            {line.isCancelled ? <p className="ml-12 text-sm text-ink-2">{a.lineCancelled}</p> : null}
            {isToPack && !line.isCancelled ? <PackedField line={line} name={name} typed={typed} /> : null}
          </li>
        )
      })}
    </ul>
  )
}

const sayShort = (a: (typeof afterSalesMessages)['en'], { quantity, weightG, baseFen }: NonNullable<BoxLine['short']>) =>
  quantity > 0 ? a.shortUnits(quantity, formatFen(baseFen)) : a.shortWeight(weightG, formatFen(baseFen))

function PackedField({ line, name, typed }: { line: BoxLine; name: string; typed: Typed }) {
  const a = useMessages(afterSalesMessages)
  const [kind, label, most] = line.pricedByWeight
    ? (['weight', a.packedWeight(name), line.netWeightG] as const)
    : (['packed', a.packedQuantity(name), line.quantity] as const)
  return (
    <div className="ml-12 text-sm print:hidden">
      <Field
        id={`${kind}-${line.lineId}`}
        name={`${kind}:${line.lineId}`}
        label={label}
        {...(line.pricedByWeight ? { hint: a.orderedWeight(line.netWeightG) } : {})}
        type="number"
        inputMode="numeric"
        min={0}
        max={most}
        defaultValue={typed[`${kind}:${line.lineId}`] ?? (line.pricedByWeight ? '' : line.quantity)}
      />
    </div>
  )
}
