import type { Category } from '#app/domain/catalog/product-sheet-words.ts'
import { formatDay } from '#app/i18n/format.ts'
import { aheadMessages } from '#app/i18n/messages/ahead.ts'
import { shopMessages } from '#app/i18n/messages/shop.ts'
import { useLocale, useMessages, usePick } from '#app/i18n/use-messages.ts'
import { HatchRule } from '../hatch-rule.tsx'
import { sealPath } from '../picture-paths.ts'
import { ProducePicture } from '../produce-picture.tsx'

type Certified = {
  number: number
  nickname: string
  adoptedOn: string
  nameZh: string
  nameEn: string
  farmZh: string
  farmEn: string
  whereZh: string
  whereEn: string
  crop: string | null
  category: Category
  licensed: boolean
  seasonFromOn: string
  seasonToOn: string
}

/** The certificate of one adoption, cut like a New-Year print: a heavy frame, the picture, the number and the alliance's seal. Prints on one sheet. */
export function AdoptionCertificate({ adoption }: { adoption: Certified }) {
  const t = useMessages(aheadMessages)
  const shop = useMessages(shopMessages)
  const pick = usePick()
  const locale = useLocale()
  const name = pick(adoption.nameZh, adoption.nameEn)
  return (
    <article className="flex flex-col gap-4 border-4 border-double border-ink bg-paper p-4 text-center break-inside-avoid">
      <HatchRule />
      <h1 className="text-3xl">{t.certificate}</h1>
      <div className="mx-auto w-full max-w-xs border-2 border-ink">
        <ProducePicture crop={adoption.crop} category={adoption.category} alt={shop.illustration(name)} load="eager" />
      </div>
      <p className="font-given text-2xl font-semibold">{t.certificateText(name, t.number(adoption.number))}</p>
      {adoption.nickname ? <p className="font-given text-3xl text-pepper">{adoption.nickname}</p> : null}
      <p>
        {pick(adoption.farmZh, adoption.farmEn)} · {pick(adoption.whereZh, adoption.whereEn)}
      </p>
      <p className="text-sm text-ink-2">
        {formatDay(adoption.seasonFromOn, locale)} – {formatDay(adoption.seasonToOn, locale)} ·{' '}
        {t.adoptedOn(formatDay(adoption.adoptedOn, locale))}
      </p>
      {adoption.licensed ? <img src={sealPath} alt="" width={72} height={72} className="mx-auto" /> : null}
      <HatchRule />
      <p className="text-sm text-ink-2 print:hidden">{t.print}</p>
    </article>
  )
}
