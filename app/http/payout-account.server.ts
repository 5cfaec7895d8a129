import { data, redirect, redirectDocument } from '@remix-run/node'
import { type Party, partyKey } from '#app/domain/settlement/party.ts'
import { maskedNumber } from '#app/domain/settlement/payout-account.ts'
import { IntegrationError } from '#app/integrations/integration-error.ts'
import { BankAccountSchema } from '#app/schemas/settlement.ts'
import { chooseConnectedAccount, type UseAccountRefusal } from '#app/services/settlement/choose-connected-account.server.ts'
import { enterPayoutAccount } from '#app/services/settlement/enter-payout-account.server.ts'
import { type OnboardingRefusal, openOnboarding } from '#app/services/settlement/open-onboarding.server.ts'
import { findPayoutAccount } from '#db/queries/settlement/payout-accounts.server.ts'
import { processor } from './payments.server.ts'
import { db, now, publicUrl } from './runtime.server.ts'

/** Where a party is paid, for the office it looks at it in. Coming back from the processor only reads what it says. */
export async function readPayoutAccount(request: Request, party: Party) {
  const { searchParams } = new URL(request.url)
  const account = await findPayoutAccount(db().reader, party)
  return {
    account: account && {
      rail: account.rail,
      holder: account.holder,
      bank: account.bank,
      number: maskedNumber(account.number),
      enteredAt: account.enteredAt,
    },
    saved: searchParams.has('saved'),
    connected: searchParams.has('connected') ? await readConnected(party) : null,
  }
}

async function readConnected(party: Party) {
  try {
    const { name = '', ready = false } = (await processor().findAccount(partyKey(party))) ?? {}
    return { name, ready }
  } catch (error) {
    if (error instanceof IntegrationError) return null
    throw error
  }
}

type Change = { party: Party; userId: string; path: string }

/** Another bank account, the way to the processor's page, or the account set up there. */
export async function changePayoutAccount(request: Request, { party, userId, path }: Change) {
  const form = Object.fromEntries(await request.formData())
  if (form.intent === 'connect') {
    const back = `${publicUrl()}${path}?connected`
    const opened = await openOnboarding(db().reader, processor(), { party, urls: { returnUrl: back, refreshUrl: back } })
    return opened.ok ? redirectDocument(opened.value.url) : refused(opened.refusal.code)
  }
  if (form.intent === 'use') {
    const used = await chooseConnectedAccount(db(), processor(), { party, userId, now: now() })
    return used.ok ? redirect(`${path}?saved`) : refused(used.refusal.code)
  }
  const entry = BankAccountSchema.parse(form)
  const entered = await enterPayoutAccount(db(), { party, entry, userId, now: now() })
  return entered.ok ? redirect(`${path}?saved`) : data({ typed: entry, problems: entered.refusal.problems, refused: null }, { status: 400 })
}

type RefusedCode = OnboardingRefusal['code'] | UseAccountRefusal['code']

const refused = (code: RefusedCode) => data({ typed: null, problems: {}, refused: code }, { status: code === 'processor_busy' ? 502 : 409 })
