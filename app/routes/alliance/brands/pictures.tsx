import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { ProducePicture } from '#app/components/shop/produce-picture.tsx'
import { Empty } from '#app/components/ui/empty.tsx'
import { drawnCrop } from '#app/domain/catalog/drawn-crop.ts'
import { db } from '#app/http/runtime.server.ts'
import { requireOffice } from '#app/http/viewer.server.ts'
import { brandDeskMessages } from '#app/i18n/messages/brand-desk.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useMessages, usePick } from '#app/i18n/use-messages.ts'
import { findAllianceProducts } from '#db/queries/brands/pictures.server.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => brandDeskMessages[locale].alliancePicturesTitle)

export async function loader({ request }: LoaderFunctionArgs) {
  await requireOffice(request)
  const products = await findAllianceProducts(db().reader)
  return {
    products: products.map(({ pictureId, pictureColour, crop, ...product }) => ({
      ...product,
      crop: drawnCrop(crop),
      picture: pictureId === null ? null : { id: pictureId, colour: pictureColour },
    })),
  }
}

export default function AlliancePictures() {
  const { products } = useLoaderData<typeof loader>()
  const t = useMessages(brandDeskMessages)
  const pick = usePick()
  return (
    <>
      <header>
        <h1 className="text-3xl">{t.alliancePicturesTitle}</h1>
        <p className="text-ink-2">{t.alliancePicturesLead}</p>
      </header>
      {products.length === 0 ? <Empty>{t.noAllianceProducts}</Empty> : null}
      <ul className="grid grid-cols-2 gap-4 md:grid-cols-4">
        {products.map(({ id, code, nameZh, nameEn, ...shown }) => (
          <li key={id}>
            <Link to={`/alliance/pictures/${id}`} className="flex min-h-11 flex-col gap-1">
              <ProducePicture {...shown} alt="" className="rounded-sm border-2 border-ink" />
              {pick(nameZh, nameEn)}
              <span className="text-sm text-ink-2">{code}</span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  )
}
