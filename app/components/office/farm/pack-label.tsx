import { farmMarkOf, indicationMarkPath, sealPath } from '#app/components/shop/picture-paths.ts'
import { formatDay, formatShortDay } from '#app/i18n/format.ts'
import { farmMessages } from '#app/i18n/messages/farm.ts'
import { useLocale, useMessages, usePick } from '#app/i18n/use-messages.ts'
import { FarmQrCode } from '../qr-code.tsx'

type Named = { nameZh: string; nameEn: string }
type Content = {
  variantId: string
  productZh: string
  productEn: string
  sizeZh: string
  sizeEn: string
  quantity: number
  indication: Named | null
  /** the day its harvest is expected, where it is still to come */
  expectedOn: string | null
}
type Label = { alias: string; dropCode: string | null; contents: readonly Content[]; code: { size: number; path: string } }
/** `hasSeal`: its licence holds today */
type Farm = Named & { code: string; hasSeal: boolean }
type Wave = { deliversOn: string; zoneZh: string; zoneEn: string }

/** A parcel's front: both brands, the alias large enough for the hub's floor, the drop, the day, what is inside. Never a name. */
export function FarmPackLabel({ farm, wave, label }: { farm: Farm; wave: Wave; label: Label }) {
  const t = useMessages(farmMessages)
  const locale = useLocale()
  const pick = usePick()
  return (
    <li className="flex break-inside-avoid flex-col gap-2 rounded-sm border-2 border-ink bg-paper p-3 text-ink print:min-h-[62mm] print:border-black print:bg-transparent print:text-black">
      <div className="flex items-center gap-2">
        {farm.hasSeal ? <img src={sealPath} alt="" width={32} height={32} /> : null}
        <img src={farmMarkOf(farm.code)} alt="" width={32} height={32} />
        <p className="text-sm font-semibold">
          {farm.hasSeal ? t.bothBrands(pick(farm.nameZh, farm.nameEn)) : pick(farm.nameZh, farm.nameEn)}
        </p>
      </div>
      <div className="flex items-start justify-between gap-3">
        <div className="min-w-0">
          <h2 className="font-sans text-4xl font-bold">{label.alias}</h2>
          <p className="text-lg font-semibold">{label.dropCode === null ? t.noDropYet : t.dropCode(label.dropCode)}</p>
          <p>{t.labelWave(formatDay(wave.deliversOn, locale), pick(wave.zoneZh, wave.zoneEn))}</p>
        </div>
        <FarmQrCode code={label.code} label={t.labelQr(label.alias)} className="size-28 shrink-0" />
      </div>
      <ul className="text-sm">
        {label.contents.map((content) => (
          <li key={content.variantId}>
            {t.units(content.quantity)} {pick(content.productZh, content.productEn)}{' '}
            <span className="inline-block">{pick(content.sizeZh, content.sizeEn)}</span>
            {content.expectedOn === null ? null : <b> {t.toHarvest(formatShortDay(content.expectedOn, locale))}</b>}
            {content.indication ? (
              <span className="flex items-center gap-1 pl-6">
                <img src={indicationMarkPath} alt="" width={16} height={16} />
                {pick(content.indication.nameZh, content.indication.nameEn)}
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </li>
  )
}
