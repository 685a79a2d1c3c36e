/** Words of whoever has lost the way, and of the way to messages and help, in English. */
export const visitorWords = {
  'again.title': 'Sign in again',
  'again.what': 'The session of {name} has ended. What is being typed is all still there: sign in and go on.',
  'again.stillIn': 'Not signed out yet: the server does not answer. Try again once there is a connection.',
  'nav.messages': 'Messages',
  'nav.unread': 'Messages, {count} unread',
  'nav.help': 'Help',
  'lost.title': 'There is no such page',
  'lost.what': 'The address {address} may be old or mistyped. Nothing was lost.',
  'lost.ways': 'Ways on',
  'lost.signIn': 'Go to the sign-in',
  'lost.today': 'Go to Today',
  'lost.thing': 'This cannot be shown',
  'lost.thingWhy':
    'It is not there (any more), or it belongs to a unit that you may not see. If somebody sent you the address, ask them or your administrator.',
  'broken.title': 'This page could not be shown',
  'broken.renewed':
    'Kairyo was probably renewed while this page was open. Load it again; what you typed into a plan is kept in this browser.',
  'broken.again': 'Load the page again',
  'signIn.first': 'This is the first start',
  'signIn.first.token': "Look at the window in which Kairyo was started: a line there says “Administrator's token”.",
  'signIn.first.paste': 'Copy what stands behind it into the field below. It signs you in as the administrator.',
  'signIn.first.then':
    'Inside, a guide leads you to your first cycle. There you also choose a password, and give other people accounts; until then nobody else can sign in.',
} as const;
