import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { NetworkFields } from '#app/components/office/network/network-fields.tsx'
import { NetworkPageHead } from '#app/components/office/network/network-page-head.tsx'
import { Panel } from '#app/components/office/panel.tsx'
import { Button, ButtonLink } from '#app/components/ui/button.tsx'
import { businessDay, shanghaiInstant } from '#app/domain/business-day.ts'
import { yuanText } from '#app/domain/money/yuan-text.ts'
import { found, parseParams } from '#app/http/parse.server.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { requireOffice } from '#app/http/viewer.server.ts'
import { formatDay } from '#app/i18n/format.ts'
import { networkMessages } from '#app/i18n/messages/network.ts'
import { networkGapMessages } from '#app/i18n/messages/network-gaps.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useLocale, useMessages, usePick } from '#app/i18n/use-messages.ts'
import { IdSchema } from '#app/schemas/ids.ts'
import { typedIn } from '#app/schemas/listing.ts'
import { readNetworkForm, WaveTermsForm } from '#app/schemas/network.ts'
import { type SaveWaveTermsRefusal, saveWaveTerms } from '#app/services/network/save-wave-terms.server.ts'
import { findWaveTerms } from '#db/queries/network/wave-terms.server.ts'
import { noteOf, refusedForm } from './answer-form.server.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => networkGapMessages[locale].terms)
const Params = z.object({ waveId: IdSchema })

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireOffice(request)
  const { waveId } = parseParams(params, Params)
  const { cutoffAt, ...wave } = found(await findWaveTerms(db().reader, waveId))
  const cutoffOn = businessDay(cutoffAt)
  const minute = Math.round((cutoffAt.getTime() - shanghaiInstant(cutoffOn).getTime()) / 60_000)
  const cutoffTime = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
  return { wave, cutoffOn, cutoffTime, done: noteOf(request) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { userId } = await requireOffice(request)
  const { waveId } = parseParams(params, Params)
  const typed = typedIn(await request.formData())
  const read = readNetworkForm(typed, WaveTermsForm)
  if (!read.ok) return refusedForm<SaveWaveTermsRefusal['code']>({ typed, problems: read.problems })
  const { version, cutoffOn, cutoffTime, capacityDrops, dropFee } = read.value
  const terms = { capacityDrops, dropFeeFen: dropFee, cutoffAt: shanghaiInstant(cutoffOn, cutoffTime) }
  const answer = await saveWaveTerms(db(), { waveId, version, terms, userId, now: now() })
  return answer.ok ? redirect(`/alliance/network/waves/${waveId}?done=saved`) : refusedForm({ typed, refused: answer.refusal.code })
}

export default function WaveTerms() {
  const { wave, cutoffOn, cutoffTime, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = { ...useMessages(networkMessages), ...useMessages(networkGapMessages) }
  const locale = useLocale()
  const pick = usePick()
  const asIs = { capacityDrops: String(wave.capacityDrops), dropFee: yuanText(wave.dropFeeFen), cutoffOn, cutoffTime }
  const form = { id: 'terms', typed: answer?.typed ?? asIs, problems: answer?.problems ?? {} }
  return (
    <>
      <NetworkPageHead
        title={`${formatDay(wave.deliversOn, locale)} · ${pick(wave.zoneZh, wave.zoneEn)}`}
        lead={t.termsLead}
        answer={answer ? { version: answer.version, refusal: answer.refused ? t[answer.refused] : null } : null}
        done={done && t[done]}
      />
      <Panel id="terms" title={t.terms} lead={wave.status === 'open' ? t.bookedNow(wave.bookedDrops) : t.not_open}>
        {wave.status === 'open' ? (
          <Form key={wave.version} method="post" noValidate className="flex flex-col gap-4">
            <input type="hidden" name="version" value={wave.version} />
            <div className="grid items-start gap-4 sm:grid-cols-2">
              <NetworkFields
                {...form}
                fields={[
                  { name: 'capacityDrops', label: 'capacity', type: 'number' },
                  { name: 'dropFee', label: 'fee', type: 'number' },
                  { name: 'cutoffOn', label: 'cutoffOn', type: 'date' },
                  { name: 'cutoffTime', label: 'cutoffTime', type: 'time' },
                ]}
              />
            </div>
            <Button className="self-start">{t.save}</Button>
          </Form>
        ) : null}
        <ButtonLink look="plain" to={`/alliance/waves/${wave.id}`} className="self-start">
          {t.toWave}
        </ButtonLink>
      </Panel>
    </>
  )
}
