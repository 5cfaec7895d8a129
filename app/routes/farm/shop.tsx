import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { CoverDesk } from '#app/components/office/brands/cover-desk.tsx'
import { FarmFigures } from '#app/components/office/farm/figures.tsx'
import { Panel } from '#app/components/office/panel.tsx'
import { FarmQrCode } from '#app/components/office/qr-code.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { PosterLink } from '#app/components/ui/poster-link.tsx'
import { drawQrCode } from '#app/http/draw-qr-code.server.ts'
import { keepFormPicture } from '#app/http/keep-form-picture.server.ts'
import { found } from '#app/http/parse.server.ts'
import { readForm } from '#app/http/read-upload.server.ts'
import { db, now, publicUrl } from '#app/http/runtime.server.ts'
import { requireFarm } from '#app/http/viewer.server.ts'
import { brandDeskMessages } from '#app/i18n/messages/brand-desk.ts'
import { farmPartnersMessages } from '#app/i18n/messages/farm-partners.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useMessages, usePick } from '#app/i18n/use-messages.ts'
import { setFarmPicture } from '#app/services/brands/set-farm-picture.server.ts'
import { mostPictureBytes } from '#app/services/media/keep-picture.server.ts'
import { countOwnCustomers } from '#db/queries/farm/own-customers.server.ts'
import { findFarmFigures, findFarmProfile } from '#db/queries/farm/profile.server.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => farmPartnersMessages[locale].shopTitle)

export async function loader({ request }: LoaderFunctionArgs) {
  const { farmId } = await requireFarm(request)
  const { reader } = db()
  const [profile, figures, ownCustomers] = await Promise.all([
    findFarmProfile(reader, farmId),
    findFarmFigures(reader, farmId),
    countOwnCustomers(reader, farmId),
  ])
  const farm = found(profile)
  const link = farm.hostName === null ? `${publicUrl()}/f/${farm.slug}` : `${new URL(publicUrl()).protocol}//${farm.hostName}/`
  const done = new URL(request.url).searchParams.has('done')
  return { farm, figures: found(figures), ownCustomers, link, code: drawQrCode(link), done }
}

/** Puts a picture over the farm's shop, or takes it away. */
export async function action({ request }: ActionFunctionArgs) {
  const { farmId, userId } = await requireFarm(request)
  const form = await readForm(request, { maxBytes: mostPictureBytes + 1024 })
  if (!form.ok) return data({ problem: 'file_too_large' }, { status: 400 })
  const kept =
    form.value.get('intent') === 'no-cover' ? null : await keepFormPicture(form.value, { field: 'picture', use: 'farm', ownerId: farmId })
  if (kept !== null && !kept.ok) return data({ problem: kept.refusal.code as string }, { status: 400 })
  if (kept?.value.mediaId === null) return data({ problem: 'file_missing' }, { status: 400 })
  const set = await setFarmPicture(db(), { farmId, userId, mediaId: kept?.value.mediaId ?? null, now: now() })
  return set.ok ? redirect('/farm/shop?done') : data({ problem: set.refusal.code as string }, { status: 409 })
}

const textLink = 'flex min-h-11 items-center text-indigo underline'

export default function Shop() {
  const t = useMessages(farmPartnersMessages)
  const pick = usePick()
  const desk = useMessages(brandDeskMessages)
  const { farm, figures, ownCustomers, link, code, done } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  return (
    <>
      <header className="flex max-w-2xl flex-col gap-2">
        <h1 className="text-3xl">{t.shopTitle}</h1>
        <p className="text-ink-2">{t.shopLead}</p>
      </header>
      {done && problem === undefined ? <Notice tone="good" title={desk.coverSaved} /> : null}
      <div className="grid gap-4 md:grid-cols-2">
        <Panel id="link" title={t.link}>
          <p className="rounded-sm border border-rule bg-ground px-3 py-2 font-semibold break-all select-all">{link}</p>
          <Link to={`/f/${farm.slug}`} className={textLink}>
            {t.openShop}
          </Link>
          <p className="flex flex-wrap items-baseline gap-x-4">
            <span>{t.ownCustomers}</span>
            <b className="text-2xl">{t.people(ownCustomers)}</b>
            <Link to="/farm/customers" className={textLink}>
              {t.seeCustomers}
            </Link>
          </p>
        </Panel>
        <Panel id="qr" title={t.qrTitle} lead={t.qrHint}>
          <FarmQrCode code={code} label={t.qrLabel(pick(farm.nameZh, farm.nameEn))} className="w-48" />
          <a href="/farm/shop/qr.svg" download={`${farm.slug}-qr.svg`} className={textLink}>
            {t.downloadQr}
          </a>
          <PosterLink path={`/share/farms/${farm.slug}/poster.png`} filename={farm.slug} />
        </Panel>
      </div>
      <CoverDesk pictureId={farm.pictureId} problem={problem} />
      <Panel id="figures" title={t.figuresTitle} lead={t.figuresSource}>
        <FarmFigures figures={figures} />
      </Panel>
    </>
  )
}
