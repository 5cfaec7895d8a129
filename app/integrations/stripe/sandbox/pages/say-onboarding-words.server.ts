import type { Language } from './choose-language.server.ts'

const zh = {
  title: '开通收款账户',
  sandbox: '沙箱 · 不会真的打款',
  intro: '填写后，联盟就可以把货款转到这个账户。',
  name: '收款人名称',
  number: '银行账号',
  numberHint: '沙箱不保存账号，随便填几个数字即可。',
  agree: '同意收款服务条款',
  done: '完成开通',
  back: '以后再说，返回',
  wanted: '请填写收款人名称和银行账号，并同意条款。',
  missingTitle: '链接打不开',
  missingText: '链接可能不完整。请从农场后台重新进入。',
}
type Words = typeof zh

const en: Words = {
  title: 'Set up an account to be paid',
  sandbox: 'Sandbox · no money moves',
  intro: 'Once this is filled in, the alliance can send what it owes to this account.',
  name: 'Account holder',
  number: 'Bank account number',
  numberHint: 'The sandbox does not keep it: any digits will do.',
  agree: 'I agree to the terms of the payment service',
  done: 'Finish',
  back: 'Later: go back',
  wanted: 'Enter the account holder and the number, and agree to the terms.',
  missingTitle: 'This link does not open',
  missingText: 'The link may be incomplete. Please start again from the farm office.',
}

export const ONBOARDING_WORDS: Record<Language, Words> = { zh, en }
