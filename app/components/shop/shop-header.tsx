import { Form, Link } from '@remix-run/react'
import { LanguageSwitch } from '#app/components/ui/language-switch.tsx'
import { commonMessages } from '#app/i18n/messages/common.ts'
import { shopMessages } from '#app/i18n/messages/shop.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { useSite } from './brands/use-host.ts'
import { HatchRule } from './hatch-rule.tsx'
import { farmMarkOf, sealPath } from './picture-paths.ts'
import type { ShopFront } from './shop-front.ts'
import { BasketIcon, PersonIcon, SearchIcon } from './shop-icons.tsx'
import { useBasketQuantities } from './use-basket-quantities.ts'

const pagePad = 'mx-auto w-full max-w-6xl px-4'

export function ShopHeader({ front, query }: { front?: ShopFront; query: string }) {
  const t = useMessages(shopMessages)
  return (
    <header className="bg-paper print:hidden">
      {front ? <div aria-hidden="true" className="farm-band h-2" /> : null}
      <div className={`${pagePad} grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 gap-y-2 pt-2 pb-3 lg:flex lg:gap-x-6`}>
        {front ? <FarmSign front={front} /> : <AllianceSign />}
        <nav
          aria-label={t.menu}
          className="order-last col-span-2 hidden items-center gap-5 md:flex lg:order-none lg:shrink-0 lg:whitespace-nowrap"
        >
          <Link to="/products">{t.allProducts}</Link>
          <Link to="/farms">{t.farms}</Link>
          <Link to="/standard">{t.standard}</Link>
        </nav>
        <div className="ml-auto flex shrink-0 items-center text-sm sm:gap-3">
          <LanguageSwitch />
          <Link to="/account" className="flex min-h-11 min-w-11 items-center justify-center gap-1 no-underline">
            <PersonIcon />
            <span className="sr-only lg:not-sr-only">{t.account}</span>
          </Link>
          <BasketLink />
        </div>
        <Search action={front?.shelf ?? '/products'} query={query} />
      </div>
      <HatchRule />
    </header>
  )
}

function AllianceSign() {
  const t = useMessages(commonMessages)
  return (
    <Link to="/" className="flex min-h-11 shrink-0 items-center gap-3 no-underline">
      <img src={sealPath} alt="" width={40} height={40} />
      <span className="leading-tight">
        <span className="block font-display text-xl font-semibold sm:text-2xl">{t.brand}</span>
        <span className="hidden text-xs text-ink-2 lg:block">{t.tagline}</span>
      </span>
    </Link>
  )
}

function FarmSign({ front }: { front: ShopFront }) {
  const t = useMessages(shopMessages)
  const { brand } = useMessages(commonMessages)
  const site = useSite()
  return (
    <div className="flex min-w-0 items-center gap-3">
      <Link to={front.home} className="flex min-h-11 min-w-0 items-center gap-3 no-underline">
        <span className="relative shrink-0">
          <img src={farmMarkOf(front.code)} alt="" width={44} height={44} />
          {front.licensed ? (
            <img src={sealPath} alt={t.ofAlliance} width={20} height={20} className="absolute -right-1.5 -bottom-0.5" />
          ) : null}
        </span>
        <span className="farm-text font-given text-lg leading-tight font-semibold sm:text-xl">{front.name}</span>
      </Link>
      <a
        href={front.home === '/' ? `${site}/` : '/'}
        className="hidden min-h-11 items-center border-l border-rule pl-3 text-sm text-ink-2 md:flex"
      >
        {brand}
      </a>
    </div>
  )
}

function BasketLink() {
  const t = useMessages(shopMessages)
  const count = Object.values(useBasketQuantities()).reduce((sum, quantity) => sum + quantity, 0)
  return (
    <Link
      to="/basket"
      aria-label={count > 0 ? t.basketWith(count) : t.basket}
      className="relative flex min-h-11 min-w-11 items-center justify-center gap-1 no-underline"
    >
      <BasketIcon />
      <span aria-hidden="true" className="sr-only lg:not-sr-only">
        {t.basket}
      </span>
      {count > 0 ? (
        <span
          aria-hidden="true"
          className="absolute top-0 right-0 min-w-5 rounded-full border-2 border-ink bg-rape px-1 text-center text-xs leading-4 font-bold text-on-rape lg:static"
        >
          {count}
        </span>
      ) : null}
    </Link>
  )
}

function Search({ action, query }: { action: string; query: string }) {
  const t = useMessages(shopMessages)
  return (
    <Form action={action} role="search" className="col-span-2 flex w-full lg:max-w-80 lg:min-w-36 lg:flex-1">
      <input
        key={query}
        type="search"
        name="q"
        defaultValue={query}
        maxLength={60}
        aria-label={t.searchLabel}
        placeholder={t.searchHint}
        className="min-h-11 w-full min-w-0 rounded-l-sm border-2 border-r-0 border-ink bg-paper px-3 placeholder:text-ink-2"
      />
      <button type="submit" className="flex min-h-11 items-center rounded-r-sm border-2 border-ink bg-ink px-3 text-paper">
        <SearchIcon />
        <span className="sr-only">{t.search}</span>
      </button>
    </Form>
  )
}
