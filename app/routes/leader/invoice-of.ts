import type { Invoice } from '#app/components/office/leader/invoice-title.tsx'
import type { LeaderProfile } from '#db/queries/leader/profile.server.ts'

/** In whose name an enterprise is billed; null for a community's leader. */
export const invoiceOf = ({ kind, invoiceTitle: title, taxNumber }: LeaderProfile): Invoice | null =>
  kind === 'enterprise' ? { title, taxNumber } : null

/** In whose name a placed order is billed: as it stood then. */
export const invoiceOfOrder = ({ invoiceTitle: title, taxNumber }: { invoiceTitle: string; taxNumber: string }): Invoice | null =>
  title === '' ? null : { title, taxNumber }
