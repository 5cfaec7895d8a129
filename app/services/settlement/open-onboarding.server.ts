import { accept, type Result, refuse } from '#app/domain/result.ts'
import { type Party, partyKey } from '#app/domain/settlement/party.ts'
import { IntegrationError } from '#app/integrations/integration-error.ts'
import type { PaymentProcessor } from '#app/integrations/stripe/processor.ts'
import type { Reader } from '#db/connection.ts'
import { findPartyNames } from '#db/queries/settlement/settlements.server.ts'

type Accounts = Pick<PaymentProcessor, 'findAccount' | 'openAccount' | 'linkAccount'>
export type OnboardingRefusal = { code: 'unknown_party' } | { code: 'processor_denied' } | { code: 'processor_busy' }

/**
 * The processor's own page where a farm or leader sets its account up. The account is looked up first and opened only where
 * there is none, so that whoever comes back, or whose answer was lost, goes on with the one they have. Nothing is written here.
 */
export async function openOnboarding(
  reader: Pick<Reader, 'select'>,
  processor: Accounts,
  { party, urls }: { party: Party; urls: { returnUrl: string; refreshUrl: string } },
): Promise<Result<{ url: string }, OnboardingRefusal>> {
  const name = (await findPartyNames(reader)).get(partyKey(party))
  if (!name) return refuse({ code: 'unknown_party' })
  try {
    const known = await processor.findAccount(partyKey(party))
    const { accountId } = known ?? (await processor.openAccount({ party: partyKey(party), name: name.zh }))
    return accept(await processor.linkAccount({ accountId, ...urls }))
  } catch (error) {
    if (!(error instanceof IntegrationError)) throw error
    return refuse({ code: error.retryable ? 'processor_busy' : 'processor_denied' })
  }
}
