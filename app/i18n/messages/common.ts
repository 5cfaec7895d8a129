import { defineMessages } from '../define-messages.ts'

export const commonMessages = defineMessages(
  {
    brand: '同田',
    tagline: '小农场联盟，同一块田',
    skipToContent: '跳到正文',
    notFoundTitle: '没有这一页',
    notFoundText: '链接可能过期了，或者商品已经下架。',
    forbiddenTitle: '你没有权限查看这一页',
    forbiddenText: '请换一个账号登录。',
    failedTitle: '出了点问题',
    failedText: '是我们的错，不是你的。稍后再试；如果还是不行，请把编号告诉我们。',
    busyTitle: '现在太忙了',
    busyText: '请过一会儿再试。',
    readOnlyTitle: '暂时不能保存',
    readOnlyText: '店铺的存储空间满了，刚才的操作没有保存。浏览不受影响，请过一会儿再试。',
    reference: (id: string) => `编号 ${id}`,
    backHome: '回到首页',
  },
  {
    brand: 'Commonfield',
    tagline: 'Small farms, one field',
    skipToContent: 'Skip to content',
    notFoundTitle: 'There is no such page',
    notFoundText: 'The link may be out of date, or the product is no longer on sale.',
    forbiddenTitle: 'This page is not yours to see',
    forbiddenText: 'Please sign in with another account.',
    failedTitle: 'Something went wrong',
    failedText: 'It is our fault, not yours. Try again in a moment; if it stays, tell us the reference.',
    busyTitle: 'Too busy just now',
    busyText: 'Please try again in a little while.',
    readOnlyTitle: 'Nothing can be saved just now',
    readOnlyText:
      'The shop has run out of storage: what you just did was not saved. You can go on looking around; please try again in a little while.',
    reference: (id: string) => `Reference ${id}`,
    backHome: 'Back to the shop',
  },
)
