import { Link } from '@remix-run/react'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { useFailure } from '#app/components/ui/failure.ts'
import { commonMessages } from '#app/i18n/messages/common.ts'
import { shopMessages } from '#app/i18n/messages/shop.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { ShopShell } from './shop-shell.tsx'

/** A page of the shop that is not there or could not be shown: what went wrong, and where to go on, under the shop's own head. */
export function ShopFailure() {
  const t = useMessages(shopMessages)
  const { backHome } = useMessages(commonMessages)
  const { title, text, reference } = useFailure()
  return (
    <ShopShell>
      <div className="mx-auto max-w-3xl px-4 pt-8">
        <section className="overflow-hidden rounded-md border-2 border-ink bg-paper sm:grid sm:grid-cols-2">
          <img
            src="/art/fruit-basket.svg"
            alt=""
            width={400}
            height={300}
            className="block h-full w-full border-b-2 border-ink object-cover sm:border-r-2 sm:border-b-0"
          />
          <div className="flex flex-col items-start gap-3 p-5">
            <h1 className="text-2xl sm:text-3xl">{title}</h1>
            <p>{text}</p>
            {reference ? <p className="text-ink-2">{reference}</p> : null}
            <ButtonLink to="/products">{t.allProducts}</ButtonLink>
            <p className="flex flex-wrap gap-x-5">
              <Link to="/farms" className="inline-flex min-h-11 items-center font-semibold text-indigo">
                {t.farms}
              </Link>
              <Link to="/seasons" className="inline-flex min-h-11 items-center font-semibold text-indigo">
                {t.seasons}
              </Link>
              <Link to="/" className="inline-flex min-h-11 items-center font-semibold text-indigo">
                {backHome}
              </Link>
            </p>
          </div>
        </section>
      </div>
    </ShopShell>
  )
}
