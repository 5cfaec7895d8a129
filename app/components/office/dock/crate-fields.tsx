import { Field, TextField } from '#app/components/ui/field.tsx'
import type { CrateCount } from '#app/domain/delivery/cold-chain.ts'
import { storageClasses } from '#app/domain/delivery/load.ts'
import { dockMessages } from '#app/i18n/messages/dock.ts'
import { useMessages } from '#app/i18n/use-messages.ts'

/** What stood in the fields when the form was refused, and what is wrong with which of them. */
export type CrateTyped = Readonly<Record<string, string>>
export type CrateFieldErrors = Partial<Record<'ambient' | 'chilled' | 'frozen' | 'temperature' | 'photo', string>>

/** Crates by storage class, one temperature, a picture and a note: the same at the farm's gate and at the hub's dock. */
export function CrateFields({
  id,
  hints,
  counts,
  typed,
  errors,
}: {
  /** unique on the page */
  id: string
  /** what each count should be about, in words */
  hints: Readonly<Record<keyof CrateCount, string>>
  /** what stands in the fields at first */
  counts: CrateCount
  typed: CrateTyped
  errors: CrateFieldErrors
}) {
  const t = useMessages(dockMessages)
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-3">
        {storageClasses.map((storage) => (
          <Field
            key={storage}
            id={`${id}-${storage}`}
            name={storage}
            label={t[`crates_${storage}`]}
            hint={hints[storage]}
            error={errors[storage]}
            inputMode="numeric"
            autoComplete="off"
            defaultValue={typed[storage] ?? String(counts[storage])}
          />
        ))}
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          id={`${id}-temperature`}
          name="temperature"
          label={t.temperature}
          hint={t.temperatureHint}
          error={errors.temperature}
          autoComplete="off"
          defaultValue={typed.temperature ?? ''}
        />
        <Field id={`${id}-photo`} type="file" name="photo" label={t.photo} hint={t.photoHint} error={errors.photo} accept="image/*" />
      </div>
      <TextField id={`${id}-note`} name="note" label={t.remark} rows={2} maxLength={300} defaultValue={typed.note ?? ''} />
    </>
  )
}
