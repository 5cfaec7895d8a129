import { Form } from '@remix-run/react'
import { Button } from '#app/components/ui/button.tsx'
import { accountMessages } from '#app/i18n/messages/account.ts'
import { useMessages } from '#app/i18n/use-messages.ts'

export function SignOut() {
  const t = useMessages(accountMessages)
  return (
    <Form method="post" action="/sign-out" reloadDocument className="border-t border-rule pt-6">
      <Button type="submit" look="plain">
        {t.signOut}
      </Button>
    </Form>
  )
}
