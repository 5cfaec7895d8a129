import { Form } from '@remix-run/react'
import { Button } from '#app/components/ui/button.tsx'
import { TextField } from '#app/components/ui/field.tsx'
import { reviewMessages } from '#app/i18n/messages/reviews.ts'
import { starMessages } from '#app/i18n/messages/stars.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { StarRow } from './star-row.tsx'

type Typed = { typed: { stars: string; text: string }; problems: { stars?: boolean; text?: boolean } }

/** Stars, words and up to three pictures of one received item; what was typed stays when something is wrong. */
export function ReviewForm({ lineId, typed }: { lineId: string; typed: Typed | null }) {
  const t = useMessages(reviewMessages)
  const words = useMessages(starMessages)
  const stars = `stars-${lineId}`
  return (
    <Form method="post" encType="multipart/form-data" className="flex flex-col gap-4">
      <input type="hidden" name="lineId" value={lineId} />
      <fieldset aria-describedby={typed?.problems.stars ? `${stars}-error` : undefined}>
        <legend className="font-semibold">{t.starsLabel}</legend>
        <div className="flex flex-col items-start gap-2 pt-1 sm:flex-row sm:flex-wrap">
          {[5, 4, 3, 2, 1].map((count) => (
            <label
              key={count}
              className="inline-flex min-h-11 min-w-14 cursor-pointer items-center gap-3 rounded-sm border border-control bg-paper px-3 has-checked:border-ink has-checked:bg-rape-tint"
            >
              <input
                type="radio"
                name="stars"
                value={count}
                defaultChecked={typed?.typed.stars === String(count)}
                className="accent-leaf"
              />
              <span aria-hidden="true" className="inline-flex">
                <StarRow stars={count} />
              </span>
              <span className="sr-only">{words.starsOf(count)}</span>
            </label>
          ))}
        </div>
        {typed?.problems.stars ? (
          <p id={`${stars}-error`} className="pt-1 text-sm font-semibold text-pepper">
            <span aria-hidden="true">⚠ </span>
            {t.chooseStars}
          </p>
        ) : null}
      </fieldset>
      <TextField
        id={`text-${lineId}`}
        name="text"
        label={t.textLabel}
        hint={t.textHint}
        maxLength={500}
        defaultValue={typed?.typed.text}
        error={typed?.problems.text ? t.textTooLong : undefined}
      />
      <div className="flex flex-col gap-1">
        <label htmlFor={`pictures-${lineId}`} className="font-semibold">
          {t.picturesLabel}
        </label>
        <input
          id={`pictures-${lineId}`}
          type="file"
          name="picture"
          accept="image/*"
          multiple
          className="min-h-11 max-w-full file:mr-3 file:min-h-11 file:rounded-sm file:border file:border-control file:bg-paper file:px-4 file:font-semibold file:text-ink"
        />
      </div>
      <Button type="submit" className="self-start">
        {t.send}
      </Button>
    </Form>
  )
}
