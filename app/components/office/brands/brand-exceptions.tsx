import { formatDay } from '#app/i18n/format.ts'
import { brandDeskMessages } from '#app/i18n/messages/brand-desk.ts'
import { useLocale, useMessages, usePick } from '#app/i18n/use-messages.ts'
import { CellLink } from '../cell-link.tsx'
import { ExceptionList } from '../exception-list.tsx'

type BrandTroubles = {
  ending: readonly { farmId: string; nameZh: string; nameEn: string; untilOn: string }[]
  /** products on the shelf whose own words name another origin */
  doubts: number
}

/** Licences to be renewed, and listings that borrow a name. */
export function BrandExceptions({ ending, doubts }: BrandTroubles) {
  const t = useMessages(brandDeskMessages)
  const pick = usePick()
  const locale = useLocale()
  return (
    <>
      <ExceptionList
        title={t.endingTitle}
        exceptions={ending.map(({ farmId, nameZh, nameEn, untilOn }) => ({
          id: farmId,
          what: <CellLink to={`/alliance/members/${farmId}`}>{t.endingLine(pick(nameZh, nameEn), formatDay(untilOn, locale))}</CellLink>,
        }))}
      />
      <ExceptionList
        title={t.qualityTitle}
        exceptions={doubts === 0 ? [] : [{ id: 'doubts', what: <CellLink to="/alliance/quality">{t.doubtsWaiting(doubts)}</CellLink> }]}
      />
    </>
  )
}
