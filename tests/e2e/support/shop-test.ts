import { type BrowserContext, type BrowserContextOptions, test as base, expect, type Page } from '@playwright/test'
import type { Locale } from '#app/i18n/locale.ts'
import { openShop, type Shop } from './open-shop.ts'
import { signIn } from './sign-in.ts'
import { Watch } from './watch-visitor.ts'

export type ShopOptions = {
  /** the language the reader chose */
  lang: Locale
}

export type Visitor = { page: Page; context: BrowserContext; watch: Watch }

type Fixtures = {
  watch: Watch
  /** Somebody else at another browser, watched like the first. */
  newVisitor: (options?: BrowserContextOptions) => Promise<Visitor>
  /** A browser signed in with a demo account, such as `wj` or `office`. */
  newStaff: (account: string) => Promise<Visitor>
}

/** Sessions by account, so that each signs in once a worker. */
type Kept = { sessions: Map<string, Awaited<ReturnType<BrowserContext['storageState']>>> }

export const test = base.extend<ShopOptions & Fixtures, { shop: Shop; kept: Kept }>({
  lang: ['zh-CN', { option: true }],
  shop: [
    async ({ browserName: _ }, use) => {
      const shop = await openShop()
      await use(shop)
      await shop.close()
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  kept: [async ({ shop: _ }, use) => await use({ sessions: new Map() }), { scope: 'worker' }],
  baseURL: async ({ shop }, use) => await use(shop.url),
  context: async ({ context, shop, lang }, use) => {
    await chooseLanguage(context, shop, lang)
    await use(context)
  },
  watch: [
    async ({ context, shop }, use) => {
      const watch = new Watch(context, shop.url)
      await use(watch)
      expect(watch.unexpected(), 'what the browser complained about').toEqual([])
    },
    { auto: true },
  ],
  newVisitor: async ({ browser, shop, lang, contextOptions, viewport, locale, timezoneId }, use) => {
    const visitors: Visitor[] = []
    await use(async (options = {}) => {
      const context = await browser.newContext({
        ...contextOptions,
        viewport,
        ...(locale && { locale }),
        ...(timezoneId && { timezoneId }),
        baseURL: shop.url,
        ...options,
      })
      await chooseLanguage(context, shop, lang)
      const visitor = { context, watch: new Watch(context, shop.url), page: await context.newPage() }
      visitors.push(visitor)
      return visitor
    })
    for (const { context } of visitors) await context.close()
    for (const { watch } of visitors) expect(watch.unexpected(), 'what the browser complained about').toEqual([])
  },
  newStaff: async ({ newVisitor, kept, lang }, use) => {
    await use(async (account) => {
      const storageState = kept.sessions.get(account)
      const staff = await newVisitor(storageState ? { storageState } : {})
      if (!storageState) {
        await signIn(staff.page, account, lang)
        kept.sessions.set(account, await staff.context.storageState())
      }
      return staff
    })
  },
})

export { expect }

const chooseLanguage = (context: BrowserContext, shop: Shop, lang: Locale) =>
  context.addCookies([{ name: 'lang', value: lang, url: shop.url }])
