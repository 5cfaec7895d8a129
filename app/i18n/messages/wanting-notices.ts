import { defineMessages } from '../define-messages.ts'

/** What is told of a subscription's week and of what can be bought again; the way to the page follows each text. */
export const wantingNoticeMessages = defineMessages(
  {
    toPay: (name: string) => `【同田】这一次的${name}等您付款`,
    toPayText: (amount: string, until: string) => `余额抵扣后还需付 ${amount}，货留到 ${until}。不付也没关系，到时自动取消。`,
    risen: '价格比您上次看到的涨了，已按今天的价格下单。',
    paid: (name: string) => `【同田】这一次的${name}已下单`,
    paidText: '已用余额付清。',
    refused: (name: string, week: string) => `【同田】${week}那一周的${name}没能下单`,
    sold_out: '货不够了。下一次照常送。',
    off_shelf: '这件商品下架了。',
    wave_full: '那一趟配送已经满了。下一次照常送。',
    no_wave: '那一周没有赶得上的配送。下一次照常送。',
    place_gone: '原来的收货地点现在送不到，请换一个。',
    too_late: '离截单太近，来不及下单。下一次照常送。',
    unpaid: '到时间没有付款，货已放回。下一次照常送。',
    failed: '系统没能下单，请联系我们。下一次照常送。',
    back: (name: string) => `【同田】${name}到货了`,
    backText: '您想要的商品又能买了。',
  },
  {
    toPay: (name: string) => `Commonfield: this delivery of ${name} awaits your payment`,
    toPayText: (amount: string, until: string) =>
      `${amount} is left to pay after your credit. It is held until ${until}; unpaid, it is cancelled by itself.`,
    risen: 'It costs more than when you last looked; it is ordered at today’s price.',
    paid: (name: string) => `Commonfield: this delivery of ${name} is ordered`,
    paidText: 'Your credit has paid for it.',
    refused: (name: string, week: string) => `Commonfield: no ${name} in the week of ${week}`,
    sold_out: 'There was not enough of it. The next one comes as usual.',
    off_shelf: 'It is not sold any more.',
    wave_full: 'That delivery is full. The next one comes as usual.',
    no_wave: 'No delivery that week was in reach. The next one comes as usual.',
    place_gone: 'We no longer deliver to that place; please choose another.',
    too_late: 'It was too close to the cut-off. The next one comes as usual.',
    unpaid: 'It was not paid in time. The next one comes as usual.',
    failed: 'The order could not be placed; please contact us. The next one comes as usual.',
    back: (name: string) => `Commonfield: ${name} is back`,
    backText: 'What you wished for can be bought again.',
  },
)
