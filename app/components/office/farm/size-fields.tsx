import { STORAGE_WORDS, type StorageClass } from '#app/domain/catalog/product-sheet-words.ts'
import { farmProductMessages } from '#app/i18n/messages/farm-product.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { FarmField, FarmSelect } from './form-fields.tsx'

/** One size: what it is, costs and weighs, its step prices and its first harvest. */
export function FarmSizeFields({ suffix = '' }: { suffix?: string }) {
  const t = useMessages(farmProductMessages)
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        <FarmField column="variantCode" suffix={suffix} hint={t.codeHint} maxLength={40} />
        <FarmField column="variantZh" suffix={suffix} lang="zh-CN" maxLength={40} />
        <FarmField column="variantEn" suffix={suffix} lang="en" maxLength={60} />
        <FarmField column="priceYuan" suffix={suffix} inputMode="decimal" hint={t.priceHint} />
        <FarmField column="netWeightG" suffix={suffix} inputMode="numeric" />
        <FarmField column="grossWeightG" suffix={suffix} inputMode="numeric" hint={t.grossHint} />
        <FarmField column="volumeMl" suffix={suffix} inputMode="numeric" hint={t.volumeHint} />
        <FarmSelect column="storage" suffix={suffix}>
          <option value="" />
          {(Object.keys(STORAGE_WORDS) as StorageClass[]).map((storage) => (
            <option key={storage} value={storage}>
              {t[storage]}
            </option>
          ))}
        </FarmSelect>
        <FarmField column="bulkMin" suffix={suffix} inputMode="numeric" hint={t.bulkMinHint} />
      </div>
      <fieldset>
        <legend className="font-semibold">{t.steps}</legend>
        <p className="mb-2 text-sm text-ink-2">{t.stepsLead}</p>
        <FarmStepFields suffix={suffix} />
      </fieldset>
      <fieldset>
        <legend className="font-semibold">{t.firstLot}</legend>
        <p className="mb-2 text-sm text-ink-2">{t.firstLotHint}</p>
        <FarmLotFields suffix={suffix} />
      </fieldset>
    </>
  )
}

export const FarmStepFields = ({ suffix = '' }: { suffix?: string }) => (
  <div className="grid grid-cols-2 gap-4 lg:grid-cols-4">
    <FarmField column="tier1Qty" suffix={suffix} inputMode="numeric" />
    <FarmField column="tier1PriceYuan" suffix={suffix} inputMode="decimal" />
    <FarmField column="tier2Qty" suffix={suffix} inputMode="numeric" />
    <FarmField column="tier2PriceYuan" suffix={suffix} inputMode="decimal" />
  </div>
)

export function FarmLotFields({ suffix = '' }: { suffix?: string }) {
  const t = useMessages(farmProductMessages)
  return (
    <div className="grid gap-4 sm:grid-cols-3">
      <FarmField column="harvestedOn" suffix={suffix} type="date" />
      <FarmField column="bestBeforeOn" suffix={suffix} type="date" />
      <FarmField column="quantity" suffix={suffix} inputMode="numeric" hint={t.quantityHint} />
    </div>
  )
}
