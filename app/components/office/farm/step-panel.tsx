import { Form } from '@remix-run/react'
import { Button } from '#app/components/ui/button.tsx'
import type { Fen } from '#app/domain/money/fen.ts'
import { yuanText } from '#app/domain/money/yuan-text.ts'
import { formatFen } from '#app/i18n/format.ts'
import { farmProductMessages } from '#app/i18n/messages/farm-product.ts'
import { useMessages, usePick } from '#app/i18n/use-messages.ts'
import { Panel } from '../panel.tsx'
import { FarmFormFields } from './form-fields.tsx'
import { FarmStepFields } from './size-fields.tsx'

type Step = { minQuantity: number; priceFen: Fen }
type Size = { id: string; nameZh: string; nameEn: string; priceFen: Fen; steps: readonly Step[] }
type Answer = { problems: Readonly<Record<string, string>>; values: Readonly<Record<string, string>> }

/** Each size's step prices for leaders, a form each. */
export function FarmStepPanel({ sizes, answerTo }: { sizes: readonly Size[]; answerTo: (variantId: string) => Answer }) {
  const t = useMessages(farmProductMessages)
  const pick = usePick()
  return (
    <Panel id="steps" title={t.steps} lead={t.stepsLead}>
      {sizes.map((size) => {
        const { problems, values } = answerTo(size.id)
        return (
          <Form key={size.id} method="post" className="flex flex-col gap-3 border-t border-rule pt-3">
            <h3 className="font-semibold">
              {pick(size.nameZh, size.nameEn)} {formatFen(size.priceFen)}
            </h3>
            <input type="hidden" name="variantId" value={size.id} />
            <FarmFormFields form={`steps-${size.id}`} problems={problems} values={{ ...valuesOf(size.steps), ...values }}>
              <FarmStepFields />
            </FarmFormFields>
            <Button type="submit" name="intent" value="steps" look="plain" className="self-start">
              {t.saveSteps}
            </Button>
          </Form>
        )
      })}
    </Panel>
  )
}

const valuesOf = ([first, second]: readonly Step[]): Record<string, string> => ({
  ...(first ? { tier1Qty: String(first.minQuantity), tier1PriceYuan: yuanText(first.priceFen) } : {}),
  ...(second ? { tier2Qty: String(second.minQuantity), tier2PriceYuan: yuanText(second.priceFen) } : {}),
})
