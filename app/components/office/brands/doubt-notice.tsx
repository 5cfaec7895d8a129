import { Notice } from '#app/components/ui/notice.tsx'
import { fieldNaming, type OwnTexts } from '#app/domain/brands/doubt-origin.ts'
import { brandDeskMessages } from '#app/i18n/messages/brand-desk.ts'
import { farmProductMessages } from '#app/i18n/messages/farm-product.ts'
import { useMessages, usePick } from '#app/i18n/use-messages.ts'

type Doubted = OwnTexts & { originZh: string; originEn: string; word: string }

/** Tells the farm which of its own words is not where the product comes from, and in which field it stands. */
export function DoubtNotice({ product }: { product: Doubted }) {
  const t = useMessages(brandDeskMessages)
  const names = useMessages(farmProductMessages)
  const pick = usePick()
  const field = fieldNaming(product, product.word)
  return (
    <Notice tone="warn" title={t.originDoubt(product.word)}>
      {field ? (
        <p>
          <a href={`#texts-${field}`}>{t.originDoubtText(names[field], pick(product.originZh, product.originEn))}</a>
        </p>
      ) : null}
    </Notice>
  )
}
