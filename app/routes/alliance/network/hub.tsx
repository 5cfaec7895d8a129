import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { NetworkChoice, NetworkFields } from '#app/components/office/network/network-fields.tsx'
import { NetworkPageHead } from '#app/components/office/network/network-page-head.tsx'
import { Panel } from '#app/components/office/panel.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { found, parseParams } from '#app/http/parse.server.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { requireOffice } from '#app/http/viewer.server.ts'
import { networkMessages } from '#app/i18n/messages/network.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useMessages, usePick } from '#app/i18n/use-messages.ts'
import { IdSchema } from '#app/schemas/ids.ts'
import { typedIn } from '#app/schemas/listing.ts'
import { HubForm, readNetworkForm } from '#app/schemas/network.ts'
import { type SaveHubRefusal, saveHub } from '#app/services/network/save-hub.server.ts'
import { findHubs } from '#db/queries/network/network-desk.server.ts'
import { noteOf, refusedForm } from './answer-form.server.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => networkMessages[locale].hub)
const Params = z.object({ hubId: IdSchema })

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireOffice(request)
  const { hubId } = parseParams(params, Params)
  const hub = hubId === 'new' ? null : found((await findHubs(db().reader)).find(({ id }) => id === hubId))
  return { hub, done: noteOf(request) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { userId } = await requireOffice(request)
  const { hubId } = parseParams(params, Params)
  const typed = typedIn(await request.formData())
  const read = readNetworkForm(typed, HubForm)
  if (!read.ok) return refusedForm<SaveHubRefusal['code']>({ typed, problems: read.problems })
  const { version, ...hub } = read.value
  const answer = await saveHub(db(), { hubId: hubId === 'new' ? null : hubId, version, hub, userId, now: now() })
  return answer.ok
    ? redirect(`/alliance/network/hubs/${answer.value.hubId}?done=saved`)
    : refusedForm({ typed, refused: answer.refusal.code })
}

export default function Hub() {
  const { hub, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useMessages(networkMessages)
  const pick = usePick()
  const asIs: Record<string, string> = hub
    ? Object.fromEntries(Object.entries(hub).map(([name, value]) => [name, String(value)]))
    : { status: 'open', arriveBy: '06:00', crossDockMinutes: '45' }
  const form = { id: 'hub', typed: answer?.typed ?? asIs, problems: answer?.problems ?? {} }
  return (
    <>
      <NetworkPageHead
        title={hub ? pick(hub.nameZh, hub.nameEn) : t.newHub}
        answer={answer ? { version: answer.version, refusal: answer.refused ? t[answer.refused] : null } : null}
        done={done && t[done]}
      />
      <Panel id="hub" title={t.hub}>
        <Form key={hub?.version ?? 'new'} method="post" noValidate className="flex flex-col gap-4">
          <input type="hidden" name="version" value={hub?.version ?? 0} />
          <div className="grid items-start gap-4 sm:grid-cols-2">
            <NetworkFields
              {...form}
              fields={[
                { name: 'nameZh', label: 'nameZh' },
                { name: 'nameEn', label: 'nameEn' },
                { name: 'addressZh', label: 'addressZh' },
                { name: 'addressEn', label: 'addressEn' },
                { name: 'lat', label: 'lat', type: 'number' },
                { name: 'lon', label: 'lon', type: 'number' },
                { name: 'arriveBy', label: 'arriveBy', type: 'time' },
                { name: 'crossDockMinutes', label: 'crossDockMinutes', type: 'number' },
              ]}
            />
            <NetworkChoice {...form} name="status" label="state">
              <option value="open">{t.open}</option>
              <option value="closed">{t.closed}</option>
            </NetworkChoice>
          </div>
          <Button className="self-start">{t.save}</Button>
        </Form>
      </Panel>
    </>
  )
}
