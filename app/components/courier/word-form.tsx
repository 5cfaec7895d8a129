import { Form } from '@remix-run/react'
import type { FormEvent, ReactNode } from 'react'
import type { DriverWord } from '#app/domain/delivery/driver-event.ts'
import { readDriverWord } from '#app/domain/delivery/read-driver-word.ts'

/** Notes a word on the phone; null where the phone cannot: then the form is sent as it is. */
export type Say = ((word: DriverWord) => Promise<void>) | null

type Props = { word: DriverWord['kind']; dropId?: string; consignmentId?: string; say: Say; className?: string; children: ReactNode }

/** One form for both ways a driver says something: to the phone's queue, or, without a script, straight to the server. */
export function WordForm({ word, dropId, consignmentId, say, className, children }: Props) {
  const note = (event: FormEvent<HTMLFormElement>) => {
    if (!say) return
    event.preventDefault()
    const submitter = event.nativeEvent instanceof SubmitEvent ? event.nativeEvent.submitter : null
    const said = readDriverWord(new FormData(event.currentTarget, submitter))
    if (said) void say(said)
  }
  return (
    <Form method="post" onSubmit={note} {...(className ? { className } : {})}>
      <input type="hidden" name="word" value={word} />
      {dropId ? <input type="hidden" name="dropId" value={dropId} /> : null}
      {consignmentId ? <input type="hidden" name="consignmentId" value={consignmentId} /> : null}
      {children}
    </Form>
  )
}
