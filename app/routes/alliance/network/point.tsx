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
import { PointForm, readNetworkForm } from '#app/schemas/network.ts'
import { type SavePointRefusal, savePoint } from '#app/services/network/save-point.server.ts'
import { findPoint } from '#db/queries/network/network-desk.server.ts'
import { noteOf, refusedForm } from './answer-form.server.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => networkMessages[locale].points)
const Params = z.object({ pointId: IdSchema })

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireOffice(request)
  const { pointId } = parseParams(params, Params)
  return { point: pointId === 'new' ? null : found(await findPoint(db().reader, pointId)), done: noteOf(request) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { userId } = await requireOffice(request)
  const { pointId } = parseParams(params, Params)
  const typed = typedIn(await request.formData())
  const read = readNetworkForm(typed, PointForm)
  if (!read.ok) return refusedForm<SavePointRefusal['code']>({ typed, problems: read.problems })
  const { version, ...point } = read.value
  const answer = await savePoint(db(), { pointId: pointId === 'new' ? null : pointId, version, point, userId, now: now() })
  return answer.ok
    ? redirect(`/alliance/network/points/${answer.value.pointId}?done=saved`)
    : refusedForm({ typed, refused: answer.refusal.code })
}

export default function Point() {
  const { point, done } = useLoaderData<typeof loader>()
  return (
    <NetworkPlace
      kind="point"
      place={point}
      usual={{ windowFrom: '10:00', windowTo: '20:00', capacityOrders: '60' }}
      texts={{ title: 'points', titleWhenNew: 'newPoint' }}
      fields={[
        { name: 'windowFrom', label: 'windowFrom', type: 'time' },
        { name: 'windowTo', label: 'windowTo', type: 'time' },
        { name: 'lat', label: 'lat', type: 'number' },
        { name: 'lon', label: 'lon', type: 'number' },
        { name: 'capacityOrders', label: 'kept', type: 'number' },
      ]}
      lastFields={[
        { name: 'instructionsZh', label: 'instructionsZh' },
        { name: 'instructionsEn', label: 'instructionsEn' },
      ]}
      answer={useActionData<typeof action>()}
      done={done}
    />
  )
}
