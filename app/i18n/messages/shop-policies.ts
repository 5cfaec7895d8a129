import { defineMessages } from '../define-messages.ts'

export const policyMessages = defineMessages(
  {
    title: '配送、退款与隐私',
    deliveryTitle: '配送',
    delivery1: '每个片区每周固定几天送货，下单时会列出可选的日子和截单时间。截单前下的单，一起送。',
    delivery2: '篮子里有几家农场，也尽量一趟送到。有的农场远，来不及赶这一趟，就跟下一趟，结算页会写明哪家哪天到。',
    delivery3: '一趟收一次运费，在结算页逐项列出；送到自提点比送到家便宜。冷藏、冷冻的走冷链。',
    refundTitle: '退款',
    refund1: '坏了、少了、送错了：收到后打电话，拍张照就行，退那一样的钱。',
    refund2: '农场临时缺货时，按你下单时选的办法：打电话问你、换差不多的、或者直接退那一样。',
    refund3: '付款后、截单前可以取消，全额退。钱按原路退回。',
    privacyTitle: '隐私',
    privacy1: '你的姓名、电话和地址只用来送货和退款，由你的归属店铺保管。',
    privacy2: '种菜的农场不知道是谁买的：它只看到要准备什么、准备多少、哪天送。共享的是需求，不是顾客。',
    privacy3:
      '我们不放别人的跟踪代码，也不卖数据。要查看、更正、导出或删除你的资料，到“我的账号 · 我的数据”自己就能办，也可以打电话给我们。',
    priceTitle: '价格',
    price1: '每件商品写明总价、每斤和每公斤的价钱、净含量。篮子里的东西涨价或降价了，会先给你看，再让你决定。',
  },
  {
    title: 'Delivery, refunds, privacy',
    deliveryTitle: 'Delivery',
    delivery1:
      'Each part of town has its delivery days; at checkout you see the days to choose from and until when you may order. What is ordered before then travels together.',
    delivery2:
      'Several farms in one basket come in one trip where they can. A farm too far away for this trip joins the next one; checkout says which farm comes on which day.',
    delivery3:
      'One trip is one fee, itemised at checkout; a pick-up point costs less than your door. Chilled and frozen goods stay cold all the way.',
    refundTitle: 'Refunds',
    refund1: 'Spoiled, missing or wrong: call us when it arrives, with a photo, and you get the money for that item back.',
    refund2: 'When a farm falls short we do what you chose when ordering: call you, send something similar, or refund that item.',
    refund3: 'Until orders close you may cancel a paid order and get everything back, the way you paid.',
    privacyTitle: 'Privacy',
    privacy1: 'Your name, phone number and address are used to deliver and to refund, and are kept by your home shop.',
    privacy2:
      'The farm that grows does not know who buys: it sees what to pack, how much and for which day. Demand is shared, customers are not.',
    privacy3:
      "Nobody else's tracking runs here and we sell no data. To see, correct, export or delete what we hold about you, open “Your data” in your account, or call us.",
    priceTitle: 'Prices',
    price1:
      'Every product shows its price, its price by 500 g and by kilogram, and its net weight. When something in your basket becomes dearer or cheaper, you see it first and then decide.',
  },
)
