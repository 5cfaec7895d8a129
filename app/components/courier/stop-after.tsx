import { Button } from '#app/components/ui/button.tsx'
import { Field, TextField } from '#app/components/ui/field.tsx'
import { courierRoadMessages } from '#app/i18n/messages/courier-road.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { type Say, WordForm } from './word-form.tsx'

type Props = { dropId: string; code: string; cratesBack: number; canReopen: boolean; say: Say }

/** What comes with or after a stop: crates that came back, a note, and the way out of a mistake. */
export function StopAfter({ dropId, code, cratesBack, canReopen, say }: Props) {
  const t = useMessages(courierRoadMessages)
  return (
    <details>
      <summary className="flex min-h-14 items-center justify-center px-4 text-ink-2">
        {t.more}
        <span className="sr-only"> {code}</span>
      </summary>
      <div className="flex flex-col gap-4 py-3">
        <WordForm word="crates" dropId={dropId} say={say} className="flex flex-col gap-3">
          <Field
            label={t.cratesBack}
            name="count"
            id={`crates-${dropId}`}
            type="number"
            inputMode="numeric"
            min={0}
            max={99}
            required
            defaultValue={cratesBack}
            className="min-h-14 text-xl"
          />
          <Button look="plain" className="min-h-14">
            {t.keepCrates}
          </Button>
        </WordForm>
        <WordForm word="annotate" dropId={dropId} say={say} className="flex flex-col gap-3">
          <TextField label={t.annotation} name="annotation" id={`annotation-${dropId}`} maxLength={500} required />
          <Button look="plain" className="min-h-14">
            {t.keepNote}
          </Button>
        </WordForm>
        {canReopen ? (
          <WordForm word="reopen" dropId={dropId} say={say} className="flex flex-col">
            <Button look="danger" className="min-h-14">
              {t.reopen}
            </Button>
          </WordForm>
        ) : null}
      </div>
    </details>
  )
}
