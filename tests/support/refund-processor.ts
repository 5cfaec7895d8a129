import { IntegrationError } from '#app/integrations/integration-error.ts'
import type { PaymentProcessor, RefundRequest, RefundState } from '#app/integrations/stripe/processor.ts'

type Refunder = Pick<PaymentProcessor, 'refund' | 'findRefund'>
type Answer = RefundState['state'] | 'lost' | 'lost_before' | 'refused'

/**
 * The refund side of a processor that remembers what it was asked under which key. `answers` says how it takes each request in
 * its turn, the last one for all that follow: `lost` carries it out and loses the answer, `lost_before` loses the request.
 */
export function refundProcessor(...answers: Answer[]): Refunder & { asked: RefundRequest[]; carriedOut: Map<string, RefundState> } {
  const asked: RefundRequest[] = []
  const carriedOut = new Map<string, RefundState>()
  return {
    asked,
    carriedOut,
    async refund(request) {
      const answer = answers[Math.min(asked.length, answers.length - 1)] ?? 'succeeded'
      asked.push(request)
      if (answer === 'refused') throw new IntegrationError('stripe', false)
      if (answer === 'lost_before') throw new IntegrationError('stripe', true)
      const { refundId, amountFen } = request
      const state: RefundState = carriedOut.get(refundId) ?? {
        refundId,
        processorRefundId: `psp_${refundId}`,
        amountFen,
        state: answer === 'lost' ? 'succeeded' : answer,
        failure: answer === 'failed' ? 'expired_or_canceled_card' : null,
      }
      carriedOut.set(refundId, state)
      if (answer === 'lost') throw new IntegrationError('stripe', true)
      return state
    },
    async findRefund({ refundId }) {
      return carriedOut.get(refundId) ?? null
    },
  }
}
