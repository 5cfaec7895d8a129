import { Button } from '#app/components/ui/button.tsx'
import { Field } from '#app/components/ui/field.tsx'
import { formatClock } from '#app/i18n/format.ts'
import { courierRoadMessages } from '#app/i18n/messages/courier-road.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { type Say, WordForm } from './word-form.tsx'

type Props = {
  run: { endedAt: Date | null; drivenM: number | null; distanceM: number }
  failed: number
  cratesBack: number
  say: Say
}

/** After the last stop: hand back what was not delivered and the empty crates, note the kilometres. */
export function RunEnd({ run, failed, cratesBack, say }: Props) {
  const t = useMessages(courierRoadMessages)
  const km = (distanceM: number) => (distanceM / 1000).toFixed(1)
  if (run.endedAt !== null) return <p>{t.ended(formatClock(run.endedAt), km(run.drivenM ?? run.distanceM))}</p>
  return (
    <section aria-labelledby="end" className="flex flex-col gap-3 rounded-md border border-control bg-paper p-4">
      <h2 id="end" className="text-2xl">
        {t.endTitle}
      </h2>
      <p>{t.endText(failed)}</p>
      {cratesBack > 0 ? <p>{t.cratesTotal(cratesBack)}</p> : null}
      <WordForm word="end" say={say} className="flex flex-col gap-3">
        <Field
          label={t.drivenKm}
          hint={t.plannedKm(km(run.distanceM))}
          name="drivenKm"
          inputMode="decimal"
          pattern="\d{1,3}([.,]\d{1,3})?"
          required
          className="min-h-14 text-xl"
        />
        <Button className="min-h-14 text-lg">{t.end}</Button>
      </WordForm>
    </section>
  )
}
