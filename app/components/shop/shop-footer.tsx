import { Link } from '@remix-run/react'
import { commonMessages } from '#app/i18n/messages/common.ts'
import { shopMessages } from '#app/i18n/messages/shop.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { HatchRule } from './hatch-rule.tsx'
import { sealPath } from './picture-paths.ts'
import { useSupportPhone } from './use-support-phone.ts'

/** What the alliance stands for, how to reach it, and where its members go in. */
export function ShopFooter() {
  const t = useMessages(shopMessages)
  const { brand } = useMessages(commonMessages)
  const phone = useSupportPhone()
  return (
    <footer className="further-down mt-16 bg-paper print:hidden">
      <HatchRule />
      <div className="mx-auto grid max-w-6xl gap-x-4 gap-y-8 px-4 py-8 min-[20rem]:grid-cols-2 lg:grid-cols-[1.6fr_1fr_1fr_1.1fr] lg:gap-x-8">
        <div className="flex items-start gap-4 min-[20rem]:col-span-2 lg:col-span-1">
          <img src={sealPath} alt="" width={56} height={56} loading="lazy" />
          <div>
            <p className="font-display text-lg font-semibold">{t.promiseTitle}</p>
            <p className="mt-1 max-w-prose text-sm text-ink-2">{t.promise}</p>
          </div>
        </div>
        <address className="not-italic min-[20rem]:col-span-2 lg:col-span-1">
          <p className="font-semibold">{t.callUs}</p>
          {phone === null ? null : (
            <a href={`tel:${phone}`} className="flex min-h-11 items-center text-xl font-semibold text-indigo">
              {phone}
            </a>
          )}
          <p className="text-sm text-ink-2">{t.hours}</p>
        </address>
        <nav aria-label={brand} className="flex flex-col">
          <FooterLink to="/products">{t.allProducts}</FooterLink>
          <FooterLink to="/farms">{t.farms}</FooterLink>
          <FooterLink to="/seasons">{t.seasons}</FooterLink>
          <FooterLink to="/adopt">{t.adopt}</FooterLink>
          <FooterLink to="/standard">{t.standard}</FooterLink>
          <FooterLink to="/policies">{t.policies}</FooterLink>
        </nav>
        <nav aria-label={t.forMembers} className="flex flex-col">
          <FooterLink to="/sign-in?returnTo=/farm">{t.signInFarm}</FooterLink>
          <FooterLink to="/sign-in?returnTo=/leader">{t.signInLeader}</FooterLink>
          <FooterLink to="/sign-in?returnTo=/alliance">{t.signInOffice}</FooterLink>
        </nav>
      </div>
    </footer>
  )
}

const FooterLink = ({ to, children }: { to: string; children: string }) => (
  <Link to={to} className="flex min-h-11 items-center py-1.5 leading-snug">
    {children}
  </Link>
)
