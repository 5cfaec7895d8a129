import { Form } from '@remix-run/react'
import type { ComponentProps } from 'react'
import { Button } from '#app/components/ui/button.tsx'
import type { NetworkProblems } from '#app/domain/delivery/network-problems.ts'
import { networkMessages } from '#app/i18n/messages/network.ts'
import { useMessages, usePick } from '#app/i18n/use-messages.ts'
import { Panel } from '../panel.tsx'
import { type FieldName, NetworkFields, OpenChoice, type Typed } from './network-fields.tsx'
import { NetworkPageHead } from './network-page-head.tsx'

type Place = { nameZh: string; nameEn: string; version: number }
type Fields = ComponentProps<typeof NetworkFields>['fields']
type Page = {
  kind: 'hub' | 'point'
  /** `place`: null where there is none yet; its form then opens with what is `usual`. */
  place: Place | null
  usual: Typed
  texts: { title: FieldName; titleWhenNew: FieldName }
  /** What is asked after its names and address, and after whether it is open. */
  fields: Fields
  lastFields?: Fields
  answer: { typed: Typed; problems: NetworkProblems; refused: FieldName | null; version: number } | undefined
  done: FieldName | null
}

/** A hub or a pick-up point: one form for where it is, when it takes goods and how much. */
export function NetworkPlace({ kind, place, usual, texts, fields, lastFields = [], answer, done }: Page) {
  const t = useMessages(networkMessages)
  const pick = usePick()
  const asIs = place
    ? Object.fromEntries(Object.entries(place).map(([name, value]) => [name, String(value)]))
    : { status: 'open', ...usual }
  const form = { id: kind, typed: answer?.typed ?? asIs, problems: answer?.problems ?? {} }
  return (
    <>
      <NetworkPageHead
        title={place ? pick(place.nameZh, place.nameEn) : t[texts.titleWhenNew]}
        answer={answer ? { version: answer.version, refusal: answer.refused ? t[answer.refused] : null } : null}
        done={done && t[done]}
      />
      <Panel id={kind} title={t[texts.title]}>
        <Form key={place?.version ?? 'new'} method="post" noValidate className="flex flex-col gap-4">
          <input type="hidden" name="version" value={place?.version ?? 0} />
          <div className="grid items-start gap-4 sm:grid-cols-2">
            <NetworkFields {...form} fields={[...namesAndAddress, ...fields]} />
            <OpenChoice {...form} />
            <NetworkFields {...form} fields={lastFields} />
          </div>
          <Button className="self-start">{t.save}</Button>
        </Form>
      </Panel>
    </>
  )
}

const namesAndAddress = (['nameZh', 'nameEn', 'addressZh', 'addressEn'] as const).map((name) => ({ name, label: name }))
