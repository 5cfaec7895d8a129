import { useRef, useState } from 'react'
import { useLabelCamera } from '#app/components/office/dock/use-label-camera.ts'
import { Button } from '#app/components/ui/button.tsx'
import { Field } from '#app/components/ui/field.tsx'
import { courierMessages } from '#app/i18n/messages/courier.ts'
import { courierRoadMessages } from '#app/i18n/messages/courier-road.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { type Say, WordForm } from './word-form.tsx'

const codePattern = /^\d{4}$/

/** The pick-up code, read out and typed, or read by the camera from the recipient's screen where the phone can. */
export function CodeForm({ dropId, wrongCode, say }: { dropId: string; wrongCode: boolean; say: Say }) {
  const t = useMessages(courierMessages)
  const r = useMessages(courierRoadMessages)
  const video = useRef<HTMLVideoElement>(null)
  const [isRead, setRead] = useState(false)
  const { state, toggle } = useLabelCamera(video, (text) => {
    const code = text.trim()
    if (!say || isRead || !codePattern.test(code)) return
    setRead(true)
    void say({ kind: 'deliver', dropId, proof: { kind: 'qr', code } })
    toggle()
  })
  return (
    <div className="flex flex-col gap-3 pb-3">
      <WordForm word="deliver" dropId={dropId} say={say} className="flex flex-col gap-3">
        <Field
          label={t.pickupCode}
          hint={t.codeHint}
          name="code"
          id={`code-${dropId}`}
          inputMode="numeric"
          autoComplete="off"
          pattern="\d{4}"
          maxLength={4}
          required
          error={wrongCode ? t.wrong_code : undefined}
          className="min-h-14 text-xl"
        />
        <Button look="plain" className="min-h-14 text-lg">
          {t.confirmCode}
        </Button>
      </WordForm>
      {say && (state === 'off' || state === 'on') ? (
        <Button
          type="button"
          look="plain"
          className="min-h-14 text-lg"
          onClick={() => {
            setRead(false)
            toggle()
          }}
        >
          {state === 'on' ? r.cameraStop : r.scanCode}
        </Button>
      ) : null}
      {state === 'denied' ? <p className="text-pepper">{r.cameraDenied}</p> : null}
      <p role="status">{isRead ? r.codeScanned : null}</p>
      <video ref={video} muted playsInline hidden={state !== 'on'} className="max-h-64 rounded-sm border border-rule" />
    </div>
  )
}
