import { accountMessages } from '#app/i18n/messages/account.ts'
import { useMessages, usePick } from '#app/i18n/use-messages.ts'

type Home = { nameZh: string; nameEn: string } | null

/** Whose customer they are, and what it means: one sentence, and the truth (S0). */
export function HomeShop({ homeType, home }: { homeType: 'alliance' | 'farm' | 'leader'; home: Home }) {
  const t = useMessages(accountMessages)
  const pick = usePick()
  const name = home ? pick(home.nameZh, home.nameEn) : t.allianceShop
  const meaning =
    homeType === 'alliance' || !home ? t.homeAllianceText : homeType === 'farm' ? t.homeFarmText(name) : t.homeLeaderText(name)
  return (
    <>
      <p className="font-given text-lg font-semibold">{name}</p>
      <p className="text-ink-2">{meaning}</p>
    </>
  )
}
