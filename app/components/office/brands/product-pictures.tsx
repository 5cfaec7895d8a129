import { Link } from '@remix-run/react'
import type { ComponentProps } from 'react'
import { Notice } from '#app/components/ui/notice.tsx'
import { brandDeskMessages } from '#app/i18n/messages/brand-desk.ts'
import { useMessages, usePick } from '#app/i18n/use-messages.ts'
import { Panel } from '../panel.tsx'
import { PictureDesk } from './picture-desk.tsx'

type Page = ComponentProps<typeof PictureDesk> & {
  product: { nameZh: string; nameEn: string }
  done: boolean
  back: { to: string; text: 'backToProduct' | 'alliancePicturesTitle' }
}

/** The page on which whoever owns a product, a farm or the alliance, looks after its pictures. */
export function ProductPictures({ product, done, back, ...desk }: Page) {
  const t = useMessages(brandDeskMessages)
  const pick = usePick()
  return (
    <>
      <header className="flex flex-col gap-2">
        <Link to={back.to} className="flex min-h-11 items-center self-start text-indigo underline">
          {t[back.text]}
        </Link>
        <h1 className="text-3xl">{pick(product.nameZh, product.nameEn)}</h1>
      </header>
      {done && !desk.answer ? <Notice tone="good" title={t.picturesSaved} /> : null}
      <Panel id="pictures" title={t.picturesTitle} lead={t.picturesLead}>
        <PictureDesk {...desk} />
      </Panel>
    </>
  )
}
