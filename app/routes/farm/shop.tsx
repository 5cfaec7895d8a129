import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { FarmFigures } from '#app/components/office/farm-figures.tsx'
import { FarmPanel } from '#app/components/office/farm-panel.tsx'
import { FarmQrCode } from '#app/components/office/farm-qr-code.tsx'
import { PosterLink } from '#app/components/ui/poster-link.tsx'
import { drawQrCode } from '#app/http/draw-qr-code.server.ts'
import { found } from '#app/http/parse.server.ts'
import { db, publicUrl } from '#app/http/runtime.server.ts'
import { requireFarm } from '#app/http/viewer.server.ts'
import { farmPartnersMessages } from '#app/i18n/messages/farm-partners.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useMessages, usePick } from '#app/i18n/use-messages.ts'
import { findFarmFigures, findFarmProfile } from '#db/queries/farm-profile.server.ts'
import { countOwnCustomers } from '#db/queries/own-customers.server.ts'

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
  const link = `${publicUrl()}/f/${farm.slug}`
  return { farm, figures: found(figures), ownCustomers, link, code: drawQrCode(link) }
}

const action = 'flex min-h-11 items-center text-indigo underline'

export default function Shop() {
  const t = useMessages(farmPartnersMessages)
  const pick = usePick()
  const { farm, figures, ownCustomers, link, code } = useLoaderData<typeof loader>()
  return (
    <>
      <header className="flex max-w-2xl flex-col gap-2">
        <h1 className="text-3xl">{t.shopTitle}</h1>
        <p className="text-ink-2">{t.shopLead}</p>
      </header>
      <div className="grid gap-4 md:grid-cols-2">
        <FarmPanel id="link" title={t.link}>
          <p className="rounded-sm border border-rule bg-ground px-3 py-2 font-semibold break-all select-all">{link}</p>
          <Link to={`/f/${farm.slug}`} className={action}>
            {t.openShop}
          </Link>
          <p className="flex flex-wrap items-baseline gap-x-4">
            <span>{t.ownCustomers}</span>
            <b className="text-2xl">{t.people(ownCustomers)}</b>
            <Link to="/farm/customers" className={action}>
              {t.seeCustomers}
            </Link>
          </p>
        </FarmPanel>
        <FarmPanel id="qr" title={t.qrTitle} lead={t.qrHint}>
          <FarmQrCode code={code} label={t.qrLabel(pick(farm.nameZh, farm.nameEn))} className="w-48" />
          <a href="/farm/shop/qr.svg" download={`${farm.slug}-qr.svg`} className={action}>
            {t.downloadQr}
          </a>
          <PosterLink path={`/share/farms/${farm.slug}/poster.png`} filename={farm.slug} />
        </FarmPanel>
      </div>
      <FarmPanel id="figures" title={t.figuresTitle} lead={t.figuresSource}>
        <FarmFigures figures={figures} />
      </FarmPanel>
    </>
  )
}
