/** How a payout's and a settlement's states look; their words stand beside. */
export const payoutTones = { made: 'waiting', sending: 'moving', unknown: 'moving', confirmed: 'done', rejected: 'bad' } as const
export const settlementTones = { draft: 'waiting', in_review: 'moving', approved: 'moving', paid: 'done' } as const
