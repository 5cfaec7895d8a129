import { defineMessages } from '../define-messages.ts'

export const officeMessages = defineMessages({ signOut: '退出登录', sections: '栏目' }, { signOut: 'Sign out', sections: 'Sections' })
