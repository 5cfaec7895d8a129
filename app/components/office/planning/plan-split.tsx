import { Form } from '@remix-run/react'
import { Button } from '#app/components/ui/button.tsx'
import { allianceMessages } from '#app/i18n/messages/alliance.ts'
import { dispatchMessages } from '#app/i18n/messages/dispatch.ts'
import { useMessages, usePick } from '#app/i18n/use-messages.ts'

type Run = { id: string; position: number; vehicleZh: string; vehicleEn: string }

/** Some runs become a wave of their own. */
export function PlanSplit({ runs, version }: { runs: readonly Run[]; version: number }) {
  const t = useMessages(dispatchMessages)
  const a = useMessages(allianceMessages)
  const pick = usePick()
  return (
    <details className="rounded-md border border-rule bg-paper p-4">
      <summary className="min-h-11 cursor-pointer font-semibold">{t.split}</summary>
      <Form method="post" className="flex flex-col items-start gap-3">
        <input type="hidden" name="version" value={version} />
        <p className="text-sm text-ink-2">{t.splitText}</p>
        <fieldset className="flex flex-col">
          <legend className="font-semibold">{t.splitRuns}</legend>
          {runs.map(({ id, position, vehicleZh, vehicleEn }) => (
            <label key={id} className="flex min-h-11 items-center gap-2">
              <input type="checkbox" name="run" value={id} className="size-5" />
              {a.runNumber(position)} · {pick(vehicleZh, vehicleEn)}
            </label>
          ))}
        </fieldset>
        <Button look="danger" name="intent" value="split">
          {t.split}
        </Button>
      </Form>
    </details>
  )
}
