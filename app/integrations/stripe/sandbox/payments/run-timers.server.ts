import { findObject } from '#app/integrations/stripe/sandbox/store/keep-objects.server.ts'
import { findDueTimers, type Timer, takeTimer } from '#app/integrations/stripe/sandbox/store/keep-timers.server.ts'
import { beginWork, NOBODY, type Processor, type Work } from './begin-work.server.ts'
import { expireSession } from './expire-session.server.ts'
import { failPayout, settlePayout } from './pay-out.server.ts'
import { failRefund, settleRefund } from './refund-charge.server.ts'

/** Lets everything happen whose time has come. @returns whether anything did */
export function runTimers(processor: Processor): boolean {
  const { store } = processor
  let ran = false
  for (;;) {
    const work = beginWork(processor, NOBODY)
    const due = findDueTimers(store, work.atMs)
    if (due.length === 0) return ran
    store.transact(() => {
      for (const timer of due) if (takeTimer(store, timer.seq)) run(work, timer)
    })
    ran = true
  }
}

function run(work: Work, { kind, subject }: Timer): void {
  const { store } = work
  switch (kind) {
    case 'expire_session': {
      const session = findObject(store, 'checkout.session', subject)
      if (session?.status === 'open') expireSession(work, session)
      return
    }
    case 'settle_refund':
    case 'fail_refund': {
      const refund = findObject(store, 'refund', subject)
      if (refund) (kind === 'settle_refund' ? settleRefund : failRefund)(work, refund)
      return
    }
    case 'settle_payout':
    case 'fail_payout': {
      const payout = findObject(store, 'payout', subject)
      if (payout) (kind === 'settle_payout' ? settlePayout : failPayout)(work, payout)
    }
  }
}
