import { CodeForm } from '#app/components/courier/code-form.tsx'
import { type Say, WordForm } from '#app/components/courier/word-form.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { failureReasons, handoverNotes, nextSteps } from '#app/domain/delivery/settle-drop.ts'
import { courierMessages } from '#app/i18n/messages/courier.ts'
import { courierRoadMessages } from '#app/i18n/messages/courier-road.ts'
import { deliveryMessages } from '#app/i18n/messages/delivery.ts'
import { useMessages } from '#app/i18n/use-messages.ts'

const opener = 'flex min-h-14 items-center justify-center rounded-sm border px-4 font-semibold'

/** Two taps to a stop's end: one opens the ways it can end, one says which. Works without JavaScript. */
export function CourierSettle({
  dropId,
  code,
  hasFailed,
  isNext,
  wrongCode,
  say,
}: {
  dropId: string
  /** the drop's, for whoever hears one button at a time */
  code: string
  hasFailed: boolean
  isNext: boolean
  wrongCode: boolean
  /** notes it on the phone; null: the form is sent as it is */
  say: Say
}) {
  const t = useMessages(courierMessages)
  const d = useMessages(deliveryMessages)
  const r = useMessages(courierRoadMessages)
  return (
    <div className="flex flex-col gap-3">
      <details open={wrongCode}>
        <summary className={`${opener} ${isNext ? 'border-leaf bg-leaf text-lg text-on-leaf' : 'border-leaf bg-paper text-leaf'}`}>
          {hasFailed ? t.tryAgain : t.deliver}
          <span className="sr-only"> {code}</span>
        </summary>
        <WordForm word="deliver" dropId={dropId} say={say} className="flex flex-col gap-3 py-3">
          <p>{t.howDelivered}</p>
          {handoverNotes.map((note) => (
            <Button key={note} name="note" value={note} look="plain" className="min-h-14 text-lg">
              {d[note]}
            </Button>
          ))}
        </WordForm>
        <CodeForm dropId={dropId} wrongCode={wrongCode} say={say} />
      </details>
      {hasFailed ? null : (
        <details>
          <summary className={`${opener} border-pepper bg-paper text-pepper`}>
            {t.notDelivered}
            <span className="sr-only"> {code}</span>
          </summary>
          <WordForm word="fail" dropId={dropId} say={say} className="flex flex-col gap-3 py-3">
            <fieldset className="flex flex-col">
              <legend className="font-semibold">{r.next}</legend>
              {nextSteps.toReversed().map((next) => (
                <label key={next} className="flex min-h-14 items-center gap-3">
                  <input type="radio" name="next" value={next} defaultChecked={next === 'hub'} className="size-6" />
                  {r[next]}
                </label>
              ))}
            </fieldset>
            <p>{t.whyNot}</p>
            {failureReasons.map((reason) => (
              <Button key={reason} name="reason" value={reason} look="danger" className="min-h-14 text-lg">
                {d[reason]}
              </Button>
            ))}
          </WordForm>
          <WordForm word="deliver" dropId={dropId} say={say} className="flex flex-col pb-3">
            <Button name="note" value="with_neighbour" look="plain" className="min-h-14 text-lg">
              {r.toNeighbour}
            </Button>
          </WordForm>
        </details>
      )}
    </div>
  )
}
