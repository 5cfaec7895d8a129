/** The part of web-push we use; the package brings no types. */
declare module 'web-push' {
  type Listener = { endpoint: string; keys: { p256dh: string; auth: string } }
  type Options = {
    vapidDetails: { subject: string; publicKey: string; privateKey: string }
    TTL: number
    timeout: number
    agent: import('node:https').Agent
  }
  const webPush: { sendNotification(listener: Listener, payload: string, options: Options): Promise<{ statusCode: number }> }
  export default webPush
}
