import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { NetworkPlace } from '#app/components/office/network/network-place.tsx'
import { found, parseParams } from '#app/http/parse.server.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { requireOffice } from '#app/http/viewer.server.ts'
import { networkMessages } from '#app/i18n/messages/network.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
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
  return (
    <NetworkPlace
      kind="hub"
      place={hub}
      usual={{ arriveBy: '06:00', crossDockMinutes: '45' }}
      texts={{ title: 'hub', titleWhenNew: 'newHub' }}
      fields={[
        { name: 'lat', label: 'lat', type: 'number' },
        { name: 'lon', label: 'lon', type: 'number' },
        { name: 'arriveBy', label: 'arriveBy', type: 'time' },
        { name: 'crossDockMinutes', label: 'crossDockMinutes', type: 'number' },
      ]}
      answer={useActionData<typeof action>()}
      done={done}
    />
  )
}
