import { type Result, refuse } from '#app/domain/result.ts'
import { type Party, partyKey } from '#app/domain/settlement/party.ts'
import { IntegrationError } from '#app/integrations/integration-error.ts'
import type { ConnectedAccount, PaymentProcessor } from '#app/integrations/stripe/processor.ts'
import type { Database } from '#db/connection.ts'
import { type AccountRefusal, enterPayoutAccount } from './enter-payout-account.server.ts'

export type UseAccountRefusal = { code: 'not_ready' } | { code: 'processor_busy' } | AccountRefusal

/**
 * A farm or leader is paid into its account at the processor from now on, when the processor itself says that it can be paid
 * into. What the browser says about the account counts for nothing.
 */
export async function chooseConnectedAccount(
  database: Pick<Database, 'transact'>,
  processor: Pick<PaymentProcessor, 'findAccount'>,
  { party, userId, now }: { party: Party; userId: string; now: Date },
): Promise<Result<{ changed: boolean }, UseAccountRefusal>> {
  const account = await ask(processor, party)
  if (account === 'busy') return refuse({ code: 'processor_busy' })
  if (!account?.ready) return refuse({ code: 'not_ready' })
  const entry = { rail: 'stripe' as const, holder: account.name || account.accountId, bank: '', number: account.accountId }
  return await enterPayoutAccount(database, { party, entry, userId, now })
}

async function ask(processor: Pick<PaymentProcessor, 'findAccount'>, party: Party): Promise<ConnectedAccount | null | 'busy'> {
  try {
    return await processor.findAccount(partyKey(party))
  } catch (error) {
    if (error instanceof IntegrationError) return 'busy'
    throw error
  }
}
