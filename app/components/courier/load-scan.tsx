import { type FormEvent, useRef, useState } from 'react'
import { useLabelCamera } from '#app/components/office/dock/use-label-camera.ts'
import { Button } from '#app/components/ui/button.tsx'
import { Field } from '#app/components/ui/field.tsx'
import { courierRoadMessages } from '#app/i18n/messages/courier-road.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import type { RoadParcel } from './road-parcels.tsx'
import type { Say } from './word-form.tsx'

/** Ticks a parcel off by its label: read by the camera where the phone can, typed always. Compared on the phone, so it needs no network. */
export function LoadScan({ parcels, say }: { parcels: readonly RoadParcel[]; say: NonNullable<Say> }) {
  const t = useMessages(courierRoadMessages)
  const video = useRef<HTMLVideoElement>(null)
  const [heard, setHeard] = useState<{ alias: string; isKnown: boolean } | null>(null)
  const tick = (label: string) => {
    const alias = label.trim().toUpperCase()
    const parcel = parcels.find((one) => one.alias === alias)
    setHeard({ alias, isKnown: parcel !== undefined })
    if (parcel) void say({ kind: 'load', consignmentId: parcel.id, step: 'loaded' })
  }
  const { state, toggle } = useLabelCamera(video, tick)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const typed = new FormData(event.currentTarget).get('alias')
    if (typeof typed === 'string' && typed.trim()) tick(typed)
    event.currentTarget.reset()
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-3 rounded-md border border-rule bg-paper p-4">
      <Field
        label={t.scanAlias}
        name="alias"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={40}
        error={heard && !heard.isKnown ? t.scanUnknown(heard.alias) : undefined}
        className="min-h-14 text-xl"
      />
      <p role="status" className="font-semibold text-leaf">
        {heard?.isKnown ? t.scanned(heard.alias) : null}
      </p>
      <div className="flex flex-wrap gap-3">
        <Button className="min-h-14 flex-1 text-lg">{t.scanLoaded}</Button>
        {state === 'off' || state === 'on' ? (
          <Button type="button" look="plain" className="min-h-14 flex-1 text-lg" onClick={toggle}>
            {state === 'on' ? t.cameraStop : t.scan}
          </Button>
        ) : null}
      </div>
      {state === 'denied' ? <p className="text-pepper">{t.cameraDenied}</p> : null}
      <video ref={video} muted playsInline hidden={state !== 'on'} className="max-h-64 rounded-sm border border-rule" />
    </form>
  )
}
