import { StatusMark } from '#app/components/ui/status-mark.tsx'
import { leaderMessages } from '#app/i18n/messages/leader.ts'
import { useMessages } from '#app/i18n/use-messages.ts'

export type LeaderOrderStatus = 'awaiting_payment' | 'confirmed' | 'completed' | 'expired' | 'cancelled'

const tones = { awaiting_payment: 'waiting', confirmed: 'moving', completed: 'done', expired: 'bad', cancelled: 'bad' } as const

/** Where an order stands; one on account says too that its transfer is due. */
export function LeaderOrderState({ status, owes }: { status: LeaderOrderStatus; owes: boolean }) {
  const t = useMessages(leaderMessages)
  const texts = {
    awaiting_payment: t.awaiting,
    confirmed: owes ? t.confirmedOnAccount : t.confirmed,
    completed: t.completed,
    expired: t.expired,
    cancelled: t.cancelled,
  } satisfies Record<LeaderOrderStatus, string>
  return <StatusMark tone={tones[status]}>{texts[status]}</StatusMark>
}
