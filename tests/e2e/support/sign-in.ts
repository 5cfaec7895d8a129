import { expect, type Page } from '@playwright/test'
import type { Locale } from '#app/i18n/locale.ts'
import { accountMessages } from '#app/i18n/messages/account.ts'

/** Signs in at the door like anyone else; `account` is the part before @commonfield.example. */
export async function signIn(page: Page, account: string, lang: Locale) {
  const t = accountMessages[lang]
  await page.goto('/sign-in')
  await page.getByLabel(t.email).fill(`${account}@commonfield.example`)
  await page.getByLabel(t.password).fill('commonfield-demo')
  await page.getByRole('button', { name: t.signIn, exact: true }).click()
  await expect(page).not.toHaveURL(/sign-in/)
}
