import { defineMessages } from '../define-messages.ts'

/** What goes together: in a pan, and in other people's baskets. */
export const cookingMessages = defineMessages(
  {
    cookWith: '搭配做菜',
    fromBasket: '这篮可以做',
    atHome: '油盐酱醋算家里有的。',
    complete: '齐了',
    missing: '还差',
    othersTook: '买它的人也买了',
  },
  {
    cookWith: 'Cook with it',
    fromBasket: 'What this basket cooks',
    atHome: 'Oil, salt and vinegar are taken to be at home.',
    complete: 'all there',
    missing: 'still missing:',
    othersTook: 'Others also took',
  },
)
