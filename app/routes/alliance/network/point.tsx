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
  const answer = useActionData<typeof action>()
  const t = useMessages(networkMessages)
  const pick = usePick()
  const asIs: Record<string, string> = point
    ? Object.fromEntries(Object.entries(point).map(([name, value]) => [name, String(value)]))
    : { windowFrom: '10:00', windowTo: '20:00', capacityOrders: '60' }
  const form = { id: 'point', typed: answer?.typed ?? asIs, problems: answer?.problems ?? {} }
  return (
    <>
      <NetworkPageHead
        title={point ? pick(point.nameZh, point.nameEn) : t.newPoint}
        answer={answer ? { version: answer.version, refusal: answer.refused ? t[answer.refused] : null } : null}
        done={done && t[done]}
      />
      <Panel id="point" title={t.points}>
        <Form key={point?.version ?? 'new'} method="post" noValidate className="flex flex-col gap-4">
          <input type="hidden" name="version" value={point?.version ?? 0} />
          <div className="grid items-start gap-4 sm:grid-cols-2">
            <NetworkFields
              {...form}
              fields={[
                { name: 'nameZh', label: 'nameZh' },
                { name: 'nameEn', label: 'nameEn' },
                { name: 'addressZh', label: 'addressZh' },
                { name: 'addressEn', label: 'addressEn' },
                { name: 'windowFrom', label: 'windowFrom', type: 'time' },
                { name: 'windowTo', label: 'windowTo', type: 'time' },
                { name: 'lat', label: 'lat', type: 'number' },
                { name: 'lon', label: 'lon', type: 'number' },
                { name: 'capacityOrders', label: 'kept', type: 'number' },
              ]}
            />
            <NetworkChoice {...form} name="status" label="state">
              <option value="open">{t.open}</option>
              <option value="closed">{t.closed}</option>
            </NetworkChoice>
            <NetworkFields
              {...form}
              fields={[
                { name: 'instructionsZh', label: 'instructionsZh' },
                { name: 'instructionsEn', label: 'instructionsEn' },
              ]}
            />
          </div>
          <Button className="self-start">{t.save}</Button>
        </Form>
      </Panel>
    </>
  )
}
