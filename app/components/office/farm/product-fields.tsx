import { CATEGORY_WORDS, type Category, CERTIFICATION_WORDS, type Certification } from '#app/domain/catalog/product-sheet-words.ts'
import { farmProductMessages } from '#app/i18n/messages/farm-product.ts'
import { useMessages, usePick } from '#app/i18n/use-messages.ts'
import { FarmCropChoice } from './crop-choice.tsx'
import { FarmField, FarmSelect, FarmTextField, useChosen, useProblem } from './form-fields.tsx'

export type Indication = { code: string; nameZh: string; nameEn: string }

/** What is said of a product, whatever its sizes. */
export function FarmProductFields({ indications }: { indications: readonly Indication[] }) {
  const t = useMessages(farmProductMessages)
  const pick = usePick()
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <FarmField column="nameZh" lang="zh-CN" required maxLength={60} />
        <FarmField column="nameEn" lang="en" required maxLength={100} />
        <FarmSelect column="category">
          <option value="" />
          {(Object.keys(CATEGORY_WORDS) as Category[]).map((category) => (
            <option key={category} value={category}>
              {t[category]}
            </option>
          ))}
        </FarmSelect>
        <FarmSelect column="gi" hint={t.giHint}>
          <option value="">{t.none}</option>
          {indications.map(({ code, nameZh, nameEn }) => (
            <option key={code} value={code}>
              {pick(nameZh, nameEn)}
            </option>
          ))}
        </FarmSelect>
        <FarmTextField column="textZh" />
        <FarmTextField column="textEn" />
        <FarmField column="originZh" lang="zh-CN" required maxLength={60} />
        <FarmField column="originEn" lang="en" required maxLength={100} />
        <FarmField column="seasonFrom" inputMode="numeric" hint={t.seasonHint} />
        <FarmField column="seasonTo" inputMode="numeric" />
      </div>
      <Certifications />
      <FarmCropChoice />
    </>
  )
}

function Certifications() {
  const t = useMessages(farmProductMessages)
  const chosen = useChosen('certifications').split(';')
  const problem = useProblem('certifications')
  return (
    <fieldset>
      <legend className="font-semibold">{t.certifications}</legend>
      {problem ? <p className="text-sm font-semibold text-pepper">⚠ {problem}</p> : null}
      <div className="flex flex-wrap gap-x-6">
        {(Object.keys(CERTIFICATION_WORDS) as Certification[]).map((certification) => (
          <label key={certification} className="flex min-h-11 items-center gap-2">
            <input
              type="checkbox"
              name="certifications"
              value={certification}
              defaultChecked={chosen.includes(certification)}
              className="size-5 accent-leaf"
            />
            {t[certification]}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
