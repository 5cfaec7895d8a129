import type { MetaFunction } from '@remix-run/node'
import { PaperPage, PaperSection } from '#app/components/shop/paper-page.tsx'
import { ShopShell } from '#app/components/shop/shop-shell.tsx'
import { shareMessages } from '#app/i18n/messages/share.ts'
import { policyMessages } from '#app/i18n/messages/shop-policies.ts'
import { pageHead } from '#app/i18n/page-head.ts'
import { useMessages } from '#app/i18n/use-messages.ts'

export const meta: MetaFunction = ({ matches }) =>
  pageHead(matches, (locale) => ({
    title: policyMessages[locale].title,
    description: shareMessages[locale].aboutPolicies,
    path: '/policies',
  }))

export default function Policies() {
  const t = useMessages(policyMessages)
  const sections = [
    { title: t.deliveryTitle, paragraphs: [t.delivery1, t.delivery2, t.delivery3] },
    { title: t.refundTitle, paragraphs: [t.refund1, t.refund2, t.refund3] },
    { title: t.priceTitle, paragraphs: [t.price1] },
    { title: t.privacyTitle, paragraphs: [t.privacy1, t.privacy2, t.privacy3] },
  ]
  return (
    <ShopShell>
      <PaperPage title={t.title}>
        {sections.map(({ title, paragraphs }) => (
          <PaperSection key={title} title={title}>
            {paragraphs.map((paragraph) => (
              <p key={paragraph} className="border-b border-rule p-4 last:border-b-0">
                {paragraph}
              </p>
            ))}
          </PaperSection>
        ))}
      </PaperPage>
    </ShopShell>
  )
}
