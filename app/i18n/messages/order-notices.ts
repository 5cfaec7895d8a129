import { defineMessages } from '../define-messages.ts'

/** What a customer is told of their order by text message or mail: a subject and a sentence; the way to the order's page follows it. */
export const orderNoticeMessages = defineMessages(
  {
    on_the_way: (number: string) => `【同田】订单 ${number} 已出车`,
    on_the_way_text: '今天送到，到达时间会越来越准。',
    near: (number: string) => `【同田】订单 ${number} 快到了`,
    near_text: '前面最多还有两户。',
    delivered: (number: string) => `【同田】订单 ${number} 已送达`,
    delivered_text: '送达照片和签收情况在这里，有问题请告诉我们。',
    not_delivered: (number: string) => `【同田】订单 ${number} 这次没有送到`,
    not_delivered_text: '请选怎么办：改天再送、退款，或者请我们打电话。',
    rescheduled: (number: string) => `【同田】订单 ${number} 改了送货日期`,
    rescheduled_text: '新的日期在这里。',
  },
  {
    on_the_way: (number: string) => `Commonfield: order ${number} is on the way`,
    on_the_way_text: 'It comes today; the time of arrival narrows as the van comes nearer.',
    near: (number: string) => `Commonfield: order ${number} is nearly there`,
    near_text: 'At most two stops before yours.',
    delivered: (number: string) => `Commonfield: order ${number} has been delivered`,
    delivered_text: 'The proof of delivery is here; tell us if anything is wrong.',
    not_delivered: (number: string) => `Commonfield: order ${number} could not be delivered`,
    not_delivered_text: 'Choose what happens next: another day, your money back, or a call from us.',
    rescheduled: (number: string) => `Commonfield: order ${number} comes on another day`,
    rescheduled_text: 'The new day is here.',
  },
)
