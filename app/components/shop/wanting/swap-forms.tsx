import { Form } from '@remix-run/react'
import { Button } from '#app/components/ui/button.tsx'
import { SelectField } from '#app/components/ui/field.tsx'
import { formatFen } from '#app/i18n/format.ts'
import { wantingMessages } from '#app/i18n/messages/wanting.ts'
import { useMessages, usePick } from '#app/i18n/use-messages.ts'

type Size = { variantId: string; nameZh: string; nameEn: string; sizeZh: string; sizeEn: string }
/** A part of the box, what comes in its place now, and what may, each with what it changes in the box's price. */
export type PartToSwap = Size & { intoId: string; options: readonly (Size & { differenceFen: number })[] }

/** Each part of a box with the sizes that may come in its place; the difference stands beside every one. */
export function SwapForms({ weekOn, parts }: { weekOn: string; parts: readonly PartToSwap[] }) {
  const t = useMessages(wantingMessages)
  const pick = usePick()
  const name = ({ nameZh, nameEn, sizeZh, sizeEn }: Size) => pick(`${nameZh} ${sizeZh}`, `${nameEn}, ${sizeEn}`)
  const difference = (fen: number) => (fen === 0 ? t.sameCost : fen > 0 ? t.dearer(formatFen(fen)) : t.cheaper(formatFen(-fen)))
  return (
    <details className="w-full">
      <summary className="min-h-11 cursor-pointer py-2 text-indigo underline">{t.swapTitle}</summary>
      <div className="flex flex-col gap-4 pt-2">
        {parts.map((part) =>
          part.options.length === 0 ? (
            <p key={part.variantId} className="text-ink-2">
              {name(part)}: {t.swapNone}
            </p>
          ) : (
            <Form key={part.variantId} method="post" preventScrollReset className="flex flex-wrap items-end gap-2">
              <input type="hidden" name="weekOn" value={weekOn} />
              <input type="hidden" name="out" value={part.variantId} />
              <div className="min-w-0 flex-1 basis-56">
                <SelectField
                  id={`swap-${weekOn}-${part.variantId}`}
                  label={t.swapLabel(name(part))}
                  name="into"
                  defaultValue={part.intoId}
                  key={part.intoId}
                >
                  <option value={part.variantId}>{t.swapBack(name(part))}</option>
                  {part.options.map((option) => (
                    <option key={option.variantId} value={option.variantId}>
                      {name(option)} · {difference(option.differenceFen)}
                    </option>
                  ))}
                </SelectField>
              </div>
              <Button type="submit" name="intent" value="swap" look="plain">
                {t.swapDo}
              </Button>
            </Form>
          ),
        )}
      </div>
    </details>
  )
}
