import { Form } from '@remix-run/react'
import { Button } from '#app/components/ui/button.tsx'
import { formatWeight } from '#app/i18n/format.ts'
import { promotionMessages } from '#app/i18n/messages/promotions.ts'
import { useLocale, useMessages, usePick } from '#app/i18n/use-messages.ts'
import { Panel } from '../panel.tsx'

type Size = { id: string; nameZh: string; nameEn: string; netWeightG: number; pricedByWeight: boolean }

/** Which sizes are sold by weight, and the switch for each. */
export function FarmWeightPanel({ sizes }: { sizes: readonly Size[] }) {
  const t = useMessages(promotionMessages)
  const locale = useLocale()
  const pick = usePick()
  return (
    <Panel id="weight" title={t.weightPanel} lead={t.weightPanelLead}>
      {sizes.map((size) => {
        const name = pick(size.nameZh, size.nameEn)
        return (
          <Form key={size.id} method="post" className="flex flex-wrap items-center gap-3 border-t border-rule pt-3">
            <input type="hidden" name="variantId" value={size.id} />
            <input type="hidden" name="byWeight" value={size.pricedByWeight ? 'no' : 'yes'} />
            <span className="grow">
              <span className="font-semibold">{name}</span> {formatWeight(size.netWeightG, locale)}
              <span className="block text-sm text-ink-2">{size.pricedByWeight ? t.isByWeight : t.isByPiece}</span>
            </span>
            <Button type="submit" name="intent" value="weight" look="plain">
              {size.pricedByWeight ? t.turnOff : t.turnOn}
              <span className="sr-only"> {name}</span>
            </Button>
          </Form>
        )
      })}
    </Panel>
  )
}
