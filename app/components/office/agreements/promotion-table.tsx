import { Form } from '@remix-run/react'
import { Button } from '#app/components/ui/button.tsx'
import { DataTable } from '#app/components/ui/data-table.tsx'
import { StatusMark } from '#app/components/ui/status-mark.tsx'
import { businessDay } from '#app/domain/business-day.ts'
import { formatFen } from '#app/i18n/format.ts'
import { promotionMessages } from '#app/i18n/messages/promotions.ts'
import { useMessages, usePick } from '#app/i18n/use-messages.ts'

type Row = {
  promotion: {
    id: string
    code: string | null
    nameZh: string
    nameEn: string
    fundedBy: 'producers' | 'alliance'
    amountFen: number | null
    rateBp: number | null
    fromGoodsFen: number
    startsAt: Date
    endsAt: Date | null
    usesLeft: number | null
    stoppedAt: Date | null
  }
  uses: number
}
type State = 'running' | 'coming' | 'over' | 'stoppedState'

/** Every promotion: who pays, what is off from when on, how often it was taken, and the way to stop it. */
export function PromotionTable({ rows, now }: { rows: readonly Row[]; now: number }) {
  const t = useMessages(promotionMessages)
  const pick = usePick()
  return (
    <DataTable
      caption={t.list}
      rows={rows}
      rowKey={({ promotion }) => promotion.id}
      columns={[
        {
          key: 'name',
          title: t.name,
          cell: ({ promotion }) => (
            <span className="block min-w-36">
              <span className="block font-semibold">{pick(promotion.nameZh, promotion.nameEn)}</span>
              <span className="text-ink-2">{promotion.code ?? t.automatic}</span>
            </span>
          ),
        },
        { key: 'funded', title: t.fundedBy, cell: ({ promotion }) => <span className="block min-w-28">{t[promotion.fundedBy]}</span> },
        { key: 'off', title: t.off, cell: ({ promotion }) => <span className="whitespace-nowrap">{offText(promotion, t)}</span> },
        {
          key: 'condition',
          title: t.condition,
          cell: ({ promotion: { fromGoodsFen } }) => (fromGoodsFen > 0 ? t.from(formatFen(fromGoodsFen)) : t.anyAmount),
        },
        { key: 'period', title: t.period, cell: ({ promotion }) => <span className="whitespace-nowrap">{spanText(promotion, t)}</span> },
        {
          key: 'used',
          title: t.used,
          numeric: true,
          cell: ({ promotion: { usesLeft }, uses }) => (
            <>
              {uses}
              <span className="block text-ink-2">{usesLeft === null ? t.unlimited : t.left(usesLeft)}</span>
            </>
          ),
        },
        { key: 'state', title: t.state, cell: ({ promotion }) => <StateMark state={stateOf(promotion, now)} /> },
        {
          key: 'action',
          title: t.action,
          cell: ({ promotion }) => {
            const state = stateOf(promotion, now)
            if (state !== 'running' && state !== 'coming') return null
            return (
              <Form method="post" className="relative">
                <Button look="danger" name="stop" value={promotion.id}>
                  {t.stop}
                  <span className="sr-only"> {pick(promotion.nameZh, promotion.nameEn)}</span>
                </Button>
              </Form>
            )
          },
        },
      ]}
    />
  )
}

type Texts = (typeof promotionMessages)['en']

const offText = ({ amountFen, rateBp }: Row['promotion'], t: Texts) =>
  amountFen === null ? t.rateOff(String((rateBp ?? 0) / 100)) : t.amountOff(formatFen(amountFen, { short: true }))

/** The last day is the one before the instant it ends at. */
const spanText = ({ startsAt, endsAt }: Row['promotion'], t: Texts) => {
  const from = businessDay(new Date(startsAt))
  return endsAt === null ? t.openEnd(from) : t.span(from, businessDay(new Date(new Date(endsAt).getTime() - 1)))
}

function stateOf({ startsAt, endsAt, stoppedAt }: Row['promotion'], now: number): State {
  if (stoppedAt !== null) return 'stoppedState'
  if (new Date(startsAt).getTime() > now) return 'coming'
  return endsAt !== null && new Date(endsAt).getTime() <= now ? 'over' : 'running'
}

function StateMark({ state }: { state: State }) {
  const t = useMessages(promotionMessages)
  const tones = { running: 'done', coming: 'moving', over: 'waiting', stoppedState: 'bad' } as const
  return <StatusMark tone={tones[state]}>{t[state]}</StatusMark>
}
