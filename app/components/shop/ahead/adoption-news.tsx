import { picturePath } from '#app/domain/media/picture-files.ts'
import { formatMoment } from '#app/i18n/format.ts'
import { aheadMessages } from '#app/i18n/messages/ahead.ts'
import { useLocale, useMessages, usePick } from '#app/i18n/use-messages.ts'

export type NewsItem = {
  id: string
  number: number | null
  textZh: string
  textEn: string
  pictureId: string | null
  postedAt: string | Date
}

/** What the farm tells of the season, the newest first. */
export function AdoptionNews({ news }: { news: readonly NewsItem[] }) {
  const t = useMessages(aheadMessages)
  return (
    <section className="flex flex-col gap-4 print:hidden">
      <h2 className="text-2xl">{t.news}</h2>
      {news.length === 0 ? <p className="text-ink-2">{t.noNews}</p> : null}
      <ol className="flex flex-col gap-4">
        {news.map((item) => (
          <NewsLine key={item.id} {...item} />
        ))}
      </ol>
    </section>
  )
}

function NewsLine({ number, textZh, textEn, pictureId, postedAt }: NewsItem) {
  const t = useMessages(aheadMessages)
  const pick = usePick()
  const locale = useLocale()
  return (
    <li className="flex flex-col gap-2 border-l-4 border-leaf bg-paper px-4 py-3">
      <p className="text-sm text-ink-2">
        {formatMoment(postedAt, locale)}
        {number === null ? null : ` · ${t.newsOfNumber(number)}`}
      </p>
      <p className="whitespace-pre-line">{pick(textZh, textEn)}</p>
      {pictureId === null ? null : (
        <img src={picturePath(pictureId, '640.webp')} alt={t.newsPicture} loading="lazy" className="w-full max-w-md border-2 border-ink" />
      )}
    </li>
  )
}
