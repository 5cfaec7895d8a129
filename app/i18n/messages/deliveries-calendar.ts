import { defineMessages } from '../define-messages.ts'

/** Deliveries in a calendar program, and the account's part about it. */
export const deliveriesCalendarMessages = defineMessages(
  {
    calendarName: '同田 送货',
    delivery: (number: string) => `同田送货 ${number}`,
    collect: (number: string, point: string) => `到${point}取货 ${number}`,
    delivered: (number: string) => `已送达 ${number}`,
    seeOrder: (url: string) => `订单：${url}`,
    lead: '把送货日期放进手机或电脑的日历，时间会跟着更新。链接里没有姓名和地址，知道链接的人都能看到送货时间。',
    create: '生成日历链接',
    link: '订阅链接',
    linkHint: '在日历程序里选“通过链接订阅”，粘贴这一行。',
    open: '在日历里打开',
    renew: '换一个链接',
    remove: '停用链接',
    working: '正在保存…',
  },
  {
    calendarName: 'Commonfield deliveries',
    delivery: (number: string) => `Commonfield delivery ${number}`,
    collect: (number: string, point: string) => `Collect ${number} at ${point}`,
    delivered: (number: string) => `Delivered ${number}`,
    seeOrder: (url: string) => `Order: ${url}`,
    lead: 'Puts your deliveries into the calendar of your phone or computer and keeps the hours true. The link holds no name or address; whoever has it can see when deliveries come.',
    create: 'Make a calendar link',
    link: 'Link to subscribe to',
    linkHint: 'Choose “subscribe by link” in your calendar program and paste this line.',
    open: 'Open in a calendar',
    renew: 'Replace the link',
    remove: 'Switch the link off',
    working: 'Saving…',
  },
)
