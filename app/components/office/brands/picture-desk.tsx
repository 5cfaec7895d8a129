import { Form, useNavigation } from '@remix-run/react'
import { Photograph } from '#app/components/shop/brands/photograph.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { Field } from '#app/components/ui/field.tsx'
import { type ArrangedPicture, mostPictures } from '#app/domain/brands/arrange-pictures.ts'
import { brandDeskMessages } from '#app/i18n/messages/brand-desk.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { pictureProblemText } from './picture-problems.ts'

type Answer = { problem: string; of: string | null; altZh: string; altEn: string } | undefined

/** A product's pictures in their order, each with its words; and room for another. `action` is the page that takes the forms. */
export function PictureDesk({ action, pictures, answer }: { action: string; pictures: readonly ArrangedPicture[]; answer?: Answer }) {
  const t = useMessages(brandDeskMessages)
  return (
    <div className="flex flex-col gap-4">
      {pictures.length === 0 ? <p className="text-ink-2">{t.noPictures}</p> : null}
      <ol className="flex flex-col gap-4">
        {pictures.map((picture, index) => (
          <li key={picture.mediaId} className="grid gap-3 border-b border-rule pb-4 sm:grid-cols-[12rem_1fr]">
            <div>
              <Photograph
                id={picture.mediaId}
                colour={null}
                alt={picture.altZh}
                sizes="192px"
                className="block aspect-4/3 h-auto w-full max-w-48 rounded-sm border border-control object-cover"
              />
              {index === 0 ? <p className="pt-1 text-sm font-semibold">{t.onCard}</p> : null}
            </div>
            <PictureWords action={action} picture={picture} place={index} all={pictures.length} answer={answer} />
          </li>
        ))}
      </ol>
      {pictures.length < mostPictures ? (
        <AddPicture key={pictures.length} action={action} answer={answer?.of === null ? answer : undefined} />
      ) : (
        <p>{t.full}</p>
      )}
    </div>
  )
}

type Words = { action: string; picture: ArrangedPicture; place: number; all: number; answer: Answer }

function PictureWords({ action, picture, place, all, answer }: Words) {
  const t = useMessages(brandDeskMessages)
  const { mediaId } = picture
  const isAsked = answer?.of === mediaId
  const error = isAsked ? pictureProblemText(t, answer.problem) : undefined
  const number = place + 1
  return (
    <Form method="post" action={action} encType="multipart/form-data" className="flex flex-col gap-3">
      <input type="hidden" name="mediaId" value={mediaId} />
      <AltFields id={mediaId} values={isAsked ? answer : picture} error={error} />
      <div className="flex flex-wrap gap-2">
        <Button look="plain" name="intent" value="describe">
          {t.saveWords}
          <span className="sr-only"> {t.picture(number)}</span>
        </Button>
        {place > 0 ? (
          <Button look="plain" name="intent" value="forward">
            ↑ {t.forward}
            <span className="sr-only"> {t.picture(number)}</span>
          </Button>
        ) : null}
        {place < all - 1 ? (
          <Button look="plain" name="intent" value="back">
            ↓ {t.back}
            <span className="sr-only"> {t.picture(number)}</span>
          </Button>
        ) : null}
        <Button look="danger" name="intent" value="remove">
          {t.remove}
          <span className="sr-only"> {t.picture(number)}</span>
        </Button>
      </div>
    </Form>
  )
}

function AddPicture({ action, answer }: { action: string; answer: Answer }) {
  const t = useMessages(brandDeskMessages)
  const isSending = useNavigation().formAction?.startsWith(action) === true
  const isAboutWords = answer?.problem === 'alt_missing'
  const text = answer && pictureProblemText(t, answer.problem)
  return (
    <Form method="post" action={action} encType="multipart/form-data" className="flex flex-col gap-3">
      <h3 className="font-semibold">{t.add}</h3>
      <Field
        label={t.file}
        name="picture"
        type="file"
        accept="image/jpeg,image/png,image/webp,image/avif,image/heic"
        hint={t.fileHint}
        error={isAboutWords ? undefined : text}
      />
      <AltFields id="new" values={answer ?? { altZh: '', altEn: '' }} error={isAboutWords ? text : undefined} />
      <Button name="intent" value="add" className="self-start" disabled={isSending}>
        {isSending ? t.sending : t.addButton}
      </Button>
    </Form>
  )
}

type Alts = { id: string; values: { altZh: string; altEn: string }; error: string | undefined }

function AltFields({ id, values, error }: Alts) {
  const t = useMessages(brandDeskMessages)
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <Field label={t.altZh} name="altZh" id={`altZh-${id}`} lang="zh-CN" maxLength={120} defaultValue={values.altZh} error={error} />
      <Field label={t.altEn} name="altEn" id={`altEn-${id}`} lang="en" maxLength={120} defaultValue={values.altEn} />
    </div>
  )
}
