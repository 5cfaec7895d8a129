import { cropNames } from '#app/domain/woodcut/crop-names.ts'
import { farmProductMessages } from '#app/i18n/messages/farm-product.ts'
import { useMessages, usePick } from '#app/i18n/use-messages.ts'
import { useChosen, useProblem } from './form-fields.tsx'

const card =
  'flex h-full flex-col items-center gap-1 rounded-sm border border-rule bg-paper p-1 text-center text-sm has-checked:border-leaf has-checked:bg-leaf-tint'

/** Which woodcut stands for the product: every one there is, by its picture and name. */
export function FarmCropChoice() {
  const t = useMessages(farmProductMessages)
  const pick = usePick()
  const chosen = useChosen('crop')
  const problem = useProblem('crop')
  return (
    <fieldset>
      <legend className="font-semibold">{t.crop}</legend>
      <p className="text-sm text-ink-2">{t.cropHint}</p>
      {problem ? <p className="text-sm font-semibold text-pepper">⚠ {problem}</p> : null}
      <ul className="mt-2 grid max-h-96 grid-cols-3 gap-2 overflow-y-auto rounded-sm border border-control p-2 sm:grid-cols-5 lg:grid-cols-8">
        <li>
          <label className={`${card} justify-center`}>
            <input type="radio" name="crop" value="" defaultChecked={chosen === ''} className="size-5 accent-leaf" />
            {t.noCrop}
          </label>
        </li>
        {Object.entries(cropNames).map(([crop, name]) => (
          <li key={crop}>
            <label className={card}>
              <img src={`/art/${crop}.svg`} alt="" width={80} height={60} loading="lazy" />
              <span className="flex flex-col items-center gap-1 leading-tight wrap-normal sm:flex-row">
                <input type="radio" name="crop" value={crop} defaultChecked={chosen === crop} className="size-5 accent-leaf" />
                {pick(name.zh, name.en)}
              </span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
