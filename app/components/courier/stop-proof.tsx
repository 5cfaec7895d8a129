import { Form } from '@remix-run/react'
import { type FormEvent, useState } from 'react'
import { Button } from '#app/components/ui/button.tsx'
import { courierRoadMessages } from '#app/i18n/messages/courier-road.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { shrinkPhoto } from './shrink-photo.ts'
import { SignaturePad } from './signature-pad.tsx'

/** Keeps a picture on the phone until it can be sent; null where the phone cannot: then the form is sent as it is. */
export type Show = ((dropId: string, kind: 'photo' | 'signature', bytes: Blob) => Promise<void>) | null

/** Proof of a stop, before or after it is done: a photograph, or a signature where there is a script to draw it. */
export function StopProof({ runId, dropId, code, show }: { runId: string; dropId: string; code: string; show: Show }) {
  const t = useMessages(courierRoadMessages)
  const [isUnreadable, setUnreadable] = useState(false)
  const keep = async (event: FormEvent<HTMLFormElement>) => {
    if (!show) return
    event.preventDefault()
    const form = event.currentTarget
    const file = new FormData(form).get('photo')
    const photo = file instanceof File && file.size > 0 ? await shrinkPhoto(file) : null
    setUnreadable(photo === null)
    if (!photo) return
    await show(dropId, 'photo', photo)
    form.reset()
  }
  return (
    <details>
      <summary className="flex min-h-14 items-center justify-center rounded-sm border border-control bg-paper px-4 font-semibold text-indigo">
        {t.photo}
        <span className="sr-only"> {code}</span>
      </summary>
      <Form
        method="post"
        action={`/courier/runs/${runId}/proofs`}
        encType="multipart/form-data"
        onSubmit={keep}
        className="flex flex-col gap-3 py-3"
      >
        <input type="hidden" name="dropId" value={dropId} />
        <label className="flex flex-col gap-1">
          <span className="font-semibold">{t.photo}</span>
          <input
            type="file"
            name="photo"
            accept="image/*"
            capture="environment"
            required
            aria-describedby={`photo-hint-${dropId}`}
            className="min-h-14 w-full py-3"
          />
        </label>
        <p id={`photo-hint-${dropId}`} className="text-sm text-ink-2">
          {t.photoHint}
        </p>
        {isUnreadable ? (
          <p role="alert" className="font-semibold text-pepper">
            {t.photoUnreadable}
          </p>
        ) : null}
        <Button look="plain" className="min-h-14 text-lg">
          {t.sendPhoto}
        </Button>
      </Form>
      {show ? <SignaturePad keep={(signature) => void show(dropId, 'signature', signature)} /> : null}
    </details>
  )
}
