import { defineMessages } from '../define-messages.ts'

/** One wave's own terms, and the office's other additions to the network. */
export const networkGapMessages = defineMessages(
  {
    terms: '这一批的上限、配送费和截单',
    termsLead: '只改这一批；以后批次规则再变，它也保持这里的样子。已下的订单照原来的配送费。',
    bookedNow: (booked: number) => `已订 ${booked} 单，上限不能更少。`,
    toWave: '看这一批',
    not_open: '这一批已经截单，不能再改。',
    below_booked: '上限比已经订出的还少。请填不少于已订的数。',
    cutoff_passed: '截单时间要晚于现在。想马上截单，请在批次页截单。',
    cutoff_too_late: '截单要早于农场的货到仓的时间。',
    cutoff_promised: '已经有人下单，告诉过他们到几点还能改。截单只能推迟，不能提前。',
    unknown_wave: '没有这一批。',
  },
  {
    terms: 'This wave’s places, fee and cut-off',
    termsLead: 'For this wave only; it stays as set here when the zone’s rule changes. Orders already placed keep their fee.',
    bookedNow: (booked) => `${booked} are booked: there cannot be fewer places.`,
    toWave: 'See this wave',
    not_open: 'This wave takes no more orders and can no longer be changed.',
    below_booked: 'More are booked than that. Enter at least as many as are booked.',
    cutoff_passed: 'The cut-off must lie ahead. To close it at once, close it on its own page.',
    cutoff_too_late: 'The cut-off must come before the farms’ crates stand at the hub.',
    cutoff_promised:
      'Orders have been placed, and those customers were told until when they can change them. The cut-off can only move later.',
    unknown_wave: 'There is no such wave.',
  },
)
