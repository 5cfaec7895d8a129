import { Form, useNavigation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Button } from '#app/components/ui/button.tsx'

type Submit = { label: string; pending: string; name?: string; value?: string; look?: 'primary' | 'plain' | 'danger' }

/** One form with one button, which says that it is working while it is. `value` tells two forms of a page apart. */
export function AccountForm({ submit, children, action }: { submit: Submit; children: ReactNode; action?: string }) {
  const navigation = useNavigation()
  const mine = submit.name === undefined || navigation.formData?.get(submit.name) === submit.value
  const pending = navigation.state !== 'idle' && navigation.formMethod === 'POST' && mine
  return (
    <Form method="post" {...(action ? { action } : {})} className="flex flex-col gap-4">
      {children}
      <Button
        type="submit"
        look={submit.look ?? 'primary'}
        disabled={pending}
        {...(submit.name ? { name: submit.name, value: submit.value } : {})}
      >
        {pending ? submit.pending : submit.label}
      </Button>
    </Form>
  )
}
