import { Form, useNavigation } from '@remix-run/react'
import { Photograph } from '#app/components/shop/brands/photograph.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { Field } from '#app/components/ui/field.tsx'
import { brandDeskMessages } from '#app/i18n/messages/brand-desk.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { Panel } from '../panel.tsx'
import { pictureProblemText } from './picture-problems.ts'

/** The picture over a farm's own shop: what stands there, another, or none. */
export function CoverDesk({ pictureId, problem }: { pictureId: string | null; problem: string | undefined }) {
  const t = useMessages(brandDeskMessages)
  const isSending = useNavigation().formMethod === 'POST'
  return (
    <Panel id="cover" title={t.coverTitle} lead={t.coverLead}>
      {pictureId === null ? (
        <p className="text-ink-2">{t.noCover}</p>
      ) : (
        <Photograph
          id={pictureId}
          colour={null}
          alt={t.coverTitle}
          sizes="320px"
          className="block aspect-4/3 h-auto w-full max-w-80 rounded-sm border-2 border-ink object-cover"
        />
      )}
      <Form method="post" encType="multipart/form-data" className="flex flex-col items-start gap-3">
        <Field
          label={t.file}
          name="picture"
          type="file"
          accept="image/jpeg,image/png,image/webp,image/avif,image/heic"
          hint={t.fileHint}
          error={problem === undefined ? undefined : pictureProblemText(t, problem)}
        />
        <div className="flex flex-wrap gap-2">
          <Button name="intent" value="cover" disabled={isSending}>
            {isSending ? t.sending : t.addButton}
          </Button>
          {pictureId === null ? null : (
            <Button name="intent" value="no-cover" look="danger">
              {t.removeCover}
            </Button>
          )}
        </div>
      </Form>
    </Panel>
  )
}
