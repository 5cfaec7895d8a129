import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { Button } from '#app/components/ui/button.tsx'
import { Field } from '#app/components/ui/field.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { businessDay } from '#app/domain/business-day.ts'
import { found, parseParams } from '#app/http/parse.server.ts'
import { db, now, publicUrl } from '#app/http/runtime.server.ts'
import { requireOffice } from '#app/http/viewer.server.ts'
import { allianceMessages } from '#app/i18n/messages/alliance.ts'
import { brandDeskMessages } from '#app/i18n/messages/brand-desk.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useMessages, usePick } from '#app/i18n/use-messages.ts'
import { LicenceTermSchema, wrongFields } from '#app/schemas/brand-forms.ts'
import { IdSchema } from '#app/schemas/ids.ts'
import { setHostName } from '#app/services/brands/set-host-name.server.ts'
import { setLicence } from '#app/services/catalog/set-licence.server.ts'
import { findMembership } from '#db/queries/brands/members.server.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => brandDeskMessages[locale].licence)

const Params = z.object({ farmId: IdSchema })
const Done = z.enum(['licence', 'host']).nullable().catch(null)

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireOffice(request)
  const { farmId } = parseParams(params, Params)
  const farm = found(await findMembership(db().reader, farmId))
  return { farm, done: Done.parse(new URL(request.url).searchParams.get('done')) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { userId } = await requireOffice(request)
  const { farmId } = parseParams(params, Params)
  const farm = found(await findMembership(db().reader, farmId))
  const form = Object.fromEntries(await request.formData())
  const typed = { untilOn: String(form.untilOn ?? ''), reason: String(form.reason ?? ''), hostName: String(form.hostName ?? '') }
  const at = now()
  const who = { farmId, userId, now: at }
  if (form.intent === 'host') {
    const set = await setHostName(db(), { ...who, hostName: typed.hostName, mainHost: new URL(publicUrl()).host })
    if (!set.ok) return data({ of: 'host' as const, wrong: [set.refusal.code as string], typed }, { status: 409 })
    return redirect(`/alliance/members/${farmId}?done=host`)
  }
  const term = LicenceTermSchema.safeParse(form)
  const wrong = term.success ? [] : wrongFields(term.error)
  const isPast = term.success && term.data.untilOn !== null && term.data.untilOn < businessDay(at)
  if (!term.success || isPast || !farm.licensed)
    return data({ of: 'licence' as const, wrong: isPast ? ['untilOn'] : wrong, typed }, { status: 400 })
  await setLicence(db(), { ...who, licensed: true, ...term.data })
  return redirect(`/alliance/members/${farmId}?done=licence`)
}

const panel = 'flex max-w-xl flex-col gap-3 rounded-md border border-rule bg-paper px-4 py-4'

export default function Member() {
  const { farm, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useMessages(brandDeskMessages)
  const { members } = useMessages(allianceMessages)
  const pick = usePick()
  const typed = answer?.typed
  const hostProblem = answer?.of === 'host' ? hostTexts(t)[answer.wrong[0] ?? ''] : undefined
  const isWrong = (field: string) => answer?.of === 'licence' && answer.wrong.includes(field)
  return (
    <>
      <header>
        <Link to="/alliance/members" className="flex min-h-11 items-center self-start text-indigo underline">
          {members}
        </Link>
        <h1 className="text-3xl">{t.memberTitle(pick(farm.nameZh, farm.nameEn))}</h1>
      </header>
      {done && !answer ? <Notice tone="good" title={done === 'host' ? t.hostSaved : t.licenceSaved} /> : null}
      <Form method="post" className={panel}>
        <h2 className="text-xl">{t.licence}</h2>
        {farm.licensed ? <p className="text-ink-2">{t.licenceText}</p> : <Notice tone="warn" title={t.suspended} />}
        <Field
          label={t.untilOn}
          name="untilOn"
          type="date"
          defaultValue={typed?.untilOn ?? farm.licensedUntilOn ?? ''}
          error={isWrong('untilOn') ? t.dateWrong : undefined}
        />
        <Field
          label={t.reason}
          name="reason"
          maxLength={200}
          defaultValue={typed?.reason ?? ''}
          error={isWrong('reason') ? t.reasonMissing : undefined}
        />
        <Button name="intent" value="licence" className="self-start" disabled={!farm.licensed}>
          {t.saveLicence}
        </Button>
      </Form>
      <Form method="post" className={panel}>
        <h2 className="text-xl">{t.host}</h2>
        <p className="text-ink-2">{t.hostText}</p>
        <Field
          label={t.hostName}
          name="hostName"
          inputMode="url"
          autoComplete="off"
          maxLength={253}
          defaultValue={answer?.of === 'host' ? answer.typed.hostName : (farm.hostName ?? '')}
          error={hostProblem}
        />
        <Button name="intent" value="host" look="plain" className="self-start">
          {t.saveHost}
        </Button>
      </Form>
    </>
  )
}

const hostTexts = (t: (typeof brandDeskMessages)['en']): Record<string, string> => ({
  malformed: t.host_malformed,
  own: t.host_own,
  taken: t.host_taken,
})
