import { Form, Link, useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'
import { Button } from '#app/components/ui/button.tsx'
import { SelectField } from '#app/components/ui/field.tsx'
import { formatFen } from '#app/i18n/format.ts'
import { dispatchMessages } from '#app/i18n/messages/dispatch.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { DrawnBar } from '../drawn-bar.tsx'

export type JobOnPage = {
  status: 'queued' | 'running' | 'done' | 'failed'
  progress: number
  bestCostFen: number | null
  unserved: number
  stopAskedAt: Date | null
}

const lookAgainMs = 1000

/** A planning under way with its progress and a way to stop it, or the form that asks for one. */
export function PlanJob({ job, version, mayPlan }: { job: JobOnPage | null; version: number; mayPlan: boolean }) {
  const t = useMessages(dispatchMessages)
  const isWorking = job?.status === 'queued' || job?.status === 'running'
  useLooksAgain(isWorking)
  if (job && isWorking) {
    return (
      <Form method="post" className="flex flex-col gap-2 rounded-md border border-rule bg-paper p-4" aria-live="polite">
        <input type="hidden" name="version" value={version} />
        <p className="font-semibold">{job.status === 'queued' ? t.queued : t.planning(Math.floor(job.progress / 10))}</p>
        <DrawnBar part={job.progress / 1000} tone="rape" />
        {job.bestCostFen === null ? null : <p className="text-sm text-ink-2">{t.bestSoFar(formatFen(job.bestCostFen), job.unserved)}</p>}
        <div className="flex flex-wrap items-center gap-3">
          <Button look="danger" name="intent" value="stop" disabled={job.stopAskedAt !== null}>
            {job.stopAskedAt ? t.stopping : t.stop}
          </Button>
          <Link to="." className="inline-flex min-h-11 items-center">
            {t.refresh}
          </Link>
        </div>
      </Form>
    )
  }
  if (!mayPlan) return null
  return (
    <Form method="post" preventScrollReset className="flex flex-wrap items-end gap-3 rounded-md border border-rule bg-paper p-4">
      <input type="hidden" name="version" value={version} />
      <SelectField label={t.mode} name="mode" defaultValue="rest">
        {(['rest', 'all', 'keep_order'] as const).map((mode) => (
          <option key={mode} value={mode}>
            {t[`mode_${mode}`]}
          </option>
        ))}
      </SelectField>
      <SelectField label={t.seconds} name="seconds" defaultValue={5}>
        {[2, 5, 20, 60].map((seconds) => (
          <option key={seconds} value={seconds}>
            {t.secondsOf(seconds)}
          </option>
        ))}
      </SelectField>
      <Button name="intent" value="plan" look="plain">
        {t.start}
      </Button>
    </Form>
  )
}

function useLooksAgain(isWorking: boolean) {
  const { revalidate } = useRevalidator()
  useEffect(() => {
    if (!isWorking) return
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') revalidate()
    }, lookAgainMs)
    return () => clearInterval(timer)
  }, [isWorking, revalidate])
}
