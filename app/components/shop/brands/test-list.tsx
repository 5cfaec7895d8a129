import { StatusMark } from '#app/components/ui/status-mark.tsx'
import { formatDay } from '#app/i18n/format.ts'
import { brandMessages } from '#app/i18n/messages/brands.ts'
import { useLocale, useMessages, usePick } from '#app/i18n/use-messages.ts'

export type ListedTest = {
  id: string
  subject: 'produce' | 'soil' | 'water'
  titleZh: string
  titleEn: string
  lab: string
  reportNumber: string
  testedOn: string
  result: 'pass' | 'fail'
  finding: string
  productZh: string | null
  productEn: string | null
  farmZh: string
  farmEn: string
}

/** Test results, the newest first: what was found, by whom, and whether it passed, as a mark and a word. */
export function TestList({ tests, withFarm = false }: { tests: readonly ListedTest[]; withFarm?: boolean }) {
  const t = useMessages(brandMessages)
  const pick = usePick()
  const locale = useLocale()
  return (
    <ul className="overflow-hidden rounded-md border-2 border-ink bg-paper">
      {tests.map((test) => (
        <li key={test.id} className="grid gap-x-4 border-b border-rule px-4 py-3 last:border-b-0 sm:grid-cols-[1fr_auto]">
          <div>
            <p className="font-semibold">{pick(test.titleZh, test.titleEn)}</p>
            <p className="text-sm text-ink-2">
              {withFarm ? `${pick(test.farmZh, test.farmEn)} · ` : ''}
              {test.productZh && test.productEn ? pick(test.productZh, test.productEn) : t[test.subject]}
            </p>
            <p>{test.finding}</p>
          </div>
          <div className="text-sm sm:text-right">
            <StatusMark tone={test.result === 'pass' ? 'done' : 'bad'}>{t[test.result]}</StatusMark>
            <p className="text-ink-2">{t.testedOn(formatDay(test.testedOn, locale), test.lab)}</p>
            <p className="text-ink-2">{t.reportNumber(test.reportNumber)}</p>
          </div>
        </li>
      ))}
    </ul>
  )
}
