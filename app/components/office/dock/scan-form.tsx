import { Form, useNavigation } from '@remix-run/react'
import { useRef } from 'react'
import { Button } from '#app/components/ui/button.tsx'
import { Field, SelectField } from '#app/components/ui/field.tsx'
import { dockMessages } from '#app/i18n/messages/dock.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { useLabelCamera } from './use-label-camera.ts'

type Step = 'at_hub' | 'merged' | 'missing' | 'found' | 'loaded' | 'returned'

/** A label scanned with the camera where there is one, its alias typed anywhere. */
export function ScanForm({
  scanId,
  steps,
  typed,
  error,
}: {
  /** fresh for every scan: the same one sent twice counts once */
  scanId: string
  steps: readonly Step[]
  typed: { alias: string; step: Step } | null
  error?: string | undefined
}) {
  const t = useMessages(dockMessages)
  const form = useRef<HTMLFormElement>(null)
  const video = useRef<HTMLVideoElement>(null)
  const isBusy = useNavigation().state === 'submitting'
  const { state, toggle } = useLabelCamera(video, (text) => {
    const alias = form.current?.elements.namedItem('alias')
    if (!(alias instanceof HTMLInputElement)) return
    alias.value = text
    form.current?.requestSubmit()
  })
  return (
    <section aria-labelledby="scan" className="flex flex-col gap-3 rounded-md border border-rule bg-paper px-4 py-4">
      <h2 id="scan" className="text-xl">
        {t.scanTitle}
      </h2>
      <Form ref={form} method="post" className="flex flex-wrap items-start gap-3">
        <input type="hidden" name="scanId" value={scanId} />
        <div className="min-w-40 flex-1">
          <Field
            key={scanId}
            name="alias"
            label={t.scanAlias}
            hint={t.scanAliasHint}
            error={error}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={40}
            defaultValue={error ? (typed?.alias ?? '') : ''}
          />
        </div>
        <div className="min-w-40">
          <SelectField name="step" label={t.scanStep} defaultValue={typed?.step ?? steps[0]}>
            {steps.map((step) => (
              <option key={step} value={step}>
                {t[`step_${step}`]}
              </option>
            ))}
          </SelectField>
        </div>
        <Button type="submit" className="mt-8" disabled={isBusy}>
          {t.scan}
        </Button>
        {state === 'off' || state === 'on' ? (
          <Button type="button" look="plain" className="mt-8" onClick={toggle}>
            {state === 'on' ? t.cameraStop : t.camera}
          </Button>
        ) : null}
      </Form>
      {state === 'denied' ? <p className="text-sm text-pepper">{t.cameraDenied}</p> : null}
      <video ref={video} muted playsInline hidden={state !== 'on'} className="max-h-64 rounded-sm border border-rule" />
    </section>
  )
}
