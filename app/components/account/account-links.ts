import type { accountPagesMessages } from '#app/i18n/messages/account-pages.ts'

type Texts = (typeof accountPagesMessages)['en']
export type AccountLink = { path: string; label: (t: Texts) => string }

/** Every page of one's account, in the order of its navigation: a new page is one line here. */
export const accountLinks: readonly AccountLink[] = [
  { path: '/account', label: (t) => t.overview },
  { path: '/account/orders', label: (t) => t.orders },
  { path: '/account/bought', label: (t) => t.bought },
  { path: '/account/subscriptions', label: (t) => t.subscriptions },
  { path: '/account/wishes', label: (t) => t.wishes },
  { path: '/account/adoptions', label: (t) => t.adoptions },
  { path: '/account/receipts', label: (t) => t.receipts },
  { path: '/account/credit', label: (t) => t.credit },
  { path: '/account/addresses', label: (t) => t.addresses },
  { path: '/account/settings', label: (t) => t.settings },
  { path: '/account/privacy', label: (t) => t.privacy },
]
