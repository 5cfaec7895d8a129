import { expect, test } from 'vitest'
import { logMessages } from './log-messages.ts'

test('the log has the code, the subject and a one-time link, and nothing of the person', async () => {
  const lines: unknown[] = []
  const messages = logMessages({ info: (details) => lines.push(details) })
  await messages.sendSms({ phone: '13800138000', code: '123456', text: '【同田】验证码 123456' })
  await messages.sendMail({ to: 'chen@example.com', subject: 'Your order', text: 'Dear Chen' })
  await messages.sendMail({ to: 'chen@example.com', subject: 'New password', text: '…', link: 'https://shop.example/r?token=x' })
  expect(lines).toEqual([
    { code: '123456' },
    { subject: 'Your order' },
    { subject: 'New password', link: 'https://shop.example/r?token=x' },
  ])
})
