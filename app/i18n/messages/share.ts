import { defineMessages } from '../define-messages.ts'

/** What stands on the pictures people share, and in what search engines read. */
export const shareMessages = defineMessages(
  {
    aboutAlliance: '四川、湖南、云南的小农场合开的一家店：一个篮子买齐，一趟车送到家，谁种的、哪天采的都写明白。',
    aboutList: '小农场的蔬菜、水果、蛋奶、肉和干货，写明产地和采收日，几家的菜一趟车送到成都。',
    aboutStandard: '同田的章盖给谁、查什么、不合格怎么办，以及坏了少了怎么退。',
    aboutPolicies: '配送批次与运费、退款与售后、隐私。',
    aboutFarms: '同田联盟的成员农场：在哪里，种什么，怎么种。',
    unitPrice: (price: string) => `${price} / 斤`,
    pickedOn: (day: string) => `${day}采收`,
    scan: '扫码看看',
    savePoster: '存海报',
    posterHint: '一张图，带二维码：发到群里，或打印了贴出来。',
    cardNote: '小农场联盟，同一块田',
    groupBuy: (community: string) => `${community}团购`,
    groupBuyNote: (point: string, from: string, to: string) => `自提：${point} ${from}–${to}`,
  },
  {
    aboutAlliance:
      'One shop of small farms in Sichuan, Hunan and Yunnan: one basket, one delivery, and on everything who grew it and when it was picked.',
    aboutList: 'Vegetables, fruit, eggs, meat and dry goods of small farms, with place and day of harvest, brought to Chengdu on one van.',
    aboutStandard: 'Whom we give our mark to, what is checked, what happens when it fails, and how you get your money back.',
    aboutPolicies: 'Delivery waves and fees, refunds and after-sales, privacy.',
    aboutFarms: 'The member farms of Commonfield: where they are, what they grow and how.',
    unitPrice: (price) => `${price} / 500 g`,
    pickedOn: (day) => `Picked ${day}`,
    scan: 'Scan to look',
    savePoster: 'Save the poster',
    posterHint: 'One picture with a QR code: send it to a group, or print it and hang it up.',
    cardNote: 'Small farms, one field',
    groupBuy: (community) => `${community} group buy`,
    groupBuyNote: (point, from, to) => `Pick-up: ${point} ${from}–${to}`,
  },
)
